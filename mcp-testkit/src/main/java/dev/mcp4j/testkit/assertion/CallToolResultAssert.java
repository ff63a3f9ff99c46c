/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.assertion;

import dev.mcp4j.api.content.ContentBlock;
import dev.mcp4j.api.tool.CallToolResult;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions about what a tool returned. */
public final class CallToolResultAssert
    extends AbstractAssert<CallToolResultAssert, CallToolResult> {
  CallToolResultAssert(@Nullable CallToolResult actual) {
    super(actual, CallToolResultAssert.class);
  }

  /**
   * Checks that the tool did not fail.
   *
   * @return this assertion
   */
  public CallToolResultAssert isOk() {
    isNotNull();
    if (actual.failed()) {
      throw failure("%nExpecting the tool to succeed, but it failed with%n  %s", text());
    }
    return this;
  }

  /**
   * Checks that the tool failed: {@code isError} is true.
   *
   * @return this assertion
   */
  public CallToolResultAssert isError() {
    isNotNull();
    if (!actual.failed()) {
      throw failure("%nExpecting the tool to fail, but it returned%n  %s", actual);
    }
    return this;
  }

  /**
   * Checks the text.
   *
   * @param expected the texts of the content, one after the other, with a line break between
   * @return this assertion
   */
  public CallToolResultAssert hasText(String expected) {
    isNotNull();
    if (!text().equals(expected)) {
      throw failureWithActualExpected(
          text(), expected, "%nExpecting the text%n  %s%nbut it is%n  %s", expected, text());
    }
    return this;
  }

  /**
   * Checks a part of the text.
   *
   * @param expected what the text has to contain
   * @return this assertion
   */
  public CallToolResultAssert hasTextContaining(String expected) {
    isNotNull();
    if (!text().contains(expected)) {
      throw failure("%nExpecting the text to contain%n  %s%nbut it is%n  %s", expected, text());
    }
    return this;
  }

  /**
   * Checks the content.
   *
   * @param expected all blocks, in order
   * @return this assertion
   */
  public CallToolResultAssert hasContent(ContentBlock... expected) {
    isNotNull();
    if (!actual.content().equals(List.of(expected))) {
      throw failureWithActualExpected(
          actual.content(),
          List.of(expected),
          "%nExpecting the content%n  %s%nbut it is%n  %s",
          List.of(expected),
          actual.content());
    }
    return this;
  }

  /**
   * Checks a part of the structured content.
   *
   * @param pointer where, as a JSON pointer; empty for the whole
   * @param expected a string, a number, a boolean, null, or JSON
   * @return this assertion
   */
  public CallToolResultAssert hasStructured(String pointer, @Nullable Object expected) {
    structured().has(pointer, expected);
    return this;
  }

  /**
   * Checks the structured content.
   *
   * @param expected all of it, as JSON
   * @return this assertion
   */
  public CallToolResultAssert hasStructuredJson(String expected) {
    structured().isJson(expected);
    return this;
  }

  /**
   * Checks that there is no structured content.
   *
   * @return this assertion
   */
  public CallToolResultAssert hasNoStructured() {
    isNotNull();
    if (actual.structuredContent() != null) {
      throw failure(
          "%nExpecting no structured content, but there is%n  %s", actual.structuredContent());
    }
    return this;
  }

  /**
   * Goes on with the structured content.
   *
   * @return assertions about it
   * @throws AssertionError if there is none
   */
  public JsonAssert structured() {
    isNotNull();
    if (actual.structuredContent() == null) {
      throw failure("%nExpecting structured content, but there is only%n  %s", actual.content());
    }
    return new JsonAssert(actual.structuredContent());
  }

  private String text() {
    return Texts.of(actual.content());
  }
}
