/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import dev.mcp4j.jsonrpc.JsonRpcCodec;
import dev.mcp4j.server.RequestHeaders;
import dev.mcp4j.server.transport.HttpCall;
import dev.mcp4j.server.transport.HttpEndpoint;
import dev.mcp4j.server.transport.HttpOptions;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets through who may call, at the right path, while the server is open. What holds for a call of
 * any revision and any method is checked here.
 *
 * <p>{@code OPTIONS} is answered for everybody who may call. A browser that asks whether a page may
 * call is told yes, for every method with any header.
 *
 * <p>Specification 2026-07-28: basic/transports/streamable-http, Security &amp; Endpoint.
 */
final class FrontDoor implements HttpEndpoint {
  private static final byte[] NOTHING = {};
  private static final int NO_CONTENT = 204;
  private static final int NOT_FOUND = 404;
  private static final Pattern HEADER_NAMES =
      Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+(?:[ \t]*,[ \t]*[!#$%&'*+.^_`|~0-9A-Za-z-]+)*");
  private static final String PREFLIGHT_SECONDS = "600";

  private final HostCheck hosts;
  private final OriginCheck origins;
  private final String path;
  private final JsonRpcCodec codec;
  private final HandOver handOver;
  private final HttpEndpoint next;
  private volatile boolean draining;

  /**
   * Makes a front door.
   *
   * @param options what is configured
   * @param loopback whether only this machine can reach the server
   * @param codec writes refusals
   * @param handlers runs what may block
   * @param next serves what is let through
   */
  FrontDoor(
      HttpOptions options,
      boolean loopback,
      JsonRpcCodec codec,
      Executor handlers,
      HttpEndpoint next) {
    this.hosts = new HostCheck(loopback, options.allowedHosts());
    this.origins = new OriginCheck(loopback, options.allowedOrigins());
    this.path = options.path();
    this.codec = codec;
    this.handOver = new HandOver(handlers, codec);
    this.next = next;
  }

  static String allowed(HttpEndpoint endpoint) {
    return String.join(", ", endpoint.methods()) + ", OPTIONS";
  }

  @Override
  public void serve(HttpCall call) throws IOException {
    HttpProblem problem = problemOf(call.headers());
    if (problem != null) {
      problem.answer(call, codec);
      return;
    }
    String origin = call.headers().first(OriginCheck.ORIGIN);
    HttpCall admitted = origin == null ? call : new CrossOriginCall(call, origin);
    boolean atPath = call.path().equals(path);
    if (!atPath && !next.isAt(call.path())) {
      admitted.reply(NOT_FOUND, Map.of(), NOTHING);
    } else if (call.method().equals("OPTIONS")) {
      admitted.reply(NO_CONTENT, optionsOf(call.headers()), NOTHING);
    } else if (draining && !call.method().equals("POST")) {
      // What is sent may be the answer that a call waits for; who reads it knows.
      HttpProblem.unavailable("The server is shutting down").answer(admitted, codec);
    } else if (call.mayBlock() || (atPath && call.method().equals("POST"))) {
      next.serve(admitted);
    } else {
      handOver.run(admitted, next::serve, () -> {});
    }
  }

  @Override
  public boolean isAt(String asked) {
    return asked.equals(path) || next.isAt(asked);
  }

  private @Nullable HttpProblem problemOf(RequestHeaders headers) {
    HttpProblem problem = hosts.problemOf(headers);
    return problem != null ? problem : origins.problemOf(headers);
  }

  private Map<String, String> optionsOf(RequestHeaders headers) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("Allow", allowed(next));
    if (!headers.all("Access-Control-Request-Method").isEmpty()) {
      options.put("Access-Control-Allow-Methods", String.join(", ", next.methods()));
      options.put("Access-Control-Max-Age", PREFLIGHT_SECONDS);
      String asked = String.join(", ", headers.all("Access-Control-Request-Headers"));
      if (HEADER_NAMES.matcher(asked).matches()) {
        options.put("Access-Control-Allow-Headers", asked);
      }
    }
    return options;
  }

  @Override
  public void drain() {
    draining = true;
    next.drain();
  }

  @Override
  public void release() {
    next.release();
  }
}
