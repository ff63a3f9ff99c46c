/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.session;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.JsonRpcError;
import dev.mcp4j.api.Methods;
import dev.mcp4j.api.Notifications;
import dev.mcp4j.api.ProgressToken;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.Result;
import dev.mcp4j.api.ResultMeta;
import dev.mcp4j.api.discovery.DiscoverResult;
import dev.mcp4j.api.legacy.InitializeResult;
import dev.mcp4j.api.legacy.LegacyErrorCode;
import dev.mcp4j.api.notification.ProgressNotificationParams;
import dev.mcp4j.client.ProtocolException;
import dev.mcp4j.jsonrpc.JsonRpcNotification;
import dev.mcp4j.jsonrpc.Payload;
import dev.mcp4j.jsonrpc.json.JsonShapeException;
import dev.mcp4j.jsonrpc.json.McpJson;
import dev.mcp4j.jsonrpc.legacy.LegacyJson;
import dev.mcp4j.jsonrpc.legacy.WrappedOutput;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads what a server of an older revision says in the words of this one. */
final class Raised {
  private static final List<String> NOT_YET_NAMES = List.of("resultType", "ttlMs", "cacheScope");

  private Raised() {}

  /**
   * Reads a result. What is a name of this revision only is no more than a foreign member there:
   * the result is complete, and nothing promises that it stays fresh.
   */
  static <R extends Result> Reply<R> result(String method, Payload payload, Class<R> type) {
    try {
      ObjectNode members = LegacyJson.read(JsonObject.class, payload).node();
      members.remove(NOT_YET_NAMES);
      unwrap(method, members);
      return new Reply.Complete<>(McpJson.read(type, members));
    } catch (JsonShapeException e) {
      throw new ProtocolException(
          "the response to %s cannot be read: %s"
              .formatted(method, e.under("/result").getMessage()),
          null);
    }
  }

  /** Makes what had to be an object what it was before, where the server says so. */
  private static void unwrap(String method, ObjectNode result) {
    if (method.equals(Methods.CALL_TOOL.name())) {
      JsonNode value = WrappedOutput.unwrap(result.get("structuredContent"));
      if (value != null && WrappedOutput.unmark(result.get("_meta"))) {
        result.set("structuredContent", value);
      }
    } else if (method.equals(Methods.LIST_TOOLS.name())) {
      result.path("tools").forEach(Raised::unwrap);
    }
  }

  private static void unwrap(JsonNode tool) {
    ObjectNode schema = WrappedOutput.unwrapSchema(tool.get("outputSchema"));
    if (schema != null
        && tool instanceof ObjectNode members
        && WrappedOutput.unmark(members.get("_meta"))) {
      members.set("outputSchema", schema);
    }
  }

  /** Names the call that a report is about as the client does. */
  static JsonRpcNotification progress(ProgressNotificationParams report, ProgressToken token) {
    return new JsonRpcNotification(
        Notifications.PROGRESS.name(),
        Payload.of(
            new ProgressNotificationParams(
                token, report.progress(), report.total(), report.message(), report.meta())));
  }

  static JsonRpcError error(String method, JsonRpcError error) {
    return error.code() == LegacyErrorCode.RESOURCE_NOT_FOUND
            && method.equals(Methods.READ_RESOURCE.name())
        ? new JsonRpcError(ErrorCode.INVALID_PARAMS, error.message(), error.data())
        : error;
  }

  /** The handshake has told what discovery would. */
  static DiscoverResult discovery(InitializeResult server) {
    ResultMeta meta = server.meta().toBuilder().serverInfo(server.serverInfo()).build();
    return new DiscoverResult(
        List.of(server.protocolVersion()),
        server.capabilities(),
        server.instructions(),
        null,
        meta);
  }
}
