/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.task;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.Methods;
import dev.mcp4j.api.ProgressToken;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.tool.CallToolRequestParams;
import dev.mcp4j.jsonrpc.json.McpJson;
import dev.mcp4j.server.Caller;
import dev.mcp4j.server.Cancellation;
import dev.mcp4j.server.McpRequest;
import dev.mcp4j.server.extension.WrappedToolCall;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes of a request what a task keeps of it, and a request of that. */
final class TaskRequests {
  private TaskRequests() {}

  static TaskRequest kept(WrappedToolCall call) {
    McpRequest<CallToolRequestParams> request = call.request();
    RequestMeta meta = request.meta().toBuilder().logLevel(null).progressToken(null).build();
    return new TaskRequest(
        request.params().name(),
        call.arguments(),
        new JsonObject((ObjectNode) McpJson.toTree(meta)),
        request.caller().scopes(),
        request.caller().transport());
  }

  /** The request as the handler gets it: it wants progress, which becomes the status message. */
  static McpRequest<CallToolRequestParams> of(TaskRecord task, Cancellation cancellation) {
    TaskRequest kept = task.request();
    RequestMeta meta =
        McpJson.read(RequestMeta.class, kept.meta().node()).toBuilder()
            .progressToken(ProgressToken.of(task.key().id()))
            .build();
    Map<String, JsonNode> answers = task.work().answers();
    CallToolRequestParams params =
        new CallToolRequestParams(
            kept.tool(), kept.arguments(), answers.isEmpty() ? null : answers, null, meta);
    return new McpRequest<>(
        Methods.CALL_TOOL.name(),
        params,
        new Caller(task.key().principal(), kept.scopes(), kept.transport()),
        null,
        cancellation);
  }
}
