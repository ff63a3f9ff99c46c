/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client;

import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.script.Asked;
import java.util.List;
import java.util.Set;

/** One group of things that must hold in all that a client sends. */
public interface ClientRule {
  /**
   * Reports what the rule has to say about all that one server received.
   *
   * @param trial where to report
   * @param stage the stage it was received on
   * @param all the messages in order
   */
  void look(Trial trial, Stage stage, List<Asked> all);

  /**
   * Returns the requirements that the rule checks.
   *
   * @return their ids
   */
  Set<String> checks();
}
