/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.benchmarks.run;

import java.util.LinkedHashMap;
import java.util.Map;

/** How requests look. */
enum Era {
  /** Revision 2026-07-28: every request carries its own metadata. */
  MODERN("2026-07-28"),

  /** Revision 2025-11-25: a handshake comes first. */
  LEGACY("2025-11-25");

  private static final String CLIENT =
      "\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
          + "\"io.modelcontextprotocol/clientInfo\":{\"name\":\"load\",\"version\":\"1\"},"
          + "\"io.modelcontextprotocol/clientCapabilities\":";
  private static final String META = CLIENT + "{}";
  private static final String TASKS_META =
      CLIENT + "{\"extensions\":{\"io.modelcontextprotocol/tasks\":{}}}";

  static final String INITIALIZE =
      "{\"jsonrpc\":\"2.0\",\"id\":\"init\",\"method\":\"initialize\",\"params\":"
          + "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},"
          + "\"clientInfo\":{\"name\":\"load\",\"version\":\"1\"}}}";

  static final String INITIALIZED =
      "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}";

  private final String revision;

  Era(String revision) {
    this.revision = revision;
  }

  String call(Object id, String text, boolean progress) {
    String token = progress ? "\"progressToken\":1" : "";
    return request(
        id, "tools/call", "\"name\":\"echo\",\"arguments\":{\"text\":\"" + text + "\"}", token);
  }

  String list() {
    return request(1, "tools/list", "", "");
  }

  String listen(Object id) {
    return request(id, "subscriptions/listen", "\"notifications\":{\"toolsListChanged\":true}", "");
  }

  String callAsTask() {
    return message(
        1, "tools/call", "\"name\":\"echo\",\"arguments\":{\"text\":\"hi\"}", TASKS_META);
  }

  String taskOf(String id) {
    return message(1, Tasks.GET, "\"taskId\":\"" + id + "\"", TASKS_META);
  }

  private String request(Object id, String method, String members, String meta) {
    String all = this == MODERN ? META + (meta.isEmpty() ? "" : "," + meta) : meta;
    return message(id, method, members, all);
  }

  private static String message(Object id, String method, String members, String meta) {
    String params =
        meta.isEmpty()
            ? members
            : members + (members.isEmpty() ? "" : ",") + "\"_meta\":{" + meta + "}";
    return "{\"jsonrpc\":\"2.0\",\"id\":%s,\"method\":\"%s\",\"params\":{%s}}"
        .formatted(id, method, params);
  }

  /** The headers of a request, without those of a session. */
  Map<String, String> headers(String method) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("Accept", "application/json, text/event-stream");
    headers.put("MCP-Protocol-Version", revision);
    if (this == MODERN) {
      headers.put("Mcp-Method", method);
      if (method.equals("tools/call")) {
        headers.put("Mcp-Name", "echo");
      }
    }
    return headers;
  }
}
