/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.task;

/** What clients get that do not declare the Tasks extension. */
public enum OtherClients {
  /** They wait for the result, as with any other tool. */
  WAIT,
  /** They are refused with {@code -32021}. */
  REFUSE
}
