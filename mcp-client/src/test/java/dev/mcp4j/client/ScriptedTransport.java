/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.api.JsonRpcError;
import dev.mcp4j.api.NotificationMethod;
import dev.mcp4j.api.NotificationParams;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.RequestParams;
import dev.mcp4j.client.transport.ClientNotification;
import dev.mcp4j.client.transport.ClientRequest;
import dev.mcp4j.client.transport.ClientTransport;
import dev.mcp4j.client.transport.Exchange;
import dev.mcp4j.jsonrpc.JsonRpcFailure;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.JsonRpcNotification;
import dev.mcp4j.jsonrpc.JsonRpcResult;
import dev.mcp4j.jsonrpc.Payload;
import dev.mcp4j.jsonrpc.json.McpJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A transport whose far end is a list of scripts, one for each request in order. A request without
 * a script fails the test.
 */
public final class ScriptedTransport implements ClientTransport {
  /** What to do about one request. */
  @FunctionalInterface
  public interface Script {
    void serve(Peer peer);
  }

  /** The far end of one request. */
  public static final class Peer implements Exchange {
    public final ClientRequest request;
    public final BlockingQueue<Object> arrivals = new LinkedBlockingQueue<>();
    public volatile boolean cancelled;
    private volatile boolean over;
    private volatile @Nullable JsonRpcNotification flood;

    Peer(ClientRequest request) {
      this.request = request;
    }

    public RequestParams params() {
      return (RequestParams) ((Payload.Typed) request.message().params()).value();
    }

    public RequestMeta meta() {
      return params().meta();
    }

    public RequestId id() {
      return request.message().id();
    }

    public Peer result(String json) {
      byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
      arrivals.add(new JsonRpcResult(id(), new Payload.Raw(bytes, 0, bytes.length)));
      return this;
    }

    public Peer error(int code, String message) {
      arrivals.add(new JsonRpcFailure(id(), JsonRpcError.of(code, message)));
      return this;
    }

    public Peer error(int code, String message, String data) {
      arrivals.add(new JsonRpcFailure(id(), new JsonRpcError(code, message, json(data))));
      return this;
    }

    public <P extends NotificationParams> Peer notify(NotificationMethod<P> method, P params) {
      arrivals.add(new JsonRpcNotification(method.name(), Payload.of(params)));
      return this;
    }

    /** From now on there is never a moment without a notification. */
    public <P extends NotificationParams> Peer always(NotificationMethod<P> method, P params) {
      flood = new JsonRpcNotification(method.name(), Payload.of(params));
      return this;
    }

    public Peer fail(RuntimeException failure) {
      arrivals.add(failure);
      return this;
    }

    @Override
    public @Nullable JsonRpcMessage next(Duration atMost) throws InterruptedException {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      Object arrival =
          flood != null ? flood : arrivals.poll(atMost.toNanos(), TimeUnit.NANOSECONDS);
      if (arrival instanceof RuntimeException failure) {
        over = true;
        throw failure;
      }
      over = arrival instanceof JsonRpcResult || arrival instanceof JsonRpcFailure;
      return (JsonRpcMessage) arrival;
    }

    @Override
    public boolean deliver(JsonRpcMessage message) {
      return false;
    }

    @Override
    public void cancel(@Nullable String reason) {
      if (!over) {
        over = true;
        cancelled = true;
        arrivals.add(new CallCancelledException("cancelled", null));
      }
    }
  }

  public final List<Peer> peers = new CopyOnWriteArrayList<>();
  public final List<ClientNotification> sent = new CopyOnWriteArrayList<>();
  public final List<String> abandoned = new CopyOnWriteArrayList<>();
  public volatile @Nullable String protocolVersion;
  public volatile String partition = "";
  public volatile boolean closed;
  public volatile Consumer<JsonRpcMessage> unmatched = message -> {};
  private final Deque<Script> scripts = new ArrayDeque<>();
  private final boolean mirrors;
  private @Nullable Script always;

  public ScriptedTransport() {
    this(false);
  }

  public ScriptedTransport(boolean mirrors) {
    this.mirrors = mirrors;
  }

  public static JsonNode json(String text) {
    return McpJson.read(JsonNode.class, text.getBytes(StandardCharsets.UTF_8));
  }

  public synchronized ScriptedTransport then(Script script) {
    scripts.add(script);
    return this;
  }

  public ScriptedTransport thenResult(String json) {
    return then(peer -> peer.result(json));
  }

  public synchronized ScriptedTransport always(Script script) {
    always = script;
    return this;
  }

  public Peer peer(int index) {
    return peers.get(index);
  }

  public List<String> methods() {
    return peers.stream().map(peer -> peer.request.message().method()).toList();
  }

  @Override
  public void start(Consumer<JsonRpcMessage> unmatched) {
    this.unmatched = unmatched;
  }

  @Override
  public Exchange open(ClientRequest request) {
    Script script;
    synchronized (this) {
      script = scripts.isEmpty() ? always : scripts.remove();
    }
    assertThat(script).as("script for request %s", request).isNotNull();
    Peer peer = new Peer(request);
    peers.add(peer);
    script.serve(peer);
    return peer;
  }

  @Override
  public void send(ClientNotification notification, Duration atMost) {
    sent.add(notification);
  }

  @Override
  public void abandon(String requestState) {
    abandoned.add(requestState);
  }

  @Override
  public @Nullable String protocolVersion() {
    return protocolVersion;
  }

  @Override
  public String target() {
    return "scripted";
  }

  @Override
  public String authorizationPartition() {
    return partition;
  }

  @Override
  public boolean mirrorsParameters() {
    return mirrors;
  }

  @Override
  public boolean isOpen() {
    return !closed;
  }

  @Override
  public void close() {
    closed = true;
    peers.forEach(peer -> peer.cancel("closed"));
  }

  /** Fails if a script was not used. */
  public synchronized void assertExhausted() {
    assertThat(scripts).isEmpty();
  }
}
