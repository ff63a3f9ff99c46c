/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.elicitation;

import java.util.Objects;

/**
 * Asks the user to fill in a form.
 *
 * <p>Specification 2026-07-28: client/elicitation, Form Mode.
 *
 * @param message what is asked and why
 * @param requestedSchema the fields of the form
 */
public record ElicitRequestFormParams(String message, FormSchema requestedSchema)
    implements ElicitRequestParams {
  /**
   * Checks and copies the components.
   *
   * @param message not null
   * @param requestedSchema not null
   */
  public ElicitRequestFormParams {
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(requestedSchema, "requestedSchema");
  }
}
