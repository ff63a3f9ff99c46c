/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.peer;

/** A binding of the protocol. */
public enum Transport {
  /** Streamable HTTP. */
  HTTP,
  /** Standard streams of a process. */
  STDIO
}
