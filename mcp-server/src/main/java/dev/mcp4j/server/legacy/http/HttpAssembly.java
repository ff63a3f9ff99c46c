/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.http;

import dev.mcp4j.jsonrpc.JsonRpcCodec;
import dev.mcp4j.server.core.ServerCore;
import dev.mcp4j.server.core.Ticker;
import dev.mcp4j.server.input.StateSeal;
import dev.mcp4j.server.legacy.EventLog;
import dev.mcp4j.server.legacy.InMemoryEventLog;
import dev.mcp4j.server.legacy.InMemorySessionStore;
import dev.mcp4j.server.legacy.LegacyMode;
import dev.mcp4j.server.legacy.LegacyOptions;
import dev.mcp4j.server.legacy.SessionStore;
import dev.mcp4j.server.legacy.wire.DualEraEndpoint;
import dev.mcp4j.server.legacy.wire.Handshake;
import dev.mcp4j.server.transport.HttpEndpoint;
import dev.mcp4j.server.transport.HttpOptions;
import dev.mcp4j.server.transport.http.StreamableHttp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts together what serves older clients over HTTP. */
final class HttpAssembly {
  private final ServerCore core;
  private final StreamableHttp modern;
  private final HttpOptions http;
  private final LegacyOptions options;
  private final DualEraEndpoint.Settings settings;
  private final Clock clock;
  private final StateSeal seal;
  private final JsonRpcCodec codec;
  private final List<Runnable> endings = new ArrayList<>();

  /** Makes the assembly of one endpoint. */
  HttpAssembly(
      ServerCore core,
      StreamableHttp modern,
      HttpOptions http,
      LegacyOptions options,
      DualEraEndpoint.Settings settings,
      Clock clock,
      StateSeal seal) {
    this.core = core;
    this.modern = modern;
    this.http = http;
    this.options = options;
    this.settings = settings;
    this.clock = clock;
    this.seal = seal;
    this.codec = core.codec(http.maxBodyBytes());
  }

  HttpEndpoint endpoint() {
    EventLog events = options.events() == null ? new InMemoryEventLog() : options.events();
    Streams streams =
        new Streams(events, ids(), core.threads().background(), http.listenHeartbeat().toNanos());
    LegacyCalls calls = new LegacyCalls(core, codec, streams, http.streamAfter().toNanos());
    beat(calls::tick);
    beat(streams::tick);
    return switch (options.mode()) {
      case NONE -> modern;
      case STATELESS -> http(calls, new StatelessRoutes(core.pipeline(), calls, ids()), null);
      case SEALED -> http(calls, sealed(calls), null);
      case SESSIONS, ONLY -> withSessions(calls, streams, events);
    };
  }

  private LegacyRoutes sealed(LegacyCalls calls) {
    Sessions sessions = new SealedSessions(seal, options.sealedLifetime(), clock);
    Handshake handshake = new Handshake(core.pipeline(), false);
    return new SealedRoutes(
        core.pipeline(), calls, new HttpSessions(sessions, handshake, calls), ids());
  }

  private HttpEndpoint withSessions(LegacyCalls calls, Streams streams, EventLog events) {
    SessionStore store =
        options.sessions() == null
            ? new InMemorySessionStore(
                InMemorySessionStore.DEFAULT_MAX,
                InMemorySessionStore.DEFAULT_MAX_PER_PRINCIPAL,
                clock)
            : options.sessions();
    Handshake handshake = new Handshake(core.pipeline(), true);
    HttpSessions sessions =
        new HttpSessions(new StoredSessions(store, options.idle(), ids()), handshake, calls);
    LiveSessions live =
        new LiveSessions(
            core, codec, handshake, store, events, settings.pages(), ids(), options.idle());
    beat(live::tick);
    endings.add(live::close);
    LegacyRoutes routes =
        new SessionRoutes(
            core.pipeline(),
            calls,
            sessions,
            store,
            live,
            options.answerTimeout(),
            new Semaphore(Math.max(1, http.maxCalls() / 2)),
            ids());
    return http(
        calls,
        routes,
        new SessionStreams(codec, sessions, store, live, streams, http.maxListens()));
  }

  private HttpEndpoint http(
      LegacyCalls calls, LegacyRoutes routes, @Nullable SessionStreams streams) {
    endings.add(calls::close);
    return new LegacyHttp(
        modern,
        options.mode() != LegacyMode.ONLY,
        options.sessions() == null && options.events() == null,
        calls,
        routes,
        streams,
        sse(),
        endings);
  }

  private void beat(Ticker.Task task) {
    endings.add(core.ticker().add(task)::remove);
  }

  private Supplier<String> ids() {
    return settings.ids();
  }

  private @Nullable SseTransport sse() {
    if (options.ssePath() == null) {
      return null;
    }
    SseTransport sse = new SseTransport(core, codec, options.ssePath(), http, settings);
    beat(sse::tick);
    endings.add(sse::drain);
    return sse;
  }
}
