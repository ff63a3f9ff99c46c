/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.client.McpClientException;
import dev.mcp4j.client.TransportException;
import dev.mcp4j.client.transport.ChannelTransport;
import dev.mcp4j.client.transport.ClientTransport;
import dev.mcp4j.client.transport.MessageChannel;
import dev.mcp4j.jsonrpc.JsonLimits;
import dev.mcp4j.jsonrpc.JsonRpcCodec;
import dev.mcp4j.jsonrpc.framing.ByteSlice;
import dev.mcp4j.jsonrpc.json.McpJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * A server of an older revision at the other end of a channel. It knows the handshake, and beyond
 * it what a test teaches it; it answers in the thread of whoever sends.
 */
public final class OldServer implements MessageChannel {
  /** What to do about a request. */
  @FunctionalInterface
  public interface Method {
    void serve(Call call);
  }

  /** One request of the client. */
  public record Call(OldServer server, JsonNode message) {
    public JsonNode params() {
      return message.path("params");
    }

    public void result(String json) {
      server.send("{\"jsonrpc\":\"2.0\",\"id\":%s,\"result\":%s}".formatted(id(), json));
    }

    public void error(int code, String text) {
      fail("{\"code\":%d,\"message\":\"%s\"}".formatted(code, text));
    }

    public void error(int code, String text, String data) {
      fail("{\"code\":%d,\"message\":\"%s\",\"data\":%s}".formatted(code, text, data));
    }

    private void fail(String error) {
      server.send("{\"jsonrpc\":\"2.0\",\"id\":%s,\"error\":%s}".formatted(id(), error));
    }

    private JsonNode id() {
      return message.get("id");
    }
  }

  private final Map<String, Method> methods = new ConcurrentHashMap<>();
  private final List<JsonNode> received = new ArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final ReentrantLock sending = new ReentrantLock();
  private volatile String capabilities = "{}";
  private volatile Receiver receiver;
  private volatile boolean open = true;

  /** A server that agrees on any revision it is asked for. */
  public OldServer() {
    on("initialize", call -> initialized(call, call.params().path("protocolVersion").asString()));
    on("ping", call -> call.result("{}"));
  }

  /** A server that knows one revision and offers that. */
  public static OldServer of(String revision) {
    OldServer server = new OldServer();
    return server.on("initialize", call -> server.initialized(call, revision));
  }

  public OldServer capabilities(String json) {
    capabilities = json;
    return this;
  }

  public OldServer on(String method, Method behaviour) {
    methods.put(method, behaviour);
    return this;
  }

  public OldServer on(String method, String result) {
    return on(method, call -> call.result(result));
  }

  /** A transport to this server that was not started yet. */
  public ClientTransport transport() {
    return new ChannelTransport(this, JsonRpcCodec.create(JsonLimits.DEFAULT));
  }

  /** Asks the client something. */
  public void ask(String id, String method, String params) {
    send(
        "{\"jsonrpc\":\"2.0\",\"id\":\"%s\",\"method\":\"%s\",\"params\":%s}"
            .formatted(id, method, params));
  }

  public void tell(String method, String params) {
    send("{\"jsonrpc\":\"2.0\",\"method\":\"%s\",\"params\":%s}".formatted(method, params));
  }

  /** Waits for the answer to what was asked. */
  public JsonNode answer(String id) {
    return await(m -> !m.has("method") && m.path("id").asString("").equals(id));
  }

  /** Waits for a message with a method. */
  public JsonNode await(String method) {
    return await(m -> m.path("method").asString("").equals(method));
  }

  public JsonNode await(Predicate<JsonNode> expected) {
    long left = TimeUnit.SECONDS.toNanos(30);
    lock.lock();
    try {
      while (true) {
        for (JsonNode message : received) {
          if (expected.test(message)) {
            return message;
          }
        }
        assertThat(left).as("waited for a message in vain, got %s", received).isPositive();
        left = arrived.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      lock.unlock();
    }
  }

  /** The methods of the requests and notifications received so far. */
  public List<String> methods() {
    lock.lock();
    try {
      return received.stream()
          .map(m -> m.path("method").asString(""))
          .filter(method -> !method.isEmpty())
          .toList();
    } finally {
      lock.unlock();
    }
  }

  public List<JsonNode> received(String method) {
    lock.lock();
    try {
      return received.stream().filter(m -> m.path("method").asString("").equals(method)).toList();
    } finally {
      lock.unlock();
    }
  }

  /** The answers to what was asked, so far. */
  public List<JsonNode> answers(String id) {
    lock.lock();
    try {
      return received.stream()
          .filter(m -> !m.has("method") && m.path("id").asString("").equals(id))
          .toList();
    } finally {
      lock.unlock();
    }
  }

  public void die(Supplier<McpClientException> reason) {
    open = false;
    receiver.onClosed(reason);
  }

  public void send(String message) {
    sending.lock();
    try {
      receiver.onMessage(ByteSlice.of(message.getBytes(UTF_8)));
    } finally {
      sending.unlock();
    }
  }

  @Override
  public void start(Receiver receiver) {
    this.receiver = receiver;
  }

  @Override
  public void send(byte[] bytes) {
    if (!open) {
      throw new TransportException("the server is gone", null);
    }
    JsonNode message = McpJson.read(JsonNode.class, bytes);
    lock.lock();
    try {
      received.add(message);
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
    if (message.has("method") && message.has("id")) {
      methods
          .getOrDefault(message.get("method").asString(), OldServer::unknown)
          .serve(new Call(this, message));
    }
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public String target() {
    return "old server";
  }

  @Override
  public void close() {
    open = false;
  }

  private void initialized(Call call, String revision) {
    call.result(
        ("{\"protocolVersion\":\"%s\",\"capabilities\":%s,\"serverInfo\":"
                + "{\"name\":\"old\",\"version\":\"1\"},\"instructions\":\"be kind\"}")
            .formatted(revision, capabilities));
  }

  private static void unknown(Call call) {
    call.error(-32601, "Method not found");
  }
}
