/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.legacy;

/** Error codes that only revisions with a handshake have. */
public final class LegacyErrorCode {
  /** There is no resource of that URI. */
  public static final int RESOURCE_NOT_FOUND = -32002;

  /** The user has to visit a web page first; since 2025-11-25. */
  public static final int URL_ELICITATION_REQUIRED = -32042;

  private LegacyErrorCode() {}
}
