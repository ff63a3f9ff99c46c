/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.core;

import dev.mcp4j.api.ClientCapabilities;
import dev.mcp4j.api.Implementation;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.Methods;
import dev.mcp4j.api.NotificationMethod;
import dev.mcp4j.api.NotificationParams;
import dev.mcp4j.api.PaginatedRequestParams;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.RequestMethod;
import dev.mcp4j.api.RequestParams;
import dev.mcp4j.api.Result;
import dev.mcp4j.api.TraceContext;
import dev.mcp4j.api.subscription.SubscriptionFilter;
import dev.mcp4j.api.tool.CallToolRequestParams;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.client.CacheSettings;
import dev.mcp4j.client.ChangeListener;
import dev.mcp4j.client.ClientExtension;
import dev.mcp4j.client.ExtensionCall;
import dev.mcp4j.client.RelistenPolicy;
import dev.mcp4j.client.transport.ClientNotification;
import dev.mcp4j.client.transport.ClientTransport;
import dev.mcp4j.client.transport.Exchange;
import dev.mcp4j.jsonrpc.JsonLimits;
import dev.mcp4j.jsonrpc.JsonRpcCodec;
import dev.mcp4j.jsonrpc.JsonRpcNotification;
import dev.mcp4j.jsonrpc.Payload;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The client below its API. Safe for use by several threads. */
public final class ClientCore implements AutoCloseable {
  /**
   * What the application has chosen.
   *
   * @param clientInfo who the client is
   * @param extensions settings of the extensions it supports
   * @param clientExtensions what it does for some of them
   * @param handlers what answers the server's questions
   * @param defaults what calls want that say nothing else
   * @param protocolVersions the revisions to speak, the preferred one first
   * @param maxInputRounds how often one call may ask for input
   * @param maxQuestionsPerRound how much it may ask for at once
   * @param cache how much to cache
   * @param relisten how to open subscriptions again
   * @param traceContext the trace a request belongs to
   * @param validateResults whether tool results are held to their schemas
   * @param clock tells when cached results are stale
   * @param nanoTime tells when calls time out
   * @param executor runs started calls and subscriptions; null for threads of the client's own
   */
  public record Config(
      Implementation clientInfo,
      Map<String, JsonObject> extensions,
      List<ClientExtension> clientExtensions,
      InputHandlers handlers,
      CallDefaults defaults,
      List<String> protocolVersions,
      int maxInputRounds,
      int maxQuestionsPerRound,
      CacheSettings cache,
      RelistenPolicy relisten,
      Supplier<TraceContext> traceContext,
      boolean validateResults,
      Clock clock,
      LongSupplier nanoTime,
      @Nullable Executor executor) {}

  private final Config config;
  private final ClientTransport transport;
  private final Versions versions;
  private final MetadataStamp stamp;
  private final ResultCache cache;
  private final ToolCatalog catalog;
  private final ChangeEvents changes;
  private final OutputCheck outputCheck;
  private final CallPipeline pipeline;
  private final CallPipeline unresolved;
  private final @Nullable ExecutorService ownExecutor;
  private final Executor executor;
  private final Set<ListenLoop> subscriptions = ConcurrentHashMap.newKeySet();
  private final Set<CallControl> running = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Implementation serverInfo;
  private volatile boolean closed;

  /**
   * Makes the core and starts the transport.
   *
   * @param config what the application has chosen
   * @param transport carries the messages; closed with the core
   */
  public ClientCore(Config config, ClientTransport transport) {
    this.config = config;
    this.transport = transport;
    ClientCapabilities capabilities = config.handlers().capabilities(config.extensions());
    versions = new Versions(config.protocolVersions());
    stamp =
        new MetadataStamp(
            new AtomicLong()::incrementAndGet,
            config.clientInfo(),
            capabilities,
            config.traceContext(),
            config.clientExtensions());
    cache = new ResultCache(config.cache(), config.clock());
    catalog = new ToolCatalog(this::learnTools);
    changes = new ChangeEvents(transport, cache, catalog);
    outputCheck = new OutputCheck(catalog);
    JsonLimits limits = JsonLimits.DEFAULT;
    JsonRpcCodec codec =
        JsonRpcCodec.create(
            new JsonLimits(Integer.MAX_VALUE, limits.maxDepth(), limits.maxNumberLength()));
    Wire wire = new Wire(transport, codec, latest -> serverInfo = latest);
    pipeline = pipeline(config.clientExtensions(), wire);
    unresolved = pipeline(List.of(), wire);
    Executor given = config.executor();
    ownExecutor = given == null ? Threads.newExecutor("mcp-client-") : null;
    executor = given == null ? Objects.requireNonNull(ownExecutor) : given;
    transport.start(changes::onUnmatched);
  }

  private CallPipeline pipeline(List<ClientExtension> extensions, Wire wire) {
    ExtensionReplies replies =
        new ExtensionReplies(
            extensions,
            call ->
                new BehalfCall(
                    this,
                    config.handlers(),
                    call.method().name(),
                    call.settings(),
                    call.control()));
    return new CallPipeline(
        new CacheLink(cache, transport),
        new InputRounds(
            config.handlers(),
            config.maxInputRounds(),
            config.maxQuestionsPerRound(),
            transport::abandon,
            replies),
        new ToolMirror(transport, catalog),
        versions,
        stamp,
        wire);
  }

  /**
   * Makes what an extension does on its own, as part of no other call.
   *
   * @param method what is done, for exceptions
   * @param settings what it wants
   * @return the call
   * @throws IllegalStateException if the client is closed
   */
  public ExtensionCall extensionCall(String method, CallSettings settings) {
    return new BehalfCall(this, config.handlers(), method, settings, newControl(settings));
  }

  /**
   * Returns what calls want that say nothing else.
   *
   * @return the defaults
   */
  public CallDefaults defaults() {
    return config.defaults();
  }

  /**
   * Returns who the server is.
   *
   * @return what the latest result with an identity said; null if there was none
   */
  public @Nullable Implementation serverInfo() {
    return serverInfo;
  }

  /**
   * Returns the revision to speak.
   *
   * @return the revision of the connection, or else the one the next request is written in
   */
  public String protocolVersion() {
    String ofConnection = transport.protocolVersion();
    return ofConnection == null ? versions.current() : ofConnection;
  }

  /**
   * Makes the handle on a call that is about to run.
   *
   * @param settings what the call wants
   * @return a new handle
   * @throws IllegalStateException if the client is closed
   */
  public CallControl newControl(CallSettings settings) {
    if (closed) {
      throw new IllegalStateException("the client is closed");
    }
    return new CallControl(new CallClock(settings, config.nanoTime()));
  }

  /**
   * Calls a method.
   *
   * @param method the method
   * @param params the parameters
   * @param settings what the call wants
   * @param control the handle on the call
   * @param <P> the parameters
   * @param <R> the result
   * @return the result
   */
  public <P extends RequestParams, R extends Result> R call(
      RequestMethod<P, R> method, P params, CallSettings settings, CallControl control) {
    Invocation<P, R> call = invocation(method, params, settings, control);
    return tracked(control, () -> pipeline.run(call));
  }

  /**
   * Calls a tool and checks its result.
   *
   * @param params the name and the arguments
   * @param settings what the call wants
   * @param control the handle on the call
   * @return the result
   */
  public CallToolResult callTool(
      CallToolRequestParams params, CallSettings settings, CallControl control) {
    return callTool(pipeline, params, settings, control);
  }

  /**
   * Calls a tool and checks its result. A result of a type that an extension has is an exception.
   *
   * @param params the name and the arguments
   * @param settings what the call wants
   * @param control the handle on the call
   * @return the result
   */
  public CallToolResult callToolUnresolved(
      CallToolRequestParams params, CallSettings settings, CallControl control) {
    return callTool(unresolved, params, settings, control);
  }

  private CallToolResult callTool(
      CallPipeline links,
      CallToolRequestParams params,
      CallSettings settings,
      CallControl control) {
    Invocation<CallToolRequestParams, CallToolResult> call =
        invocation(Methods.CALL_TOOL, params, settings, control);
    return tracked(
        control,
        () -> {
          CallToolResult result = links.run(call);
          if (config.validateResults()) {
            outputCheck.check(result, call);
          }
          return result;
        });
  }

  /**
   * Begins a walk over a list.
   *
   * @param kind which list
   * @param settings what the fetching of each page wants
   * @param <T> the items
   * @param <R> the pages
   * @return a new iterator, for one thread
   */
  public <T, R extends Result> Iterator<T> walk(ListKind<T, R> kind, CallSettings settings) {
    return walk(kind, settings, null);
  }

  /**
   * Opens a subscription. Blocks until the server has acknowledged it.
   *
   * @param filter what to hear of
   * @param listener takes the changes
   * @return the handle
   */
  public ListenLoop listen(SubscriptionFilter filter, ChangeListener listener) {
    if (closed) {
      throw new IllegalStateException("the client is closed");
    }
    ListenLoop loop =
        new ListenLoop(
            new ListenLoop.Context(
                call -> transport.open(stamp.run(call)),
                versions,
                changes,
                config.relisten(),
                config.defaults().timeout(),
                () -> ThreadLocalRandom.current().nextDouble(),
                config.nanoTime()),
            filter,
            listener);
    Exchange first = loop.open();
    subscriptions.add(loop);
    try {
      executor.execute(() -> run(loop, first));
    } catch (RejectedExecutionException e) {
      subscriptions.remove(loop);
      loop.close();
      throw e;
    }
    if (closed) {
      loop.close();
    }
    return loop;
  }

  /**
   * Sends a notification.
   *
   * @param method what happened
   * @param params the details
   * @param <P> the details
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public <P extends NotificationParams> void send(NotificationMethod<P> method, P params)
      throws InterruptedException {
    JsonRpcNotification message = new JsonRpcNotification(method.name(), Payload.of(params));
    transport.send(
        new ClientNotification(message, versions.current()), config.defaults().timeout());
  }

  /**
   * Returns what runs started calls.
   *
   * @return the executor
   */
  public Executor executor() {
    return executor;
  }

  @Override
  public void close() {
    closed = true;
    subscriptions.forEach(ListenLoop::close);
    transport.close();
    running.forEach(CallControl::close);
    if (ownExecutor != null) {
      ownExecutor.shutdown();
    }
  }

  /**
   * Runs a call so that closing ends it wherever it is. Calls made on its behalf are part of it.
   */
  private <R> R tracked(CallControl control, Supplier<R> call) {
    boolean outermost = running.add(control);
    try {
      return call.get();
    } finally {
      if (outermost) {
        running.remove(control);
      }
    }
  }

  private void run(ListenLoop loop, Exchange first) {
    try {
      loop.run(first);
    } finally {
      subscriptions.remove(loop);
    }
  }

  private <P extends RequestParams, R extends Result> Invocation<P, R> invocation(
      RequestMethod<P, R> method, P params, CallSettings settings, CallControl control) {
    if (method.name().equals(Methods.LISTEN.name())) {
      throw new IllegalArgumentException("a subscription is opened by listen");
    }
    return new Invocation<>(method, params, settings, control, Map.of(), versions.current());
  }

  private <T, R extends Result> PageWalk<T, R> walk(
      ListKind<T, R> kind, CallSettings settings, @Nullable CallControl shared) {
    return new PageWalk<>(
        kind,
        new PageWalk.Pages<>() {
          @Override
          public R fetch(@Nullable String cursor) {
            CallControl control = shared == null ? newControl(settings) : shared;
            return call(
                kind.method(),
                new PaginatedRequestParams(cursor, RequestMeta.EMPTY),
                settings,
                control);
          }

          @Override
          public void evict() {
            cache.evict(transport.target(), kind.method().name());
          }
        });
  }

  private void learnTools(CallControl control, CallSettings settings) {
    Iterator<?> tools = walk(ListKind.TOOLS, settings, control);
    while (tools.hasNext()) {
      tools.next();
    }
  }
}
