/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.assertion;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mcp4j.jsonrpc.json.McpJson;
import dev.mcp4j.testkit.GoldenFile;
import dev.mcp4j.testkit.Side;
import dev.mcp4j.testkit.Transcript;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Assertions about what was said. */
public final class TranscriptAssert extends AbstractAssert<TranscriptAssert, Transcript> {
  TranscriptAssert(@Nullable Transcript actual) {
    super(actual, TranscriptAssert.class);
  }

  /**
   * Checks the whole transcript against a file.
   *
   * @param path where the file is, see {@link GoldenFile}
   * @return this assertion
   */
  public TranscriptAssert matchesGolden(Path path) {
    isNotNull();
    GoldenFile.at(path).check(actual.toString());
    return this;
  }

  /**
   * Checks how many messages a side sent.
   *
   * @param side which side
   * @param expected how many
   * @return this assertion
   */
  public TranscriptAssert hasMessages(Side side, int expected) {
    isNotNull();
    int found = actual.messages(side).size();
    if (found != expected) {
      throw failure(
          "%nExpecting %d messages of the %s, but there are %d:%n%s",
          expected, side, found, actual);
    }
    return this;
  }

  /**
   * Checks which methods a side used.
   *
   * @param side which side
   * @param expected the methods of its requests and notifications, in order
   * @return this assertion
   */
  public TranscriptAssert hasMethods(Side side, String... expected) {
    isNotNull();
    List<String> methods =
        actual.messages(side).stream()
            .map(TranscriptAssert::json)
            .filter(message -> message.has("method"))
            .map(message -> message.path("method").asString(""))
            .toList();
    if (!methods.equals(List.of(expected))) {
      throw failureWithActualExpected(
          methods,
          List.of(expected),
          "%nExpecting the %s to use%n  %s%nbut it used%n  %s%nin%n%s",
          side,
          List.of(expected),
          methods,
          actual);
    }
    return this;
  }

  /**
   * Goes on with a message.
   *
   * @param side whose message
   * @param index which one of that side, 0 for the first
   * @return assertions about it
   * @throws AssertionError if there is no such message
   */
  public JsonAssert message(Side side, int index) {
    isNotNull();
    List<String> messages = actual.messages(side);
    if (index >= messages.size()) {
      throw failure(
          "%nExpecting message %d of the %s, but there are %d:%n%s",
          index, side, messages.size(), actual);
    }
    return new JsonAssert(json(messages.get(index)));
  }

  private static JsonNode json(String message) {
    return McpJson.read(JsonNode.class, message.getBytes(UTF_8));
  }
}
