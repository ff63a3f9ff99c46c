/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.client.transport.http.RawHttpServer;
import dev.mcp4j.jsonrpc.json.McpJson;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A server of an older revision over Streamable HTTP. It knows the handshake, gives out sessions,
 * and beyond that does what a test teaches it. Streams by GET and DELETE it has none, unless
 * taught.
 */
public final class OldHttpServer implements AutoCloseable {
  /** What to do about a request of HTTP, or about one of JSON-RPC. */
  @FunctionalInterface
  public interface Script {
    void serve(Call call) throws IOException;
  }

  /** One request of HTTP and the message it carries, if any. */
  public record Call(RawHttpServer.Request http, JsonNode message) {
    public String verb() {
      return http.line.substring(0, http.line.indexOf(' '));
    }

    public String method() {
      return message.path("method").asString("");
    }

    public String session() {
      return http.header("mcp-session-id");
    }

    public JsonNode id() {
      return message.get("id");
    }

    public String resultMessage(String result) {
      return "{\"jsonrpc\":\"2.0\",\"id\":%s,\"result\":%s}".formatted(id(), result);
    }

    public void result(String result) throws IOException {
      http.json(200, resultMessage(result));
    }

    public void error(int status, int code, String text) throws IOException {
      http.json(
          status,
          "{\"jsonrpc\":\"2.0\",\"id\":%s,\"error\":{\"code\":%d,\"message\":\"%s\"}}"
              .formatted(id(), code, text));
    }

    public void html(int status) throws IOException {
      http.reply(status, "text/html", "<html>%d</html>".formatted(status));
    }

    public void accepted() throws IOException {
      http.reply(202, null, "");
    }
  }

  private final RawHttpServer server = new RawHttpServer();
  private final Map<String, Script> methods = new ConcurrentHashMap<>();
  private final List<Call> received = new ArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final AtomicInteger sessions = new AtomicInteger();
  private volatile String capabilities = "{}";
  private volatile String revision = "";
  private volatile boolean hasSessions = true;

  public OldHttpServer() {
    on("initialize", this::initialized);
    on("notifications/", Call::accepted);
    on("GET", call -> call.html(405));
    on("DELETE", call -> call.html(405));
    server.serve(
        request -> {
          JsonNode message =
              request.body.isEmpty()
                  ? JsonNodeFactory.instance.objectNode()
                  : McpJson.read(JsonNode.class, request.body.getBytes(StandardCharsets.UTF_8));
          serve(new Call(request, message));
        });
  }

  public URI uri() {
    return server.uri();
  }

  public OldHttpServer capabilities(String json) {
    capabilities = json;
    return this;
  }

  public OldHttpServer revision(String only) {
    revision = only;
    return this;
  }

  public OldHttpServer withoutSessions() {
    hasSessions = false;
    return this;
  }

  /** Teaches a method of JSON-RPC or a verb of HTTP. */
  public OldHttpServer on(String what, Script script) {
    methods.put(what, script);
    return this;
  }

  public OldHttpServer on(String method, String result) {
    return on(method, call -> call.result(result));
  }

  /** What was received so far, a method or a verb each. */
  public List<String> words() {
    return calls().stream().map(OldHttpServer::word).toList();
  }

  public List<Call> calls() {
    lock.lock();
    try {
      return List.copyOf(received);
    } finally {
      lock.unlock();
    }
  }

  public List<Call> calls(String word) {
    return calls().stream().filter(call -> word(call).equals(word)).toList();
  }

  /** Waits for a method or a verb. */
  public Call await(String word) {
    return await(call -> word(call).equals(word));
  }

  public Call await(Predicate<Call> expected) {
    long left = TimeUnit.SECONDS.toNanos(30);
    lock.lock();
    try {
      while (true) {
        for (Call call : received) {
          if (expected.test(call)) {
            return call;
          }
        }
        assertThat(left).as("waited in vain, got %s", words()).isPositive();
        left = arrived.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      lock.unlock();
    }
  }

  /** How many sessions were given out. */
  public int sessions() {
    return sessions.get();
  }

  @Override
  public void close() {
    server.close();
  }

  static String word(Call call) {
    if (!call.verb().equals("POST")) {
      return call.verb();
    }
    return call.message().has("method") ? call.method() : "answer " + call.id().asString();
  }

  private void serve(Call call) throws IOException {
    lock.lock();
    try {
      received.add(call);
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
    String word = word(call);
    Script script = methods.get(word);
    if (script == null && (word.startsWith("notifications/") || word.startsWith("answer "))) {
      script = methods.get("notifications/");
    }
    if (script == null) {
      call.error(200, -32601, "Method not found");
    } else {
      script.serve(call);
    }
  }

  private void initialized(Call call) throws IOException {
    String asked = call.message().path("params").path("protocolVersion").asString();
    String result =
        ("{\"protocolVersion\":\"%s\",\"capabilities\":%s,"
                + "\"serverInfo\":{\"name\":\"old\",\"version\":\"1\"}}")
            .formatted(revision.isEmpty() ? asked : revision, capabilities);
    int number = sessions.incrementAndGet();
    if (hasSessions) {
      call.http()
          .reply(
              200,
              "application/json",
              call.resultMessage(result),
              "Mcp-Session-Id: session-" + number);
    } else {
      call.result(result);
    }
  }
}
