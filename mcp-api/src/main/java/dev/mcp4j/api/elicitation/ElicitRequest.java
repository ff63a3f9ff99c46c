/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.elicitation;

import dev.mcp4j.api.input.InputRequest;
import java.util.Objects;

/**
 * Asks the user something.
 *
 * <p>Specification 2026-07-28: client/elicitation.
 *
 * @param params what to ask and how
 */
public record ElicitRequest(ElicitRequestParams params) implements InputRequest {
  /**
   * Checks and copies the components.
   *
   * @param params not null
   */
  public ElicitRequest {
    Objects.requireNonNull(params, "params");
  }
}
