/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import org.jspecify.annotations.Nullable;

/**
 * Writes a prompt. Blocks as long as it takes; safe for use by several threads.
 *
 * @param <T> what it takes
 */
@FunctionalInterface
public interface PromptHandler<T> {
  /**
   * Writes the prompt.
   *
   * <p>What it returns becomes the messages: a {@code String} or a {@code ContentBlock} becomes one
   * message of the user; a {@code PromptMessage}, a list of them and a {@code GetPromptResult} are
   * taken as they are; a {@code Reply.InputRequired} asks the client in the handler's own way.
   *
   * @param arguments the arguments; the required ones are there
   * @param call who asks for the prompt, and how to ask them
   * @return the messages
   * @throws McpException to fail with a JSON-RPC error
   * @throws Exception if it fails for a reason nobody else must learn
   */
  @Nullable Object get(T arguments, Call call) throws Exception;
}
