/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.tests.handler;

import dev.mcp4j.api.ProtocolVersion;
import dev.mcp4j.testkit.junit.McpTestRun;

/** What not every revision has, and since which one there is. */
enum Feature {
  /** A message with a report of progress. */
  PROGRESS_MESSAGES(ProtocolVersion.V2025_03_26),
  /** Structured results of tools, and their schemas. */
  STRUCTURED_RESULTS(ProtocolVersion.V2025_06_18),
  /** Forms that the user fills in. */
  FORMS(ProtocolVersion.V2025_06_18),
  /** Web pages that the user is sent to. */
  PAGES(ProtocolVersion.V2025_11_25),
  /** A log level with each request; before, a server logs unless told otherwise. */
  LOG_LEVEL_OF_A_REQUEST(ProtocolVersion.V2026_07_28);

  private final String since;

  Feature(String since) {
    this.since = since;
  }

  /** Whether the revision of a run has it. Revisions are dates. */
  boolean in(McpTestRun run) {
    return run.revision().compareTo(since) >= 0;
  }
}
