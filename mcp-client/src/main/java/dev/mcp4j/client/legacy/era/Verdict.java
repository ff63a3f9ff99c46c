/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.era;

/** What an answer to a request of this revision says about the server. */
enum Verdict {
  /** The server knows this revision, or a later one. */
  MODERN,
  /** The server knows nothing of this revision. */
  LEGACY,
  /** The answer says nothing about the server; somebody or something else gave it. */
  NONE
}
