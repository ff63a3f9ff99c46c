/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import dev.mcp4j.server.transport.EventStream;
import dev.mcp4j.server.transport.HttpCall;
import java.util.LinkedHashMap;
import java.util.Map;

/** A call from a web page that may call: its browser is told that the page may see the answer. */
final class CrossOriginCall extends ForwardingCall {
  private final String origin;

  CrossOriginCall(HttpCall call, String origin) {
    super(call);
    this.origin = origin;
  }

  @Override
  public void reply(int status, Map<String, String> headers, byte[] body) {
    super.reply(status, withCors(headers), body);
  }

  @Override
  public EventStream stream(Map<String, String> headers) {
    return super.stream(withCors(headers));
  }

  private Map<String, String> withCors(Map<String, String> headers) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put("Access-Control-Allow-Origin", origin);
    all.put("Vary", "Origin");
    all.putIfAbsent("Access-Control-Expose-Headers", "DPoP-Nonce, Retry-After, WWW-Authenticate");
    return all;
  }
}
