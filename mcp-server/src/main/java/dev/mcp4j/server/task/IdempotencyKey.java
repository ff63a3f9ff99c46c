/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.task;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.task.TaskMethods;
import dev.mcp4j.api.tool.CallToolRequestParams;
import dev.mcp4j.server.McpException;
import dev.mcp4j.server.McpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a repeated call has in common with the first: its principal, its tool, and its key. */
final class IdempotencyKey {
  private static final int MAX_LENGTH = 256;

  /** Without a principal the key alone tells clients apart, so it must not be guessed. */
  private static final int MIN_ANONYMOUS_LENGTH = 22;

  private IdempotencyKey() {}

  /**
   * Makes the key of a call.
   *
   * @return the key, or null if the call cannot be repeated
   * @throws McpException if the client sent one that is none
   */
  static @Nullable String of(McpRequest<CallToolRequestParams> request) {
    JsonNode given = request.meta().other().get(TaskMethods.IDEMPOTENCY_KEY);
    if (given == null) {
      return null;
    }
    String principal = request.caller().principal();
    int atLeast = principal == null ? MIN_ANONYMOUS_LENGTH : 1;
    String key = given.isString() ? given.stringValue() : "";
    if (key.length() < atLeast || key.length() > MAX_LENGTH) {
      throw new McpException(
          ErrorCode.INVALID_PARAMS,
          "/params/_meta/%s: expected a text of %d to %d characters"
              .formatted(TaskMethods.IDEMPOTENCY_KEY.replace("/", "~1"), atLeast, MAX_LENGTH));
    }
    return digest(principal == null ? "-" : "+" + principal, request.params().name(), key);
  }

  /** Lengths go in front: no two triples have the same text. */
  private static String digest(String... parts) {
    StringBuilder text = new StringBuilder();
    for (String part : parts) {
      text.append(part.length()).append(':').append(part);
    }
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] digest = sha.digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
