/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.legacy;

import java.util.List;

/**
 * Details of {@link LegacyErrorCode#URL_ELICITATION_REQUIRED}.
 *
 * <p>Specification 2025-11-25: client/elicitation, URL Elicitation Required Error.
 *
 * @param elicitations what has to be completed before the request is sent again
 */
public record UrlElicitationRequiredData(List<UrlElicitation> elicitations) {
  /**
   * Copies the component.
   *
   * @param elicitations copied; no null elements
   */
  public UrlElicitationRequiredData {
    elicitations = List.copyOf(elicitations);
  }
}
