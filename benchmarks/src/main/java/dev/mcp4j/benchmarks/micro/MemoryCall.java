/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.benchmarks.micro;

import dev.mcp4j.server.Caller;
import dev.mcp4j.server.RequestHeaders;
import dev.mcp4j.server.transport.EventStream;
import dev.mcp4j.server.transport.HttpCall;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A call that comes from nowhere, and whose answer stays in memory. */
final class MemoryCall implements HttpCall {
  private static final Map<String, String> HEADERS = Messages.callHeaders();
  private static final Caller CALLER = Caller.anonymous("http");
  private static final byte[] NOTHING = {};

  private final byte[] body;
  private byte[] answer = NOTHING;

  MemoryCall(byte[] body) {
    this.body = body;
  }

  byte[] answer() {
    return answer;
  }

  @Override
  public String method() {
    return "POST";
  }

  @Override
  public String path() {
    return "/mcp";
  }

  @Override
  public RequestHeaders headers() {
    return name -> {
      String value = HEADERS.get(name.toLowerCase(Locale.ROOT));
      return value == null ? List.of() : List.of(value);
    };
  }

  @Override
  public byte[] body() {
    return body;
  }

  @Override
  public Caller caller() {
    return CALLER;
  }

  @Override
  public void reply(int status, Map<String, String> headers, byte[] bytes) {
    if (status != 200) {
      throw new IllegalStateException("answered with " + status);
    }
    answer = bytes;
  }

  @Override
  public EventStream stream(Map<String, String> headers) {
    throw new IllegalStateException("answered with a stream");
  }

  @Override
  public void onClosed(Runnable action) {}
}
