/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.auth;

import dev.mcp4j.conformance.engine.Trial;
import java.util.Set;

/** One group of things that must hold whenever a server is protected. */
interface AuthRule {
  /** Reports what the rule has to say about all that the servers of a stage were asked. */
  void look(Trial trial, AuthStage stage);

  /** The requirements that the rule checks. */
  Set<String> checks();
}
