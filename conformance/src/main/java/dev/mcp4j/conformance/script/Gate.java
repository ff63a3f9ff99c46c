/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.script;

import dev.mcp4j.conformance.wire.IncomingRequest;
import java.util.Optional;

/** Stands before a scripted server over HTTP, and answers what is not to reach it. */
@FunctionalInterface
public interface Gate {
  /** Lets everything pass. */
  Gate OPEN = request -> Optional.empty();

  /**
   * Looks at a request. Called by the thread that reads the connection.
   *
   * @param request the request
   * @return what to answer, empty to let the request pass
   */
  Optional<HttpReply> reply(IncomingRequest request);
}
