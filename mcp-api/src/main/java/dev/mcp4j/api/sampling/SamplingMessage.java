/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.sampling;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.Role;
import dev.mcp4j.api.content.SamplingMessageContentBlock;
import dev.mcp4j.api.content.TextContent;
import java.util.List;
import java.util.Objects;

/**
 * One message of a conversation with a model.
 *
 * <p>Specification 2026-07-28: schema, SamplingMessage.
 *
 * @param role who speaks
 * @param content what is said; one element is written as an object, several as an array
 * @param meta other metadata under {@code _meta}; empty if absent
 */
public record SamplingMessage(
    Role role, List<SamplingMessageContentBlock> content, JsonObject meta) {
  /**
   * Checks and copies the components.
   *
   * @param role not null
   * @param content copied; no null elements
   * @param meta not null
   */
  public SamplingMessage {
    Objects.requireNonNull(role, "role");
    content = List.copyOf(content);
    Objects.requireNonNull(meta, "meta");
  }

  /**
   * Makes a message of the user.
   *
   * @param text what the user says
   * @return the message
   */
  public static SamplingMessage user(String text) {
    return new SamplingMessage(Role.USER, List.of(TextContent.of(text)), JsonObject.EMPTY);
  }
}
