/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.benchmarks.micro;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;

/** What is read and written. */
final class Messages {
  private static final int LARGE = 64 << 10;

  private Messages() {}

  static String text(String size) {
    return size.equals("64k") ? "x".repeat(LARGE) : "hello";
  }

  /** A call of {@code echo} with everything revision 2026-07-28 wants in it. */
  static byte[] call(String text) {
    return ("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"echo\","
            + "\"arguments\":{\"text\":\""
            + text
            + "\"},\"_meta\":{"
            + "\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + "\"io.modelcontextprotocol/clientInfo\":{\"name\":\"load\",\"version\":\"1\"},"
            + "\"io.modelcontextprotocol/clientCapabilities\":{}}}}")
        .getBytes(UTF_8);
  }

  /** The headers of that call. */
  static Map<String, String> callHeaders() {
    return Map.of(
        "host", "127.0.0.1:8080",
        "content-type", "application/json",
        "accept", "application/json, text/event-stream",
        "mcp-protocol-version", "2026-07-28",
        "mcp-method", "tools/call",
        "mcp-name", "echo");
  }

  /** The answer to that call. */
  static byte[] answer(String text) {
    return ("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"resultType\":\"complete\",\"content\":["
            + "{\"type\":\"text\",\"text\":\""
            + text
            + "\"}],\"_meta\":{\"io.modelcontextprotocol/serverInfo\":"
            + "{\"name\":\"echo\",\"version\":\"1.0.0\"}}}}")
        .getBytes(UTF_8);
  }
}
