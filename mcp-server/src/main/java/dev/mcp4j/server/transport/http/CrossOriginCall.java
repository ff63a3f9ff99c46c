/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import dev.mcp4j.server.Caller;
import dev.mcp4j.server.RequestHeaders;
import dev.mcp4j.server.transport.EventStream;
import dev.mcp4j.server.transport.HttpCall;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call from a web page that may call: its browser is told that the page may see the answer. */
final class CrossOriginCall implements HttpCall {
  private final HttpCall call;
  private final String origin;

  CrossOriginCall(HttpCall call, String origin) {
    this.call = call;
    this.origin = origin;
  }

  @Override
  public void reply(int status, Map<String, String> headers, byte[] body) {
    call.reply(status, withCors(headers), body);
  }

  @Override
  public EventStream stream(Map<String, String> headers) {
    return call.stream(withCors(headers));
  }

  private Map<String, String> withCors(Map<String, String> headers) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put("Access-Control-Allow-Origin", origin);
    all.put("Vary", "Origin");
    all.putIfAbsent("Access-Control-Expose-Headers", "Retry-After, WWW-Authenticate");
    return all;
  }

  @Override
  public String method() {
    return call.method();
  }

  @Override
  public String path() {
    return call.path();
  }

  @Override
  public boolean mayBlock() {
    return call.mayBlock();
  }

  @Override
  public RequestHeaders headers() {
    return call.headers();
  }

  @Override
  public byte @Nullable [] body() throws IOException {
    return call.body();
  }

  @Override
  public Caller caller() {
    return call.caller();
  }

  @Override
  public void onClosed(Runnable action) {
    call.onClosed(action);
  }
}
