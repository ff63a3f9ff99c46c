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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call that is another one, but for what a subclass does otherwise. */
abstract class ForwardingCall implements HttpCall {
  private final HttpCall call;

  ForwardingCall(HttpCall call) {
    this.call = call;
  }

  @Override
  public void reply(int status, Map<String, String> headers, byte[] body) {
    call.reply(status, headers, body);
  }

  @Override
  public EventStream stream(Map<String, String> headers) {
    return call.stream(headers);
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
  public @Nullable String query() {
    return call.query();
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
