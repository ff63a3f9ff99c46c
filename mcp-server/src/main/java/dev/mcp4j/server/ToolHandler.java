/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import org.jspecify.annotations.Nullable;

/**
 * The work of a tool. Blocks as long as it takes; safe for use by several threads.
 *
 * @param <T> what it takes
 */
@FunctionalInterface
public interface ToolHandler<T> {
  /**
   * Does the work.
   *
   * <p>What it returns becomes the result:
   *
   * <ul>
   *   <li>a {@code String} becomes text, unless the tool promises structured content;
   *   <li>a {@code ContentBlock}, or a list of them, becomes content;
   *   <li>a {@code CallToolResult} is the result;
   *   <li>null or an empty {@code Optional} becomes a result without content;
   *   <li>a {@code Reply.InputRequired} asks the client in the handler's own way;
   *   <li>anything else, such as a record, a list, a map, a number or a {@code JsonNode}, becomes
   *       structured content, and its JSON becomes text.
   * </ul>
   *
   * @param input the arguments; they satisfy the input schema
   * @param call who calls, and how to ask them
   * @return the result
   * @throws ToolError to tell the model what went wrong
   * @throws McpException to fail with a JSON-RPC error
   * @throws Exception if the tool fails for a reason nobody else must learn
   */
  @Nullable Object handle(T input, Call call) throws Exception;
}
