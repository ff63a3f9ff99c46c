/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.feature;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.ListCapability;
import dev.mcp4j.api.Methods;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.ResultMeta;
import dev.mcp4j.api.ServerCapabilities;
import dev.mcp4j.api.prompt.ListPromptsResult;
import dev.mcp4j.api.prompt.Prompt;
import dev.mcp4j.server.Feature;
import dev.mcp4j.server.RouteTable;

/**
 * The prompts of a server.
 *
 * <p>Specification 2026-07-28: server/prompts.
 */
public final class PromptFeature implements Feature {
  private final Registry<Prompt, PromptEntry<?>> prompts;
  private final boolean mayChange;
  private final CachePolicy caching;
  private final Calls calls;

  /**
   * Makes the feature.
   *
   * @param mayChange whether prompts are added and removed while the server runs
   * @param caching how long the list may be cached
   * @param calls runs handlers
   */
  public PromptFeature(
      Registry<Prompt, PromptEntry<?>> prompts,
      boolean mayChange,
      CachePolicy caching,
      Calls calls) {
    this.prompts = prompts;
    this.mayChange = mayChange;
    this.caching = caching;
    this.calls = calls;
  }

  @Override
  public void describe(ServerCapabilities.Builder capabilities, RequestMeta meta) {
    capabilities.prompts(new ListCapability(mayChange ? true : null, JsonObject.EMPTY));
  }

  @Override
  public void routes(RouteTable routes) {
    routes.add(
        Methods.LIST_PROMPTS,
        new ListRoute<Prompt, ListPromptsResult>(
            prompts,
            caching,
            (items, next, hints) -> new ListPromptsResult(items, next, hints, ResultMeta.EMPTY)));
    routes.add(Methods.GET_PROMPT, new GetPromptRoute(prompts, calls));
  }
}
