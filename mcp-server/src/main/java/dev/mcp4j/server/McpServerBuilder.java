/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import dev.mcp4j.api.CacheScope;
import dev.mcp4j.api.CacheableResult;
import dev.mcp4j.api.Icon;
import dev.mcp4j.api.Implementation;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.RequestMethod;
import dev.mcp4j.jsonrpc.JsonLimits;
import dev.mcp4j.schema.UserTypes;
import dev.mcp4j.server.adapter.RevisionAdapter;
import dev.mcp4j.server.auth.ScopePolicy;
import dev.mcp4j.server.event.EventBus;
import dev.mcp4j.server.event.InMemoryEventBus;
import dev.mcp4j.server.feature.CachePolicy;
import dev.mcp4j.server.legacy.LegacyMode;
import dev.mcp4j.server.legacy.LegacyOptions;
import dev.mcp4j.server.legacy.http.LegacyAdapter;
import dev.mcp4j.server.task.TaskFeature;
import dev.mcp4j.server.task.TaskOptions;
import dev.mcp4j.server.task.TaskPolicy;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Describes a server. Everything has a default but its name and version; what is not added, such as
 * prompts, the server does not have. Not safe for use by several threads.
 */
public final class McpServerBuilder {
  final Settings settings = new Settings("server");
  final Map<String, CachePolicy> caching = new HashMap<>();
  final List<ToolDefinition> tools = new ArrayList<>();
  final List<ResourceDefinition> resources = new ArrayList<>();
  final List<ResourceTemplateDefinition> templates = new ArrayList<>();
  final List<PromptDefinition> prompts = new ArrayList<>();
  final List<Interceptor> interceptors = new ArrayList<>();
  final List<Feature> features = new ArrayList<>();
  final Implementation.Builder info;
  @Nullable String instructions;
  int pageSize = 100;
  int maxSubscribedResources = 1000;
  @Nullable EventBus events;
  @Nullable KeyRing keys;
  ScopePolicy scopePolicy = ScopePolicy.EXACT;
  InputLimits inputLimits = InputLimits.DEFAULTS;
  UserTypes types = UserTypes.standard();
  @Nullable Executor executor;
  Clock clock = Clock.systemUTC();
  SecureRandom random = new SecureRandom();
  @Nullable Duration requestTimeout;
  JsonLimits jsonLimits = JsonLimits.DEFAULT;
  private LegacyOptions legacy = LegacyOptions.DEFAULT;

  McpServerBuilder(String name, String version) {
    settings.require(!name.isBlank(), "the name must not be blank");
    this.info = Implementation.builder(name, version);
  }

  /**
   * Sets the name for people to read.
   *
   * @param title the name for display
   * @return this builder
   * @throws IllegalStateException if it is set already
   */
  public McpServerBuilder title(String title) {
    settings.once("title");
    info.title(title);
    return this;
  }

  /**
   * Sets what the server is, for people and models.
   *
   * @param description what it is
   * @return this builder
   * @throws IllegalStateException if it is set already
   */
  public McpServerBuilder description(String description) {
    settings.once("description");
    info.description(description);
    return this;
  }

  /**
   * Sets where to read more.
   *
   * @param url the address of a web page
   * @return this builder
   * @throws IllegalStateException if it is set already
   */
  public McpServerBuilder website(String url) {
    settings.once("website");
    info.websiteUrl(url);
    return this;
  }

  /**
   * Sets the icons.
   *
   * @param icons one picture in several sizes or formats
   * @return this builder
   * @throws IllegalStateException if they are set already
   */
  public McpServerBuilder icons(Icon... icons) {
    settings.once("icons");
    info.icons(List.of(icons));
    return this;
  }

  /**
   * Sets how a model should use the server.
   *
   * @param instructions a text for the model
   * @return this builder
   * @throws IllegalStateException if they are set already
   */
  public McpServerBuilder instructions(String instructions) {
    settings.once("instructions");
    this.instructions = Objects.requireNonNull(instructions, "instructions");
    return this;
  }

  /**
   * Adds a tool.
   *
   * @param name its name; letters, digits, {@code _}, {@code -} and {@code .} are safe everywhere
   * @param definition describes it and gives it its handler
   * @return this builder
   */
  public McpServerBuilder tool(
      String name, Function<ToolBuilder<JsonObject>, ToolDefinition> definition) {
    return tools(List.of(ToolDefinition.of(name, definition)));
  }

  /**
   * Adds tools.
   *
   * @param definitions the tools, in the order they are listed
   * @return this builder
   */
  public McpServerBuilder tools(List<ToolDefinition> definitions) {
    tools.addAll(definitions);
    return this;
  }

  /**
   * Adds a resource.
   *
   * @param uri its URI, with a scheme
   * @param definition describes it and gives it its contents
   * @return this builder
   * @throws IllegalArgumentException if the URI is not one
   */
  public McpServerBuilder resource(
      String uri, Function<ResourceBuilder, ResourceDefinition> definition) {
    return resources(List.of(ResourceDefinition.of(uri, definition)));
  }

  /**
   * Adds resources.
   *
   * @param definitions the resources, in the order they are listed
   * @return this builder
   */
  public McpServerBuilder resources(List<ResourceDefinition> definitions) {
    resources.addAll(definitions);
    return this;
  }

  /**
   * Adds a resource template.
   *
   * @param uriTemplate a URI template of RFC 6570, levels 1 to 3
   * @param definition describes it and gives it its handler
   * @return this builder
   * @throws IllegalArgumentException if the template is malformed
   * @see ResourceTemplateDefinition#of
   */
  public McpServerBuilder resourceTemplate(
      String uriTemplate,
      Function<ResourceTemplateBuilder, ResourceTemplateDefinition> definition) {
    return resourceTemplates(List.of(ResourceTemplateDefinition.of(uriTemplate, definition)));
  }

  /**
   * Adds resource templates. A URI that several describe is read by the first.
   *
   * @param definitions the templates, in the order they are listed
   * @return this builder
   */
  public McpServerBuilder resourceTemplates(List<ResourceTemplateDefinition> definitions) {
    templates.addAll(definitions);
    return this;
  }

  /**
   * Adds a prompt.
   *
   * @param name its name
   * @param definition describes it and gives it its handler
   * @return this builder
   */
  public McpServerBuilder prompt(
      String name, Function<PromptBuilder<Map<String, String>>, PromptDefinition> definition) {
    return prompts(List.of(PromptDefinition.of(name, definition)));
  }

  /**
   * Adds prompts.
   *
   * @param definitions the prompts, in the order they are listed
   * @return this builder
   */
  public McpServerBuilder prompts(List<PromptDefinition> definitions) {
    prompts.addAll(definitions);
    return this;
  }

  /**
   * Lets tools be added and removed while the server runs, and clients hear of it. The server then
   * has tools even if it starts with none.
   *
   * @return this builder
   * @throws IllegalStateException if that is set already
   */
  public McpServerBuilder toolsMayChange() {
    settings.once("toolsMayChange");
    return this;
  }

  /**
   * Lets resources and templates be added and removed while the server runs, and clients hear of
   * it. The server then has resources even if it starts with none.
   *
   * @return this builder
   * @throws IllegalStateException if that is set already
   */
  public McpServerBuilder resourcesMayChange() {
    settings.once("resourcesMayChange");
    return this;
  }

  /**
   * Lets clients hear when the contents of a resource changed. The server then has resources even
   * if it starts with none.
   *
   * @return this builder
   * @throws IllegalStateException if that is set already
   * @see McpServer#resourceUpdated
   */
  public McpServerBuilder resourceUpdates() {
    settings.once("resourceUpdates");
    return this;
  }

  /**
   * Lets prompts be added and removed while the server runs, and clients hear of it. The server
   * then has prompts even if it starts with none.
   *
   * @return this builder
   * @throws IllegalStateException if that is set already
   */
  public McpServerBuilder promptsMayChange() {
    settings.once("promptsMayChange");
    return this;
  }

  /**
   * Lets handlers send log messages to the client with {@link Call#log}.
   *
   * @return this builder
   * @throws IllegalStateException if that is set already
   */
  public McpServerBuilder logging() {
    settings.once("logging");
    return this;
  }

  /**
   * Lets clients keep a result for some time. Lists that are the same for every caller may be kept
   * by everybody as long as no caller is authenticated, anything else only by the caller.
   *
   * @param method what is kept, for example {@code Methods.LIST_TOOLS}; for {@code
   *     Methods.READ_RESOURCE} this holds for all resources that do not say otherwise
   * @param ttl how long, to the millisecond; without this not at all
   * @return this builder
   * @throws IllegalStateException if that is set already
   * @throws IllegalArgumentException if the time is negative
   */
  public McpServerBuilder cache(RequestMethod<?, ? extends CacheableResult> method, Duration ttl) {
    return cachePolicy(method, ttl, null);
  }

  /**
   * Lets clients keep a result for some time.
   *
   * @param method what is kept, for example {@code Methods.LIST_TOOLS}
   * @param ttl how long, to the millisecond
   * @param scope by whom; a list of which callers see different parts is private all the same
   * @return this builder
   * @throws IllegalStateException if that is set already
   * @throws IllegalArgumentException if the time is negative
   */
  public McpServerBuilder cache(
      RequestMethod<?, ? extends CacheableResult> method, Duration ttl, CacheScope scope) {
    return cachePolicy(method, ttl, Objects.requireNonNull(scope, "scope"));
  }

  private McpServerBuilder cachePolicy(
      RequestMethod<?, ?> method, Duration ttl, @Nullable CacheScope scope) {
    settings.once("cache of " + method.name());
    settings.require(!ttl.isNegative(), "the time to live must not be negative, was " + ttl);
    caching.put(method.name(), new CachePolicy(ttl, scope));
    return this;
  }

  /**
   * Sets how many items a page of a list has at most. The default is 100.
   *
   * @param pageSize the number of items, at least 1
   * @return this builder
   * @throws IllegalStateException if it is set already
   * @throws IllegalArgumentException if it is less than 1
   */
  public McpServerBuilder pageSize(int pageSize) {
    settings.once("pageSize");
    settings.require(pageSize >= 1, "the page size must be at least 1, was " + pageSize);
    this.pageSize = pageSize;
    return this;
  }

  /**
   * Limits the resources one subscription may cover; one that asks for more is refused. The default
   * is 1000.
   *
   * @param maxSubscribedResources the number of resources, at least 0
   * @return this builder
   * @throws IllegalStateException if it is set already
   * @throws IllegalArgumentException if it is negative
   */
  public McpServerBuilder maxSubscribedResources(int maxSubscribedResources) {
    settings.once("maxSubscribedResources");
    settings.require(
        maxSubscribedResources >= 0,
        "the limit of resources must not be negative, was " + maxSubscribedResources);
    this.maxSubscribedResources = maxSubscribedResources;
    return this;
  }

  /**
   * Sets which scopes imply which. Without this every scope implies itself alone.
   *
   * @param scopePolicy the policy
   * @return this builder
   * @throws IllegalStateException if it is set already
   */
  public McpServerBuilder scopePolicy(ScopePolicy scopePolicy) {
    settings.once("scopePolicy");
    this.scopePolicy = Objects.requireNonNull(scopePolicy, "scopePolicy");
    return this;
  }

  /**
   * Adds an interceptor, inside those added before.
   *
   * @param interceptor stands around every request
   * @return this builder
   */
  public McpServerBuilder interceptor(Interceptor interceptor) {
    interceptors.add(Objects.requireNonNull(interceptor, "interceptor"));
    return this;
  }

  /**
   * Sets how to work on tasks: where they are kept, above all. Without this a server whose tools
   * {@linkplain ToolBuilder#asTask say so} keeps tasks in this process.
   *
   * @param options store, times and numbers
   * @return this builder
   * @throws IllegalStateException if they are set already
   */
  public McpServerBuilder tasks(TaskOptions options) {
    settings.once("tasks");
    return feature(new TaskFeature(options));
  }

  /** The features of the application, and those its tools need. */
  List<Feature> extensions() {
    if (!settings.has("tasks") && tools.stream().anyMatch(tool -> tool.has(TaskPolicy.class))) {
      return tasks(TaskOptions.inMemory()).features;
    }
    return features;
  }

  /**
   * Adds an extension: what it can do is declared after everything else.
   *
   * @param feature the extension
   * @return this builder
   */
  public McpServerBuilder feature(Feature feature) {
    features.add(Objects.requireNonNull(feature, "feature"));
    return this;
  }

  /**
   * Sets what carries changes. The default reaches the clients of this process.
   *
   * @param events the bus; stays open when the server closes
   * @return this builder
   * @throws IllegalStateException if it is set already
   */
  public McpServerBuilder events(EventBus events) {
    settings.once("events");
    this.events = Objects.requireNonNull(events, "events");
    return this;
  }

  /**
   * Sets the keys that seal what the server asks a client to keep between two rounds of questions.
   * All instances behind one address need the same. Without this each process has a key of its own.
   *
   * @param keys the keys
   * @return this builder
   * @throws IllegalStateException if they are set already
   */
  public McpServerBuilder keys(KeyRing keys) {
    settings.once("keys");
    this.keys = Objects.requireNonNull(keys, "keys");
    return this;
  }

  /**
   * Sets how far questions may go.
   *
   * @param limits the limits
   * @return this builder
   * @throws IllegalStateException if they are set already
   */
  public McpServerBuilder inputLimits(InputLimits limits) {
    settings.once("inputLimits");
    this.inputLimits = Objects.requireNonNull(limits, "limits");
    return this;
  }

  /**
   * Sets how clients of older revisions are served. The default is with sessions, beside the
   * others.
   *
   * @param mode which clients are served, and how
   * @return this builder
   * @throws IllegalStateException if that is set already
   */
  public McpServerBuilder legacy(LegacyMode mode) {
    return legacy(LegacyOptions.builder().mode(mode).build());
  }

  /**
   * Sets how clients of older revisions are served.
   *
   * @param options mode, limits, and where sessions are kept
   * @return this builder
   * @throws IllegalStateException if that is set already
   */
  public McpServerBuilder legacy(LegacyOptions options) {
    settings.once("legacy");
    this.legacy = Objects.requireNonNull(options, "options");
    return this;
  }

  /**
   * Sets what a message may hold.
   *
   * @param limits depth and length of numbers; the size of a message is an option of the transport
   * @return this builder
   * @throws IllegalStateException if they are set already
   */
  public McpServerBuilder jsonLimits(JsonLimits limits) {
    settings.once("jsonLimits");
    this.jsonLimits = Objects.requireNonNull(limits, "limits");
    return this;
  }

  /**
   * Sets how long a request may take before it is cancelled. The default is 5 minutes.
   *
   * @param timeout the time, positive
   * @return this builder
   * @throws IllegalStateException if it is set already
   * @throws IllegalArgumentException if it is not positive
   */
  public McpServerBuilder requestTimeout(Duration timeout) {
    settings.once("requestTimeout");
    settings.require(
        !timeout.isNegative() && !timeout.isZero(), "the timeout must be positive, was " + timeout);
    this.requestTimeout = timeout;
    return this;
  }

  /**
   * Sets what reads and writes the records of the application.
   *
   * @param mapper the mapper; not changed, a few rules are added to a copy of it
   * @return this builder
   * @throws IllegalStateException if it is set already
   * @see UserTypes#of
   */
  public McpServerBuilder jsonMapper(JsonMapper mapper) {
    settings.once("jsonMapper");
    this.types = UserTypes.of(mapper);
    return this;
  }

  /**
   * Sets where handlers run. The default is a virtual thread each, or on older JDKs a bounded pool.
   *
   * @param executor runs handlers, which block; stays open when the server closes
   * @return this builder
   * @throws IllegalStateException if it is set already
   */
  public McpServerBuilder executor(Executor executor) {
    settings.once("executor");
    this.executor = Objects.requireNonNull(executor, "executor");
    return this;
  }

  /**
   * Sets the clock by which states expire. For tests.
   *
   * @param clock the clock
   * @return this builder
   * @throws IllegalStateException if it is set already
   */
  public McpServerBuilder clock(Clock clock) {
    settings.once("clock");
    this.clock = Objects.requireNonNull(clock, "clock");
    return this;
  }

  /**
   * Sets where keys, ids and references come from. For tests: whoever can predict it can forge what
   * the server sealed.
   *
   * @param random the source
   * @return this builder
   * @throws IllegalStateException if it is set already
   */
  public McpServerBuilder random(SecureRandom random) {
    settings.once("random");
    this.random = Objects.requireNonNull(random, "random");
    return this;
  }

  /**
   * Makes the server. All schemas are made and checked here.
   *
   * @return the server, not yet serving anybody
   * @throws IllegalArgumentException if a name is taken twice, or a type or schema is at fault
   * @throws IllegalStateException if this builder has made a server already
   */
  public McpServer build() {
    settings.once("build");
    EventBus bus = events == null ? new InMemoryEventBus() : events;
    return ServerAssembly.of(this, bus, olderRevisions(bus));
  }

  private RevisionAdapter olderRevisions(EventBus bus) {
    return legacy.mode() == LegacyMode.NONE
        ? RevisionAdapter.NONE
        : new LegacyAdapter(legacy, bus, keys, clock, random);
  }
}
