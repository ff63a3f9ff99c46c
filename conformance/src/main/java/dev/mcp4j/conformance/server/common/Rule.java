/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.common;

import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.peer.Reply;
import java.util.Set;

/** One group of things that must hold in every exchange. */
public interface Rule {
  /**
   * Reports what the rule has to say about a reply.
   *
   * @param trial where to report
   * @param reply the reply
   */
  void look(Trial trial, Reply reply);

  /**
   * Returns the requirements that the rule checks.
   *
   * @return their ids, also those that only some revisions have
   */
  Set<String> checks();
}
