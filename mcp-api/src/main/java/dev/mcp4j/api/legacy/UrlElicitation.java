/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.legacy;

import java.util.Objects;

/**
 * A web page the user has to visit before a request can succeed.
 *
 * <p>Specification 2025-11-25: client/elicitation, URL Elicitation Required Error.
 *
 * @param message why
 * @param url the page
 * @param elicitationId tells this elicitation from the others of the server
 */
public record UrlElicitation(String message, String url, String elicitationId) {
  /**
   * Checks the components.
   *
   * @param message not null
   * @param url not null
   * @param elicitationId not null
   */
  public UrlElicitation {
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(elicitationId, "elicitationId");
  }
}
