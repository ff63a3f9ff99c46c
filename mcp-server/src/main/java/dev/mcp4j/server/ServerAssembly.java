/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.Methods;
import dev.mcp4j.api.ProtocolVersion;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.RequestMethod;
import dev.mcp4j.api.ServerCapabilities;
import dev.mcp4j.api.prompt.Prompt;
import dev.mcp4j.api.tool.Tool;
import dev.mcp4j.server.adapter.RevisionAdapter;
import dev.mcp4j.server.core.ExtensionTopics;
import dev.mcp4j.server.core.Pipeline;
import dev.mcp4j.server.core.Routes;
import dev.mcp4j.server.core.ServerCore;
import dev.mcp4j.server.core.ServerThreads;
import dev.mcp4j.server.core.SubscriptionRouter;
import dev.mcp4j.server.core.ThreadTicker;
import dev.mcp4j.server.event.EventBus;
import dev.mcp4j.server.event.ServerEvent;
import dev.mcp4j.server.feature.CachePolicy;
import dev.mcp4j.server.feature.Calls;
import dev.mcp4j.server.feature.Capabilities;
import dev.mcp4j.server.feature.CompletionFeature;
import dev.mcp4j.server.feature.DiscoverFeature;
import dev.mcp4j.server.feature.Incidents;
import dev.mcp4j.server.feature.ListenFeature;
import dev.mcp4j.server.feature.PromptEntry;
import dev.mcp4j.server.feature.PromptFeature;
import dev.mcp4j.server.feature.Registry;
import dev.mcp4j.server.feature.ResourceCatalog;
import dev.mcp4j.server.feature.ResourceFeature;
import dev.mcp4j.server.feature.ToolEntry;
import dev.mcp4j.server.feature.ToolFeature;
import dev.mcp4j.server.feature.ToolInvocation;
import dev.mcp4j.server.feature.ToolResults;
import dev.mcp4j.server.feature.ToolRuns;
import dev.mcp4j.server.input.InputEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Puts a server together from what a builder was told. */
final class ServerAssembly {
  private final McpServerBuilder builder;
  private final Settings settings;
  private final Registry<Tool, ToolEntry<?>> tools;
  private final Registry<Prompt, PromptEntry<?>> prompts;
  private final ResourceCatalog resources;
  private final Calls calls;

  private ServerAssembly(McpServerBuilder builder) {
    this.builder = builder;
    this.settings = builder.settings;
    this.tools = new Registry<>("tools", builder.pageSize);
    this.prompts = new Registry<>("prompts", builder.pageSize);
    this.resources =
        new ResourceCatalog(
            new Registry<>("resources", builder.pageSize),
            new Registry<>("resource templates", builder.pageSize));
    this.calls =
        new Calls(
            new InputEngine(
                builder.keys, builder.inputLimits, builder.types, builder.clock, builder.random),
            settings.has("logging"));
  }

  static McpServer of(McpServerBuilder builder, EventBus events, RevisionAdapter others) {
    ServerAssembly assembly = new ServerAssembly(builder);
    assembly.register();
    return assembly.assemble(events, others);
  }

  private void register() {
    tools.addAll(builder.tools.stream().map(tool -> tool.compile(builder.types)).toList());
    prompts.addAll(builder.prompts.stream().map(prompt -> prompt.compile(builder.types)).toList());
    resources
        .resources()
        .addAll(builder.resources.stream().map(ResourceDefinition::entry).toList());
    resources
        .templates()
        .addAll(builder.templates.stream().map(ResourceTemplateDefinition::entry).toList());
  }

  private McpServer assemble(EventBus events, RevisionAdapter others) {
    Incidents incidents = new Incidents(builder.random);
    ServerThreads threads =
        builder.executor == null ? ServerThreads.create() : ServerThreads.of(builder.executor);
    List<Feature> extensions = List.copyOf(builder.extensions());
    ToolInvocation invocation = invocation(incidents, extensions);
    ThreadTicker ticker = new ThreadTicker(ThreadTicker.DEFAULT_PERIOD);
    SubscriptionRouter router =
        new SubscriptionRouter(
            events, ticker, this::mayLearnOf, SubscriptionRouter.DEFAULT_QUEUE, builder.clock);
    Pipeline pipeline =
        new Pipeline(
            builder.info.build(),
            ProtocolVersion.MODERN,
            Routes.of(features(extensions, invocation, router, threads)),
            builder.interceptors,
            builder.scopePolicy);
    ServerCore core =
        new ServerCore(
            pipeline,
            router,
            threads,
            ticker,
            builder.jsonLimits,
            builder.requestTimeout == null
                ? ServerCore.DEFAULT_REQUEST_TIMEOUT
                : builder.requestTimeout,
            incidents::newReference);
    Extensions running =
        Extensions.start(extensions, builder, core, new ToolRuns(tools, invocation), events);
    return new McpServer(
        core,
        ticker,
        new Catalog(tools, prompts, resources, builder.types, events, changes()),
        others,
        running);
  }

  private Catalog.Changes changes() {
    return new Catalog.Changes(
        settings.has("toolsMayChange"),
        settings.has("promptsMayChange"),
        settings.has("resourcesMayChange"),
        settings.has("resourceUpdates"),
        settings.has("tasks"));
  }

  private boolean mayLearnOf(Caller caller, ServerEvent event) {
    return !(event instanceof ServerEvent.ResourceUpdated updated)
        || resources.mayLearnOf(updated.uri(), caller);
  }

  private ToolInvocation invocation(Incidents incidents, List<Feature> extensions) {
    return new ToolInvocation(
        calls,
        new ToolResults(builder.types),
        incidents,
        extensions.stream().map(Feature::toolCalls).filter(Objects::nonNull).toList());
  }

  private List<Feature> features(
      List<Feature> extensions,
      ToolInvocation invocation,
      SubscriptionRouter router,
      ServerThreads threads) {
    Catalog.Changes changes = changes();
    List<Feature> features = new ArrayList<>();
    if (changes.tools() || !tools.isEmpty()) {
      features.add(
          new ToolFeature(tools, changes.tools(), caching(Methods.LIST_TOOLS), invocation));
    }
    boolean hasResources = !resources.resources().isEmpty() || !resources.templates().isEmpty();
    if (changes.resources() || changes.contents() || hasResources) {
      features.add(
          new ResourceFeature(
              resources,
              new ResourceFeature.Changes(changes.resources(), changes.contents()),
              new ResourceFeature.Caching(
                  caching(Methods.LIST_RESOURCES),
                  caching(Methods.LIST_RESOURCE_TEMPLATES),
                  caching(Methods.READ_RESOURCE)),
              calls));
    }
    if (changes.prompts() || !prompts.isEmpty()) {
      features.add(
          new PromptFeature(prompts, changes.prompts(), caching(Methods.LIST_PROMPTS), calls));
    }
    CompletionFeature completion = new CompletionFeature(prompts, resources);
    if (changes.prompts() || changes.resources() || completion.isUseful()) {
      features.add(completion);
    }
    if (settings.has("logging")) {
      features.add(LoggingFeature.INSTANCE);
    }
    features.addAll(extensions);
    Capabilities capabilities = new Capabilities(features);
    ExtensionTopics topics =
        new ExtensionTopics(
            extensions.stream().flatMap(feature -> feature.topics().stream()).toList(),
            threads.background());
    if (changes.any() || !topics.isEmpty()) {
      features.add(new ListenFeature(router, capabilities, builder.maxSubscribedResources, topics));
    }
    features.add(
        new DiscoverFeature(
            ProtocolVersion.MODERN, capabilities, builder.instructions, caching(Methods.DISCOVER)));
    return features;
  }

  private CachePolicy caching(RequestMethod<?, ?> method) {
    return builder.caching.getOrDefault(method.name(), CachePolicy.NONE);
  }

  /** Declares that handlers may log; the logging itself is a notification of a request. */
  private enum LoggingFeature implements Feature {
    INSTANCE;

    @Override
    public void describe(ServerCapabilities.Builder capabilities, RequestMeta meta) {
      capabilities.logging(JsonObject.EMPTY);
    }

    @Override
    public void routes(RouteTable routes) {}
  }
}
