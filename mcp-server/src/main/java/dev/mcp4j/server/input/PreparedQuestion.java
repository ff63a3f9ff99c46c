/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.input;

import dev.mcp4j.api.input.InputRequest;
import dev.mcp4j.jsonrpc.json.McpJson;
import dev.mcp4j.server.Question;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * A question in the form it is sent, with what reads its answer.
 *
 * @param question the question
 * @param request what the client gets
 * @param digest the fingerprint of the request
 * @param reader reads an answer; throws an {@link UnfitAnswer} for any other JSON
 * @param <T> the type of the answer
 */
record PreparedQuestion<T>(
    Question<T> question, InputRequest request, String digest, Function<JsonNode, T> reader) {

  static <T> PreparedQuestion<T> of(
      Question<T> question, InputRequest request, Function<JsonNode, T> reader) {
    return new PreparedQuestion<>(
        question, request, CanonicalDigest.of(McpJson.toTree(request)), reader);
  }

  String key() {
    return question.key();
  }
}
