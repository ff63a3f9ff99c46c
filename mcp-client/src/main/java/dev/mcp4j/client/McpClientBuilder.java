/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

import dev.mcp4j.api.Implementation;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.LoggingLevel;
import dev.mcp4j.api.ProtocolVersion;
import dev.mcp4j.api.SamplingCapability;
import dev.mcp4j.api.TraceContext;
import dev.mcp4j.api.extension.ExtensionId;
import dev.mcp4j.api.legacy.LegacyRevision;
import dev.mcp4j.api.notification.LoggingMessageNotificationParams;
import dev.mcp4j.client.auth.Authorizer;
import dev.mcp4j.client.core.CallDefaults;
import dev.mcp4j.client.core.ClientCore;
import dev.mcp4j.client.core.InputHandlers;
import dev.mcp4j.client.legacy.LegacyOptions;
import dev.mcp4j.client.legacy.era.Transports;
import dev.mcp4j.client.legacy.session.SessionConfig;
import dev.mcp4j.client.task.TaskExtension;
import dev.mcp4j.client.transport.ClientTransport;
import dev.mcp4j.client.transport.HttpOptions;
import dev.mcp4j.client.transport.StdioOptions;
import dev.mcp4j.schema.UserTypes;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Builds an {@link McpClient}. Only the transport must be chosen. What the client declares it can
 * do follows from the handlers that are registered. Over HTTP and stdio the client speaks with
 * servers of every revision, unless it is {@linkplain #protocolVersion pinned} to one. Not safe for
 * use by several threads.
 */
public final class McpClientBuilder {
  private @Nullable Supplier<ClientTransport> transport;
  private @Nullable String protocolVersion;
  private @Nullable LegacyOptions legacy;
  private Implementation clientInfo = Identity.DEFAULT;
  private final Map<String, JsonObject> extensions = new LinkedHashMap<>();
  private final Map<String, ClientExtension> clientExtensions = new LinkedHashMap<>();
  private @Nullable TaskSettings taskSettings;
  private @Nullable ElicitationHandler elicitation;
  private @Nullable UrlElicitationHandler urlElicitation;
  private @Nullable SamplingHandler sampling;
  private SamplingCapability samplingCapability = SamplingCapability.BASIC;
  private @Nullable RootsHandler roots;
  private Duration timeout = Duration.ofSeconds(60);
  private Duration maxTotal = Duration.ofMinutes(10);
  private @Nullable LoggingLevel logLevel;
  private Consumer<LoggingMessageNotificationParams> onLog = message -> {};
  private int maxInputRounds = 10;
  private int maxQuestionsPerRound = 32;
  private CacheSettings cache = CacheSettings.DEFAULT;
  private RelistenPolicy relisten = RelistenPolicy.DEFAULT;
  private Supplier<TraceContext> traceContext = () -> TraceContext.NONE;
  private boolean validateResults = true;
  private UserTypes types = UserTypes.standard();
  private Clock clock = Clock.systemUTC();
  private @Nullable Executor executor;

  McpClientBuilder() {}

  /**
   * Chooses Streamable HTTP with every option at its default.
   *
   * @param uri the endpoint of the server, used as it is
   * @return this builder
   * @throws IllegalArgumentException if the URI is not an absolute one of http or https
   * @throws IllegalStateException if a transport was chosen before
   */
  public McpClientBuilder http(URI uri) {
    return http(HttpOptions.of(uri));
  }

  /**
   * Chooses Streamable HTTP.
   *
   * @param options where to and how
   * @return this builder
   * @throws IllegalStateException if a transport was chosen before
   */
  public McpClientBuilder http(HttpOptions options) {
    Authorizer authorizer = Objects.requireNonNull(options, "options").authorizer();
    if (authorizer != null) {
      for (String id : authorizer.extensions()) {
        extensions.putIfAbsent(ExtensionId.require(id), JsonObject.EMPTY);
      }
    }
    return choose(
        () ->
            pinnedToModern()
                ? ClientTransport.http(options)
                : Transports.http(options, sessions(), legacyOptions()));
  }

  /**
   * Chooses a child process with every option at its default.
   *
   * @param command the program and its arguments, not interpreted by a shell
   * @return this builder
   * @throws IllegalStateException if a transport was chosen before
   */
  public McpClientBuilder stdio(String... command) {
    return stdio(StdioOptions.builder(List.of(command)).build());
  }

  /**
   * Chooses a child process.
   *
   * @param options what to launch and how
   * @return this builder
   * @throws IllegalStateException if a transport was chosen before
   */
  public McpClientBuilder stdio(StdioOptions options) {
    Objects.requireNonNull(options, "options");
    return choose(
        () ->
            pinnedToModern()
                ? ClientTransport.stdio(options)
                : Transports.stdio(options, sessions(), legacyOptions()));
  }

  /**
   * Chooses any transport. It is used as it is for the newest revision. For older ones it serves if
   * it carries {@linkplain ClientTransport#answer answers}, and if they are asked for: by {@link
   * #protocolVersion}, or by {@link #legacy} to find out what the server speaks.
   *
   * @param transport one that was not started yet; closed with the client
   * @return this builder
   * @throws IllegalStateException if a transport was chosen before
   */
  public McpClientBuilder transport(ClientTransport transport) {
    Objects.requireNonNull(transport, "transport");
    return choose(
        () ->
            pinnedToModern() || (protocolVersion == null && legacy == null)
                ? transport
                : Transports.over(transport, sessions(), legacyOptions()));
  }

  /**
   * Pins the client to one revision. With the newest one it does not ask the server what it speaks,
   * and sends no request but those of the application; with an older one it begins with the
   * handshake. A server that does not speak the revision makes calls fail.
   *
   * @param revision one of {@link ProtocolVersion}
   * @return this builder
   * @throws IllegalArgumentException if there is no such revision
   */
  public McpClientBuilder protocolVersion(String revision) {
    if (!ProtocolVersion.MODERN.contains(revision) && !ProtocolVersion.LEGACY.contains(revision)) {
      throw new IllegalArgumentException("unknown revision " + revision);
    }
    protocolVersion = revision;
    return this;
  }

  /**
   * Sets how the client deals with servers of older revisions. Without effect on a client that is
   * {@linkplain #protocolVersion pinned}.
   *
   * @param options {@link LegacyOptions#DEFAULT} unless set
   * @return this builder
   */
  public McpClientBuilder legacy(LegacyOptions options) {
    legacy = Objects.requireNonNull(options, "options");
    return this;
  }

  /**
   * Sets who the client is. Servers show and log it.
   *
   * @param name the name of the application
   * @param version its version
   * @return this builder
   */
  public McpClientBuilder clientInfo(String name, String version) {
    return clientInfo(Implementation.builder(name, version).build());
  }

  /**
   * Sets who the client is. Servers show and log it.
   *
   * @param clientInfo name, version and more
   * @return this builder
   */
  public McpClientBuilder clientInfo(Implementation clientInfo) {
    this.clientInfo = Objects.requireNonNull(clientInfo, "clientInfo");
    return this;
  }

  /**
   * Declares that the application supports an extension.
   *
   * @param identifier the identifier of the extension, with its prefix
   * @param settings the settings the extension defines, empty for none
   * @return this builder
   * @throws IllegalArgumentException if the identifier is none
   */
  public McpClientBuilder extension(String identifier, JsonObject settings) {
    extensions.put(ExtensionId.require(identifier), Objects.requireNonNull(settings, "settings"));
    return this;
  }

  /**
   * Adds an extension, which is declared with every request.
   *
   * @param extension the extension; it replaces an earlier one of the same identifier
   * @return this builder
   * @throws IllegalArgumentException if its identifier is none
   */
  public McpClientBuilder extension(ClientExtension extension) {
    clientExtensions.put(extension.id(), extension);
    return extension(extension.id(), extension.settings());
  }

  /**
   * Lets servers answer the calls of tools with tasks. Whoever calls waits for the result as for
   * any other: the client asks for the task until it has ended, answers its questions, and cancels
   * it if the wait ends early. {@link ToolCall#sendDetached} gives the task itself.
   *
   * @return this builder
   */
  public McpClientBuilder tasks() {
    return tasks(TaskSettings.DEFAULT);
  }

  /**
   * Lets servers answer the calls of tools with tasks, like {@link #tasks()}.
   *
   * @param settings how often to ask for a task
   * @return this builder
   */
  public McpClientBuilder tasks(TaskSettings settings) {
    taskSettings = Objects.requireNonNull(settings, "settings");
    return extension(new TaskExtension(settings));
  }

  /**
   * Registers what fills in forms.
   *
   * @param handler called when a server asks
   * @return this builder
   */
  public McpClientBuilder onElicitation(ElicitationHandler handler) {
    elicitation = Objects.requireNonNull(handler, "handler");
    return this;
  }

  /**
   * Registers what opens links.
   *
   * @param handler called when a server asks
   * @return this builder
   */
  public McpClientBuilder onUrlElicitation(UrlElicitationHandler handler) {
    urlElicitation = Objects.requireNonNull(handler, "handler");
    return this;
  }

  /**
   * Registers what asks a model, without tools and without context of servers.
   *
   * @param handler called when a server asks
   * @return this builder
   */
  public McpClientBuilder onSampling(SamplingHandler handler) {
    return onSampling(SamplingCapability.BASIC, handler);
  }

  /**
   * Registers what asks a model.
   *
   * @param capability what else the handler can do
   * @param handler called when a server asks
   * @return this builder
   */
  public McpClientBuilder onSampling(SamplingCapability capability, SamplingHandler handler) {
    samplingCapability = Objects.requireNonNull(capability, "capability");
    sampling = Objects.requireNonNull(handler, "handler");
    return this;
  }

  /**
   * Registers what names the folders a server may work on.
   *
   * @param handler called when a server asks
   * @return this builder
   */
  public McpClientBuilder onRoots(RootsHandler handler) {
    roots = Objects.requireNonNull(handler, "handler");
    return this;
  }

  /**
   * Asks servers to log what they do, for every call that does not ask by itself.
   *
   * @param least the least severe message wanted
   * @param listener takes each message, on the thread of the call it belongs to
   * @return this builder
   */
  public McpClientBuilder onLog(
      LoggingLevel least, Consumer<LoggingMessageNotificationParams> listener) {
    logLevel = Objects.requireNonNull(least, "least");
    onLog = Objects.requireNonNull(listener, "listener");
    return this;
  }

  /**
   * Sets how long calls wait for a reply, unless they say otherwise.
   *
   * @param timeout more than zero; 60 seconds unless set
   * @return this builder
   * @throws IllegalArgumentException if the time is not more than zero
   */
  public McpClientBuilder timeout(Duration timeout) {
    this.timeout = Call.requirePositive(timeout);
    return this;
  }

  /**
   * Sets how long calls wait for the server in total, whatever progress it reports, unless they say
   * otherwise. A longer timeout of a call wins.
   *
   * @param maxTotal more than zero; 10 minutes unless set
   * @return this builder
   * @throws IllegalArgumentException if the time is not more than zero
   */
  public McpClientBuilder maxTotal(Duration maxTotal) {
    this.maxTotal = Call.requirePositive(maxTotal);
    return this;
  }

  /**
   * Sets how often a server may ask back during one call.
   *
   * @param rounds not negative; 10 unless set
   * @return this builder
   * @throws IllegalArgumentException if the number is negative
   */
  public McpClientBuilder maxInputRounds(int rounds) {
    if (rounds < 0) {
      throw new IllegalArgumentException("the number of rounds must not be negative: " + rounds);
    }
    maxInputRounds = rounds;
    return this;
  }

  /**
   * Sets how many questions a server may ask at once.
   *
   * @param questions not negative; 32 unless set
   * @return this builder
   * @throws IllegalArgumentException if the number is negative
   */
  public McpClientBuilder maxQuestionsPerRound(int questions) {
    if (questions < 0) {
      throw new IllegalArgumentException(
          "the number of questions must not be negative: " + questions);
    }
    maxQuestionsPerRound = questions;
    return this;
  }

  /**
   * Sets how much is cached.
   *
   * @param settings {@link CacheSettings#DEFAULT} unless set
   * @return this builder
   */
  public McpClientBuilder cache(CacheSettings settings) {
    cache = Objects.requireNonNull(settings, "settings");
    return this;
  }

  /**
   * Sets how subscriptions are opened again.
   *
   * @param policy {@link RelistenPolicy#DEFAULT} unless set
   * @return this builder
   */
  public McpClientBuilder relisten(RelistenPolicy policy) {
    relisten = Objects.requireNonNull(policy, "policy");
    return this;
  }

  /**
   * Sets where requests get their trace context from.
   *
   * @param source asked on the thread of the call for each request that has none
   * @return this builder
   */
  public McpClientBuilder traceContext(Supplier<TraceContext> source) {
    traceContext = Objects.requireNonNull(source, "source");
    return this;
  }

  /**
   * Sets whether results of tools are held to the output schemas of the tools.
   *
   * @param validate true unless set
   * @return this builder
   */
  public McpClientBuilder validateResults(boolean validate) {
    validateResults = validate;
    return this;
  }

  /**
   * Sets what reads and writes the records of the application.
   *
   * @param mapper the mapper; not changed, a few rules are added to a copy of it
   * @return this builder
   * @see UserTypes#of
   */
  public McpClientBuilder jsonMapper(JsonMapper mapper) {
    types = UserTypes.of(mapper);
    return this;
  }

  /**
   * Sets the clock that tells when cached results are stale.
   *
   * @param clock the clock of the system unless set
   * @return this builder
   */
  public McpClientBuilder clock(Clock clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
    return this;
  }

  /**
   * Sets what runs started calls and subscriptions, each of which occupies a thread as long as it
   * lasts.
   *
   * @param executor not closed with the client; unless set, the client has threads of its own,
   *     virtual ones where the JDK has them
   * @return this builder
   */
  public McpClientBuilder executor(Executor executor) {
    this.executor = Objects.requireNonNull(executor, "executor");
    return this;
  }

  /**
   * Makes the client. Over stdio this launches the server; nothing is sent.
   *
   * @return the client
   * @throws IllegalStateException if no transport was chosen
   * @throws TransportException if the process of the server cannot be launched
   */
  public McpClient build() {
    if (transport == null) {
      throw new IllegalStateException("choose a transport: http, stdio or another one");
    }
    return new McpClient(new ClientCore(config(), transport.get()), types, taskSettings);
  }

  private boolean pinnedToModern() {
    return protocolVersion != null && ProtocolVersion.MODERN.contains(protocolVersion);
  }

  private LegacyOptions legacyOptions() {
    return legacy == null ? LegacyOptions.DEFAULT : legacy;
  }

  private SessionConfig sessions() {
    InputHandlers handlers = handlers();
    return new SessionConfig(
        clientInfo,
        handlers.capabilities(Map.copyOf(extensions)),
        handlers,
        timeout,
        protocolVersion == null ? null : LegacyRevision.ofWireName(protocolVersion));
  }

  private McpClientBuilder choose(Supplier<ClientTransport> chosen) {
    if (transport != null) {
      throw new IllegalStateException("a transport was chosen before");
    }
    transport = chosen;
    return this;
  }

  private ClientCore.Config config() {
    return new ClientCore.Config(
        clientInfo,
        Map.copyOf(extensions),
        clientExtensions.values().stream().toList(),
        handlers(),
        new CallDefaults(timeout, maxTotal, logLevel, onLog),
        pinnedToModern() ? List.of(protocolVersion) : ProtocolVersion.MODERN,
        maxInputRounds,
        maxQuestionsPerRound,
        cache,
        relisten,
        traceContext,
        validateResults,
        clock,
        System::nanoTime,
        executor);
  }

  private InputHandlers handlers() {
    ElicitationHandler form = elicitation;
    UrlElicitationHandler url = urlElicitation;
    SamplingHandler model = sampling;
    RootsHandler folders = roots;
    UserTypes bound = types;
    return new InputHandlers(
        form == null ? null : params -> form.answer(new ElicitationForm(params, bound)),
        url == null ? null : url::answer,
        model == null ? null : model::answer,
        samplingCapability,
        folders == null ? null : folders::roots);
  }
}
