/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import org.jspecify.annotations.Nullable;

/** Reads a resource. Blocks as long as it takes; safe for use by several threads. */
@FunctionalInterface
public interface ResourceHandler {
  /**
   * Reads the resource.
   *
   * <p>What it returns becomes the contents: a {@code String} becomes text, a {@code byte[]}
   * becomes a blob, both of the declared media type; {@code ResourceContents}, a list of them and a
   * {@code ReadResourceResult} are taken as they are; a {@code Reply.InputRequired} asks the client
   * in the handler's own way. Null or an empty {@code Optional} say that there is no such resource.
   *
   * @param call who reads, and how to ask them
   * @return the contents
   * @throws McpException to fail with a JSON-RPC error
   * @throws Exception if it cannot be read for a reason nobody else must learn
   */
  @Nullable Object read(Call call) throws Exception;
}
