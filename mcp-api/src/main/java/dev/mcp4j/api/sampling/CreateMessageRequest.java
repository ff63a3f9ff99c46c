/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.sampling;

import dev.mcp4j.api.input.InputRequest;
import java.util.Objects;

/**
 * Asks the model of the client for a message.
 *
 * <p>Specification 2026-07-28: client/sampling.
 *
 * @param params what to ask
 */
public record CreateMessageRequest(CreateMessageRequestParams params) implements InputRequest {
  /**
   * Checks and copies the components.
   *
   * @param params not null
   */
  public CreateMessageRequest {
    Objects.requireNonNull(params, "params");
  }
}
