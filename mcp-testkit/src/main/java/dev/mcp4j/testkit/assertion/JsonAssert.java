/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.assertion;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mcp4j.jsonrpc.json.McpJson;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Assertions about JSON. Numbers are equal if their values are: {@code 1} and {@code 1.0}. */
public final class JsonAssert extends AbstractAssert<JsonAssert, JsonNode> {
  JsonAssert(@Nullable JsonNode actual) {
    super(actual, JsonAssert.class);
  }

  /**
   * Checks the value at a place.
   *
   * @param pointer the place, a JSON pointer such as {@code /hits/0/id}; empty for the whole
   * @param expected a string, a number, a boolean, null, or a {@link JsonNode}
   * @return this assertion
   * @throws IllegalArgumentException if the pointer is malformed, or the expected value of another
   *     type
   */
  public JsonAssert has(String pointer, @Nullable Object expected) {
    isNotNull();
    JsonNode found = actual.at(JsonPointer.compile(pointer));
    JsonNode wanted = JsonValues.of(expected);
    if (found.isMissingNode()) {
      throw failure(
          "%nExpecting%n  %s%nto have at %s%n  %s%nbut there is nothing",
          actual, shown(pointer), wanted);
    }
    if (!JsonValues.equal(found, wanted)) {
      throw failureWithActualExpected(
          found,
          wanted,
          "%nExpecting%n  %s%nto have at %s%n  %s%nbut there is%n  %s",
          actual,
          shown(pointer),
          wanted,
          found);
    }
    return this;
  }

  /**
   * Checks that there is something at a place.
   *
   * @param pointer the place, a JSON pointer
   * @return this assertion
   */
  public JsonAssert has(String pointer) {
    isNotNull();
    if (actual.at(JsonPointer.compile(pointer)).isMissingNode()) {
      throw failure("%nExpecting%n  %s%nto have something at %s", actual, shown(pointer));
    }
    return this;
  }

  /**
   * Checks that there is nothing at a place.
   *
   * @param pointer the place, a JSON pointer
   * @return this assertion
   */
  public JsonAssert lacks(String pointer) {
    isNotNull();
    JsonNode found = actual.at(JsonPointer.compile(pointer));
    if (!found.isMissingNode()) {
      throw failure(
          "%nExpecting%n  %s%nto have nothing at %s, but there is%n  %s",
          actual, shown(pointer), found);
    }
    return this;
  }

  /**
   * Checks the whole value, whatever the order of members.
   *
   * @param expected JSON
   * @return this assertion
   * @throws dev.mcp4j.jsonrpc.json.JsonSyntaxException if that is no JSON
   */
  public JsonAssert isJson(String expected) {
    return has("", McpJson.read(JsonNode.class, expected.getBytes(UTF_8)));
  }

  /**
   * Goes on with what is at a place.
   *
   * @param pointer the place, a JSON pointer
   * @return assertions about the value there
   * @throws AssertionError if there is nothing
   */
  public JsonAssert at(String pointer) {
    has(pointer);
    return new JsonAssert(actual.at(JsonPointer.compile(pointer)));
  }

  private static String shown(String pointer) {
    return pointer.isEmpty() ? "its root" : pointer;
  }
}
