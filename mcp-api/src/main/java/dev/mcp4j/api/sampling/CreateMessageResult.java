/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.sampling;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.Role;
import dev.mcp4j.api.content.SamplingMessageContentBlock;
import dev.mcp4j.api.content.TextContent;
import dev.mcp4j.api.input.InputResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the model said.
 *
 * <p>Specification 2026-07-28: schema, CreateMessageResult.
 *
 * @param role who speaks
 * @param content what was said; one element is written as an object, several as an array
 * @param model the name of the model
 * @param stopReason why it stopped, such as {@code endTurn} or {@code toolUse}; null if unknown
 * @param meta other metadata under {@code _meta}; empty if absent
 */
public record CreateMessageResult(
    Role role,
    List<SamplingMessageContentBlock> content,
    String model,
    @Nullable String stopReason,
    JsonObject meta)
    implements InputResponse {
  /**
   * Checks and copies the components.
   *
   * @param role not null
   * @param content copied; no null elements
   * @param model not null
   * @param stopReason may be null
   * @param meta not null
   */
  public CreateMessageResult {
    Objects.requireNonNull(role, "role");
    content = List.copyOf(content);
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(meta, "meta");
  }

  /**
   * Makes an answer that is text, of a model that has come to its end.
   *
   * @param model the name of the model
   * @param text what it says
   * @return the answer
   */
  public static CreateMessageResult text(String model, String text) {
    return new CreateMessageResult(
        Role.ASSISTANT, List.of(TextContent.of(text)), model, "endTurn", JsonObject.EMPTY);
  }
}
