/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.http;

import dev.mcp4j.jsonrpc.Inbound;
import dev.mcp4j.jsonrpc.JsonRpcCodec;
import dev.mcp4j.server.core.ConnectionEndpoint;
import dev.mcp4j.server.core.ConnectionLimits;
import dev.mcp4j.server.core.MessageReader;
import dev.mcp4j.server.core.ServerCore;
import dev.mcp4j.server.legacy.wire.DualEraEndpoint;
import dev.mcp4j.server.transport.HttpCall;
import dev.mcp4j.server.transport.HttpOptions;
import dev.mcp4j.server.transport.http.HttpProblem;
import dev.mcp4j.server.transport.http.StreamableHttp;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * The transport of revision 2024-11-05: a {@code GET} opens a stream that carries all messages of
 * the server, and its first event says where to send those of the client. The session is the stream
 * and ends with it.
 *
 * <p>Specification 2024-11-05: basic/transports, HTTP with SSE.
 */
final class SseTransport {
  private static final byte[] NOTHING = {};
  private static final int ACCEPTED = 202;
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int NOT_ALLOWED = 405;
  private static final int TOO_LARGE = 413;
  private static final int UNSUPPORTED = 415;

  private final ServerCore core;
  private final JsonRpcCodec codec;
  private final MessageReader reader;
  private final String path;
  private final String messagesPath;
  private final ConnectionLimits limits;
  private final long heartbeat;
  private final DualEraEndpoint.Settings settings;
  private final Semaphore listens;
  private final Map<String, SseConnection> connections = new ConcurrentHashMap<>();

  /**
   * Makes the transport.
   *
   * @param path where clients begin
   * @param http limits and times
   * @param settings what every connection has in common
   */
  SseTransport(
      ServerCore core,
      JsonRpcCodec codec,
      String path,
      HttpOptions http,
      DualEraEndpoint.Settings settings) {
    this.core = core;
    this.codec = codec;
    this.reader = core.reader(codec);
    this.path = path;
    this.messagesPath = path + "/";
    this.limits = new ConnectionLimits(256, 1 << 20, 0);
    this.heartbeat = http.listenHeartbeat().toNanos();
    this.settings = settings;
    this.listens = new Semaphore(http.maxListens());
  }

  boolean isAt(String candidate) {
    return candidate.equals(path) || candidate.startsWith(messagesPath);
  }

  void serve(HttpCall call) throws IOException {
    boolean begins = call.path().equals(path);
    String expected = begins ? "GET" : "POST";
    if (!call.method().equals(expected)) {
      HttpProblem.of(NOT_ALLOWED, "Expected the method " + expected)
          .withHeader("Allow", expected + ", OPTIONS")
          .answer(call, codec);
    } else if (begins) {
      open(call);
    } else {
      take(call);
    }
  }

  private void open(HttpCall call) {
    if (!listens.tryAcquire()) {
      HttpProblem.unavailable("Too many streams are open").answer(call, codec);
      return;
    }
    String id = settings.ids().get();
    SseConnection connection =
        new SseConnection(
            call, codec, out -> new DualEraEndpoint(core, endpoint(call, out), out, settings));
    connections.put(id, connection);
    connection.begin(messagesPath + id);
    call.onClosed(
        () -> {
          connections.remove(id);
          listens.release();
          connection.close();
        });
  }

  private ConnectionEndpoint endpoint(HttpCall call, SseOutbound out) {
    return new ConnectionEndpoint(core, call.caller(), out, limits);
  }

  private void take(HttpCall call) throws IOException {
    @Nullable SseConnection connection =
        connections.get(call.path().substring(messagesPath.length()));
    if (connection == null
        || !Objects.equals(connection.caller().principal(), call.caller().principal())) {
      HttpProblem.of(NOT_FOUND, "There is no such session").answer(call, codec);
      return;
    }
    if (!StreamableHttp.isJson(call.headers())) {
      HttpProblem.of(UNSUPPORTED, "Expected the Content-Type application/json").answer(call, codec);
      return;
    }
    byte[] body = call.body();
    if (body == null) {
      HttpProblem.of(TOO_LARGE, "The body is larger than this server takes").answer(call, codec);
      return;
    }
    Inbound inbound = reader.read(body, 0, body.length);
    if (inbound instanceof Inbound.Malformed malformed) {
      HttpProblem.of(BAD_REQUEST, malformed.id(), malformed.code(), malformed.reason())
          .answer(call, codec);
      return;
    }
    // What may be the answer that a handler waits for never has to wait.
    if (StreamableHttp.holdsRequest(inbound) && !connection.hasRoom()) {
      HttpProblem.unavailable("Too many requests wait").answer(call, codec);
      return;
    }
    call.reply(ACCEPTED, Map.of(), NOTHING);
    connection.receive(inbound, body.length);
  }

  void tick(long now) {
    connections.values().forEach(connection -> connection.tick(now, heartbeat));
  }

  void drain() {
    connections.values().forEach(SseConnection::close);
  }
}
