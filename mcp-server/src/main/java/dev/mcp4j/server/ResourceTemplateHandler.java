/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import org.jspecify.annotations.Nullable;

/**
 * Reads the resources of a template. Blocks as long as it takes; safe for use by several threads.
 *
 * <p><strong>The variables come from the client.</strong> They are percent-decoded, so a variable
 * may hold {@code ../}, a slash, or the start of an absolute path. One that names a file must be
 * resolved, normalized and then checked:
 *
 * <pre>{@code
 * Path file = root.resolve(match.get("path")).normalize();
 * if (!file.startsWith(root)) {
 *   return null; // no such resource
 * }
 * }</pre>
 */
@FunctionalInterface
public interface ResourceTemplateHandler {
  /**
   * Reads a resource.
   *
   * @param match the URI and the variables found in it
   * @param call who reads, and how to ask them
   * @return the contents, as {@link ResourceHandler#read} returns them; null if there is no such
   *     resource
   * @throws McpException to fail with a JSON-RPC error
   * @throws Exception if it cannot be read for a reason nobody else must learn
   */
  @Nullable Object read(TemplateMatch match, Call call) throws Exception;
}
