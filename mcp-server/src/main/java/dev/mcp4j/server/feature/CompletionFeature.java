/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.feature;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.Methods;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.ServerCapabilities;
import dev.mcp4j.api.prompt.Prompt;
import dev.mcp4j.server.Feature;
import dev.mcp4j.server.RouteTable;

/**
 * Suggestions for the arguments of prompts and the variables of resource templates.
 *
 * <p>Specification 2026-07-28: server/utilities/completion.
 */
public final class CompletionFeature implements Feature {
  private final Registry<Prompt, PromptEntry<?>> prompts;
  private final ResourceCatalog resources;

  /** Makes the feature. */
  public CompletionFeature(Registry<Prompt, PromptEntry<?>> prompts, ResourceCatalog resources) {
    this.prompts = prompts;
    this.resources = resources;
  }

  /** Whether there is anything to suggest. */
  public boolean isUseful() {
    return new CompleteRoute(prompts, resources).hasCompleters();
  }

  @Override
  public void describe(ServerCapabilities.Builder capabilities, RequestMeta meta) {
    if (isUseful()) {
      capabilities.completions(JsonObject.EMPTY);
    }
  }

  @Override
  public void routes(RouteTable routes) {
    routes.add(Methods.COMPLETE, new CompleteRoute(prompts, resources));
  }
}
