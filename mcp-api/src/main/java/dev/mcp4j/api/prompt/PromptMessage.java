/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.prompt;

import dev.mcp4j.api.Role;
import dev.mcp4j.api.content.ContentBlock;
import dev.mcp4j.api.content.TextContent;
import java.util.Objects;

/**
 * One message of a prompt.
 *
 * <p>Specification 2026-07-28: server/prompts, PromptMessage.
 *
 * @param role who speaks
 * @param content what is said
 */
public record PromptMessage(Role role, ContentBlock content) {
  /**
   * Checks and copies the components.
   *
   * @param role not null
   * @param content not null
   */
  public PromptMessage {
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(content, "content");
  }

  /**
   * Makes a message of the user.
   *
   * @param text what the user says
   * @return the message
   */
  public static PromptMessage user(String text) {
    return new PromptMessage(Role.USER, TextContent.of(text));
  }

  /**
   * Makes a message of the assistant.
   *
   * @param text what the assistant says
   * @return the message
   */
  public static PromptMessage assistant(String text) {
    return new PromptMessage(Role.ASSISTANT, TextContent.of(text));
  }

  /**
   * Makes a message of the user.
   *
   * @param content what the user shows
   * @return the message
   */
  public static PromptMessage user(ContentBlock content) {
    return new PromptMessage(Role.USER, content);
  }

  /**
   * Makes a message of the assistant.
   *
   * @param content what the assistant shows
   * @return the message
   */
  public static PromptMessage assistant(ContentBlock content) {
    return new PromptMessage(Role.ASSISTANT, content);
  }
}
