/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api;

import dev.mcp4j.api.completion.CompleteRequestParams;
import dev.mcp4j.api.completion.CompleteResult;
import dev.mcp4j.api.discovery.DiscoverResult;
import dev.mcp4j.api.prompt.GetPromptRequestParams;
import dev.mcp4j.api.prompt.GetPromptResult;
import dev.mcp4j.api.prompt.ListPromptsResult;
import dev.mcp4j.api.resource.ListResourceTemplatesResult;
import dev.mcp4j.api.resource.ListResourcesResult;
import dev.mcp4j.api.resource.ReadResourceRequestParams;
import dev.mcp4j.api.resource.ReadResourceResult;
import dev.mcp4j.api.subscription.SubscriptionsListenRequestParams;
import dev.mcp4j.api.subscription.SubscriptionsListenResult;
import dev.mcp4j.api.tool.CallToolRequestParams;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.api.tool.ListToolsResult;
import java.util.List;

/**
 * The request methods of the core protocol.
 *
 * <p>Specification 2026-07-28: schema, ClientRequest.
 */
public final class Methods {
  /** Asks what the server supports. */
  public static final RequestMethod<EmptyRequestParams, DiscoverResult> DISCOVER =
      new RequestMethod<>("server/discover", EmptyRequestParams.class, DiscoverResult.class);

  /** Lists tools. */
  public static final RequestMethod<PaginatedRequestParams, ListToolsResult> LIST_TOOLS =
      new RequestMethod<>("tools/list", PaginatedRequestParams.class, ListToolsResult.class);

  /** Calls a tool. */
  public static final RequestMethod<CallToolRequestParams, CallToolResult> CALL_TOOL =
      new RequestMethod<>("tools/call", CallToolRequestParams.class, CallToolResult.class);

  /** Lists resources. */
  public static final RequestMethod<PaginatedRequestParams, ListResourcesResult> LIST_RESOURCES =
      new RequestMethod<>(
          "resources/list", PaginatedRequestParams.class, ListResourcesResult.class);

  /** Lists resource templates. */
  public static final RequestMethod<PaginatedRequestParams, ListResourceTemplatesResult>
      LIST_RESOURCE_TEMPLATES =
          new RequestMethod<>(
              "resources/templates/list",
              PaginatedRequestParams.class,
              ListResourceTemplatesResult.class);

  /** Reads a resource. */
  public static final RequestMethod<ReadResourceRequestParams, ReadResourceResult> READ_RESOURCE =
      new RequestMethod<>(
          "resources/read", ReadResourceRequestParams.class, ReadResourceResult.class);

  /** Lists prompts. */
  public static final RequestMethod<PaginatedRequestParams, ListPromptsResult> LIST_PROMPTS =
      new RequestMethod<>("prompts/list", PaginatedRequestParams.class, ListPromptsResult.class);

  /** Gets a prompt. */
  public static final RequestMethod<GetPromptRequestParams, GetPromptResult> GET_PROMPT =
      new RequestMethod<>("prompts/get", GetPromptRequestParams.class, GetPromptResult.class);

  /** Suggests values of an argument. */
  public static final RequestMethod<CompleteRequestParams, CompleteResult> COMPLETE =
      new RequestMethod<>("completion/complete", CompleteRequestParams.class, CompleteResult.class);

  /** Listens for changes. */
  public static final RequestMethod<SubscriptionsListenRequestParams, SubscriptionsListenResult>
      LISTEN =
          new RequestMethod<>(
              "subscriptions/listen",
              SubscriptionsListenRequestParams.class,
              SubscriptionsListenResult.class);

  /** All of them. */
  public static final List<RequestMethod<?, ?>> ALL =
      List.of(
          DISCOVER,
          LIST_TOOLS,
          CALL_TOOL,
          LIST_RESOURCES,
          LIST_RESOURCE_TEMPLATES,
          READ_RESOURCE,
          LIST_PROMPTS,
          GET_PROMPT,
          COMPLETE,
          LISTEN);

  private Methods() {}
}
