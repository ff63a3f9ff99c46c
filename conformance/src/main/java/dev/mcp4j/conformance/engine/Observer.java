/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.engine;

import dev.mcp4j.conformance.peer.Reply;

/** Looks at every reply for what must hold in all of them. */
public interface Observer {
  /**
   * Looks at a reply.
   *
   * @param trial where to report, by {@link Trial#observe}
   * @param reply the reply
   */
  void look(Trial trial, Reply reply);

  /**
   * Returns how requests of the revision are made.
   *
   * @return that of the stateless protocol, unless there is another one
   */
  default Dialect dialect() {
    return Dialect.STATELESS;
  }
}
