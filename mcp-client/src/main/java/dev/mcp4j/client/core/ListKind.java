/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.core;

import dev.mcp4j.api.Methods;
import dev.mcp4j.api.PaginatedRequestParams;
import dev.mcp4j.api.RequestMethod;
import dev.mcp4j.api.Result;
import dev.mcp4j.api.prompt.ListPromptsResult;
import dev.mcp4j.api.prompt.Prompt;
import dev.mcp4j.api.resource.ListResourceTemplatesResult;
import dev.mcp4j.api.resource.ListResourcesResult;
import dev.mcp4j.api.resource.Resource;
import dev.mcp4j.api.resource.ResourceTemplate;
import dev.mcp4j.api.tool.ListToolsResult;
import dev.mcp4j.api.tool.Tool;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list that comes in pages.
 *
 * @param method the method that fetches a page
 * @param items takes the items out of a page
 * @param nextCursor takes the cursor of the next page out of a page; null on the last one
 * @param key what tells items apart
 * @param <T> the items
 * @param <R> the page
 */
public record ListKind<T, R extends Result>(
    RequestMethod<PaginatedRequestParams, R> method,
    Function<R, List<T>> items,
    Function<R, @Nullable String> nextCursor,
    Function<T, String> key) {
  /** The tools. */
  public static final ListKind<Tool, ListToolsResult> TOOLS =
      new ListKind<>(
          Methods.LIST_TOOLS, ListToolsResult::tools, ListToolsResult::nextCursor, Tool::name);

  /** The resources. */
  public static final ListKind<Resource, ListResourcesResult> RESOURCES =
      new ListKind<>(
          Methods.LIST_RESOURCES,
          ListResourcesResult::resources,
          ListResourcesResult::nextCursor,
          Resource::uri);

  /** The resource templates. */
  public static final ListKind<ResourceTemplate, ListResourceTemplatesResult> RESOURCE_TEMPLATES =
      new ListKind<>(
          Methods.LIST_RESOURCE_TEMPLATES,
          ListResourceTemplatesResult::resourceTemplates,
          ListResourceTemplatesResult::nextCursor,
          ResourceTemplate::uriTemplate);

  /** The prompts. */
  public static final ListKind<Prompt, ListPromptsResult> PROMPTS =
      new ListKind<>(
          Methods.LIST_PROMPTS,
          ListPromptsResult::prompts,
          ListPromptsResult::nextCursor,
          Prompt::name);
}
