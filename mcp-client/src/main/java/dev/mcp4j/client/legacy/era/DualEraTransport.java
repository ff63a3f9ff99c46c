/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.era;

import dev.mcp4j.api.ProtocolVersion;
import dev.mcp4j.api.legacy.LegacyNotifications;
import dev.mcp4j.client.McpClientException;
import dev.mcp4j.client.RequestFailedException;
import dev.mcp4j.client.TransportException;
import dev.mcp4j.client.legacy.EraCache;
import dev.mcp4j.client.legacy.LegacyOptions;
import dev.mcp4j.client.legacy.ServerEra;
import dev.mcp4j.client.legacy.session.Deadline;
import dev.mcp4j.client.legacy.session.LegacyTransport;
import dev.mcp4j.client.legacy.session.SingleFlight;
import dev.mcp4j.client.legacy.session.Waiting;
import dev.mcp4j.client.transport.ClientNotification;
import dev.mcp4j.client.transport.ClientRequest;
import dev.mcp4j.client.transport.ClientTransport;
import dev.mcp4j.client.transport.Exchange;
import dev.mcp4j.jsonrpc.JsonRpcFailure;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Speaks this revision with servers that know it, and an older one with those that do not. Which
 * kind there is is found out when the first request is sent, unless it is remembered; what is
 * remembered is checked against what then happens.
 *
 * <p>Specification 2026-07-28: basic/versioning, Backward Compatibility with Initialization-Based
 * Versions.
 */
final class DualEraTransport implements ClientTransport {
  private static final Logger log = LoggerFactory.getLogger(DualEraTransport.class);

  /**
   * Where the verdict is remembered.
   *
   * @param cache the memory
   * @param server what the server is called there
   */
  record Memory(EraCache cache, String server) {
    static Memory of(LegacyOptions options, String server) {
      EraCache shared = options.eras();
      return new Memory(shared == null ? EraCache.inMemory() : shared, server);
    }

    @Nullable ServerEra find() {
      return cache.find(server);
    }

    void store(ServerEra era) {
      cache.store(server, era);
    }
  }

  private final ClientTransport modern;
  private final LegacyTransport legacy;
  private final EraProbe probe;
  private final Memory memory;
  private final EventStream eventStream;
  private final SingleFlight<ClientTransport> decision;
  private volatile Consumer<JsonRpcMessage> unmatched = message -> {};
  private volatile boolean confirmed;
  private volatile boolean doubted;
  private volatile boolean closed;

  /**
   * Whether an older server has the HTTP+SSE transport.
   *
   * @param is tells whether it has
   * @param prefer is told whether it had
   */
  record EventStream(BooleanSupplier is, Consumer<Boolean> prefer) {
    /** For transports other than HTTP. */
    static final EventStream NONE = new EventStream(() -> false, preferred -> {});
  }

  DualEraTransport(
      ClientTransport modern,
      LegacyTransport legacy,
      EraProbe probe,
      Memory memory,
      EventStream eventStream) {
    this.modern = modern;
    this.legacy = legacy;
    this.probe = probe;
    this.memory = memory;
    this.eventStream = eventStream;
    this.decision = new SingleFlight<>(this::decide, legacy.executor());
    legacy.onRefused(this::refused);
  }

  @Override
  public void start(Consumer<JsonRpcMessage> unmatched) {
    this.unmatched = unmatched;
    legacy.start(unmatched);
  }

  @Override
  public Exchange open(ClientRequest request) {
    if (closed) {
      throw new TransportException("the client is closed", null);
    }
    return decision.current() == legacy ? legacy.open(request) : new EraExchange(this, request);
  }

  @Override
  public void send(ClientNotification notification, Duration atMost) throws InterruptedException {
    boolean onlyOlder =
        LegacyNotifications.ALL.stream()
            .anyMatch(method -> method.name().equals(notification.message().method()));
    if (onlyOlder && decision.current() != legacy) {
      return;
    }
    Deadline deadline = Deadline.in(atMost);
    ClientTransport decided = new Waiting().await(decision.join(), deadline.left());
    if (decided == null) {
      throw new TransportException("the kind of server was not found out within the time", null);
    }
    decided.send(notification, deadline.left());
  }

  @Override
  public void abandon(String requestState) {
    legacy.abandon(requestState);
  }

  @Override
  public String target() {
    return modern.target();
  }

  @Override
  public String authorizationPartition() {
    return modern.authorizationPartition();
  }

  @Override
  public boolean mirrorsParameters() {
    return decision.current() != legacy && modern.mirrorsParameters();
  }

  @Override
  public @Nullable String protocolVersion() {
    return decision.current() == legacy ? legacy.protocolVersion() : null;
  }

  @Override
  public boolean isOpen() {
    return !closed && (decision.current() == legacy ? legacy.isOpen() : modern.isOpen());
  }

  @Override
  public void close() {
    closed = true;
    probe.close();
    legacy.close();
    modern.close();
  }

  CompletableFuture<ClientTransport> decision() {
    return decision.join();
  }

  /** A request has succeeded. */
  void confirm(@Nullable ClientTransport chosen) {
    if (chosen == modern) {
      confirmed = true;
    }
  }

  /** Whether the failure of a request may mean that the server is not of the kind it was. */
  boolean isDoubtful(ClientTransport chosen, McpClientException failure) {
    return chosen == modern && Evidence.of(failure) == Verdict.LEGACY;
  }

  /** Whether an error may mean that. Once a request has succeeded, it means what it says. */
  boolean isDoubtful(ClientTransport chosen, JsonRpcFailure failure) {
    return chosen == modern && !confirmed && Evidence.of(failure.error()) == Verdict.LEGACY;
  }

  /** Whether it does no harm if a server gets a request twice. */
  boolean isRepeatable(ClientRequest request) {
    return legacy.isRepeatable(request);
  }

  void doubt(ClientTransport chosen) {
    log.debug("{} may be another kind of server than it was", target());
    doubted = true;
    decision.lose(chosen);
  }

  private void refused(McpClientException refusal) {
    if (isRefusal(refusal)) {
      decision.lose(legacy);
    }
  }

  private static boolean isRefusal(McpClientException failure) {
    return failure instanceof RequestFailedException || Evidence.of(failure) == Verdict.LEGACY;
  }

  private ClientTransport decide() throws InterruptedException {
    ServerEra known = doubted ? null : memory.find();
    if (known != null && known.isModern()) {
      modern.start(unmatched);
      return modern;
    }
    if (known != null && begins(known)) {
      return remember(legacy);
    }
    Verdict verdict = probe.probe();
    confirmed = true;
    doubted = false;
    if (verdict == Verdict.MODERN) {
      modern.start(unmatched);
      return remember(modern);
    }
    return remember(legacy);
  }

  /** Whether the server begins a session, as it did before. */
  private boolean begins(ServerEra known) throws InterruptedException {
    eventStream.prefer().accept(known.eventStream());
    try {
      legacy.establish();
      return true;
    } catch (McpClientException e) {
      if (!isRefusal(e)) {
        throw e;
      }
      log.debug("{} is no longer the server that was remembered: {}", target(), e.getMessage());
      return false;
    }
  }

  private ClientTransport remember(ClientTransport decided) {
    String older = legacy.protocolVersion();
    memory.store(
        decided == legacy && older != null
            ? new ServerEra(older, eventStream.is().getAsBoolean())
            : new ServerEra(ProtocolVersion.MODERN.get(0), false));
    return decided;
  }
}
