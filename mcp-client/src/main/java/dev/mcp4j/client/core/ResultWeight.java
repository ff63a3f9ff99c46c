/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.core;

import dev.mcp4j.api.CacheableResult;
import dev.mcp4j.api.prompt.ListPromptsResult;
import dev.mcp4j.api.resource.ListResourceTemplatesResult;
import dev.mcp4j.api.resource.ListResourcesResult;
import dev.mcp4j.api.tool.ListToolsResult;
import dev.mcp4j.api.tool.Tool;
import dev.mcp4j.jsonrpc.json.McpJson;

/** Estimates how much memory a result holds, or an item of one, by what it takes as text. */
final class ResultWeight {
  private static final long ITEM = 2 * 1024;

  private ResultWeight() {}

  static long of(CacheableResult result) {
    return ITEM * items(result) + 2L * McpJson.write(result).length;
  }

  static long of(Tool tool) {
    return ITEM + 2L * McpJson.write(tool).length;
  }

  private static long items(CacheableResult result) {
    if (result instanceof ListToolsResult list) {
      return 1L + list.tools().size();
    }
    if (result instanceof ListResourcesResult list) {
      return 1L + list.resources().size();
    }
    if (result instanceof ListResourceTemplatesResult list) {
      return 1L + list.resourceTemplates().size();
    }
    if (result instanceof ListPromptsResult list) {
      return 1L + list.prompts().size();
    }
    return 1;
  }
}
