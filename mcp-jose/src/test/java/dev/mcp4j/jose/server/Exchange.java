/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jose.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.server.Caller;
import dev.mcp4j.server.RequestHeaders;
import dev.mcp4j.server.transport.EventStream;
import dev.mcp4j.server.transport.HttpCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A call of the tool {@code who} without an engine, and how it was answered. */
final class Exchange implements HttpCall {
  private static final String BODY =
      "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/call\",\"params\":{\"name\":\"who\","
          + "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
          + "\"io.modelcontextprotocol/clientCapabilities\":{}}}}";

  private final Map<String, List<String>> headers = new TreeMap<>();
  private String method = "POST";
  private @Nullable String query;
  private int status;
  private Map<String, String> answerHeaders = Map.of();
  private String answer = "";

  Exchange() {
    header("Host", "mcp.example.com");
    header("Content-Type", "application/json");
    header("Accept", "application/json, text/event-stream");
    header("MCP-Protocol-Version", "2026-07-28");
    header("Mcp-Method", "tools/call");
    header("Mcp-Name", "who");
  }

  static Exchange bearer(String token) {
    return new Exchange().header("Authorization", "Bearer " + token);
  }

  static Exchange dpop(String token, String... proofs) {
    Exchange exchange = new Exchange().header("Authorization", "DPoP " + token);
    for (String proof : proofs) {
      exchange.header("DPoP", proof);
    }
    return exchange;
  }

  Exchange header(String name, String value) {
    headers.computeIfAbsent(name.toLowerCase(Locale.ROOT), n -> new ArrayList<>()).add(value);
    return this;
  }

  Exchange method(String method) {
    this.method = method;
    return this;
  }

  Exchange query(String query) {
    this.query = query;
    return this;
  }

  @Override
  public String method() {
    return method;
  }

  @Override
  public String path() {
    return "/mcp";
  }

  @Override
  public @Nullable String query() {
    return query;
  }

  @Override
  public RequestHeaders headers() {
    return name -> headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }

  @Override
  public byte[] body() {
    return BODY.getBytes(UTF_8);
  }

  @Override
  public Caller caller() {
    return Caller.anonymous("test");
  }

  @Override
  public void reply(int status, Map<String, String> headers, byte[] body) {
    assertThat(this.status).as("answered before").isZero();
    this.status = status;
    this.answerHeaders = headers;
    this.answer = new String(body, UTF_8);
  }

  @Override
  public EventStream stream(Map<String, String> headers) {
    throw new AssertionError("expected a document");
  }

  @Override
  public void onClosed(Runnable action) {}

  int status() {
    return status;
  }

  String answer() {
    return answer;
  }

  String challenge() {
    return answerHeaders.getOrDefault("WWW-Authenticate", "");
  }

  @Nullable String nonce() {
    return answerHeaders.get("DPoP-Nonce");
  }
}
