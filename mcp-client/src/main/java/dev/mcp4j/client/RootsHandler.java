/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

import dev.mcp4j.api.roots.Root;
import java.util.List;

/**
 * Tells a server which folders it may work on.
 *
 * <p>Specification 2026-07-28: client/roots.
 */
@FunctionalInterface
public interface RootsHandler {
  /**
   * Answers. Called on the thread of the call that is asked back.
   *
   * @return the folders
   * @throws Exception if there is no answer; the call then fails with {@link InputRequestException}
   */
  List<Root> roots() throws Exception;
}
