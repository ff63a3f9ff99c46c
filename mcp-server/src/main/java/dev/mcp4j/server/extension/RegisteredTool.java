/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.extension;

import dev.mcp4j.api.tool.Tool;
import org.jspecify.annotations.Nullable;

/** A tool of a server, as an extension sees it. */
public interface RegisteredTool {
  /**
   * Returns what the list of tools says about it.
   *
   * @return the description
   */
  Tool descriptor();

  /**
   * Returns what was {@linkplain dev.mcp4j.server.ToolBuilder#attach attached} to it for an
   * extension.
   *
   * @param type the class of the attachment
   * @param <A> the class of the attachment
   * @return the attachment, or null if there is none of that class
   */
  <A> @Nullable A attachment(Class<A> type);
}
