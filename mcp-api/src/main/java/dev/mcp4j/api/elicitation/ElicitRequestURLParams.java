/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.elicitation;

import java.util.Objects;

/**
 * Asks the user to open a link, for what must not pass through the client.
 *
 * <p>Specification 2026-07-28: client/elicitation, URL Mode.
 *
 * @param message why the link should be opened
 * @param url the link
 */
public record ElicitRequestURLParams(String message, String url) implements ElicitRequestParams {
  /**
   * Checks and copies the components.
   *
   * @param message not null
   * @param url not null
   */
  public ElicitRequestURLParams {
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(url, "url");
  }
}
