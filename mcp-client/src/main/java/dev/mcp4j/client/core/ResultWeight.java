/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.core;

import dev.mcp4j.api.CacheableResult;
import dev.mcp4j.api.prompt.ListPromptsResult;
import dev.mcp4j.api.resource.BlobResourceContents;
import dev.mcp4j.api.resource.ListResourceTemplatesResult;
import dev.mcp4j.api.resource.ListResourcesResult;
import dev.mcp4j.api.resource.ReadResourceResult;
import dev.mcp4j.api.resource.ResourceContents;
import dev.mcp4j.api.resource.TextResourceContents;
import dev.mcp4j.api.tool.ListToolsResult;

/** Estimates how much memory a result holds. Only contents of resources need more than a guess. */
final class ResultWeight {
  private static final long ITEM = 2 * 1024;

  private ResultWeight() {}

  static long of(CacheableResult result) {
    if (result instanceof ReadResourceResult read) {
      return ITEM + read.contents().stream().mapToLong(ResultWeight::of).sum();
    }
    int items = 1;
    if (result instanceof ListToolsResult list) {
      items += list.tools().size();
    } else if (result instanceof ListResourcesResult list) {
      items += list.resources().size();
    } else if (result instanceof ListResourceTemplatesResult list) {
      items += list.resourceTemplates().size();
    } else if (result instanceof ListPromptsResult list) {
      items += list.prompts().size();
    }
    return items * ITEM;
  }

  private static long of(ResourceContents contents) {
    if (contents instanceof TextResourceContents text) {
      return 2L * text.text().length();
    }
    return contents instanceof BlobResourceContents blob ? blob.blob().length() : ITEM;
  }
}
