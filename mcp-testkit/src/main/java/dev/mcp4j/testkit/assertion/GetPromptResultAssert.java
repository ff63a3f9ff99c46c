/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.assertion;

import dev.mcp4j.api.Role;
import dev.mcp4j.api.content.TextContent;
import dev.mcp4j.api.prompt.GetPromptResult;
import dev.mcp4j.api.prompt.PromptMessage;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions about the messages of a prompt. */
public final class GetPromptResultAssert
    extends AbstractAssert<GetPromptResultAssert, GetPromptResult> {
  GetPromptResultAssert(@Nullable GetPromptResult actual) {
    super(actual, GetPromptResultAssert.class);
  }

  /**
   * Checks how many messages there are.
   *
   * @param expected how many
   * @return this assertion
   */
  public GetPromptResultAssert hasMessages(int expected) {
    isNotNull();
    if (actual.messages().size() != expected) {
      throw failure(
          "%nExpecting %d messages, but there are %d%n  %s",
          expected, actual.messages().size(), actual.messages());
    }
    return this;
  }

  /**
   * Checks a message.
   *
   * @param index which one, 0 for the first
   * @param role who says it
   * @param text what is said
   * @return this assertion
   */
  public GetPromptResultAssert hasMessage(int index, Role role, String text) {
    isNotNull();
    PromptMessage expected = new PromptMessage(role, TextContent.of(text));
    if (index >= actual.messages().size()) {
      throw failure(
          "%nExpecting message %d%n  %s%nbut there are %d%n  %s",
          index, expected, actual.messages().size(), actual.messages());
    }
    PromptMessage found = actual.messages().get(index);
    if (!found.equals(expected)) {
      throw failureWithActualExpected(
          found, expected, "%nExpecting message %d%n  %s%nbut it is%n  %s", index, expected, found);
    }
    return this;
  }
}
