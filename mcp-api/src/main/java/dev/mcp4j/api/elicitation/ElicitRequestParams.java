/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.elicitation;

/**
 * What to ask the user, and how.
 *
 * <p>Specification 2026-07-28: schema, ElicitRequestParams.
 */
public sealed interface ElicitRequestParams
    permits ElicitRequestFormParams, ElicitRequestURLParams {
  /**
   * Returns what the user is told.
   *
   * @return the message
   */
  String message();
}
