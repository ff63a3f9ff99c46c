/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.elicitation;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.input.InputResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the user answered.
 *
 * <p>Specification 2026-07-28: schema, ElicitResult.
 *
 * @param action what the user did
 * @param content the filled-in fields; null unless a form was accepted
 */
public record ElicitResult(ElicitAction action, @Nullable JsonObject content)
    implements InputResponse {
  /**
   * Checks and copies the components.
   *
   * @param action not null
   * @param content may be null
   */
  public ElicitResult {
    Objects.requireNonNull(action, "action");
  }

  /** The user said no. */
  public static final ElicitResult DECLINED = new ElicitResult(ElicitAction.DECLINE, null);

  /** The user did not decide. */
  public static final ElicitResult CANCELLED = new ElicitResult(ElicitAction.CANCEL, null);

  /**
   * Makes the answer of a user who filled in a form.
   *
   * @param content the fields by name
   * @return the answer
   */
  public static ElicitResult accept(JsonObject content) {
    return new ElicitResult(ElicitAction.ACCEPT, content);
  }
}
