/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.task.TaskMethods;
import dev.mcp4j.api.tool.CallToolRequestParams;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.client.core.CallControl;
import dev.mcp4j.client.core.CallSettings;
import dev.mcp4j.client.core.ClientCore;
import dev.mcp4j.jsonrpc.json.JsonShapeException;
import dev.mcp4j.jsonrpc.task.TaskJson;
import dev.mcp4j.schema.UserTypes;
import java.util.List;
import tools.jackson.databind.node.StringNode;

/**
 * A call of a tool. Made by {@link McpClient#call(String, Object)}.
 *
 * <p>{@link #result()} gives the result as it is, also that of a tool that failed. A structured
 * result is held to the output schema of the tool, for which the tools are listed once if they are
 * not known; one that does not fit is an {@link InvalidToolResultException}.
 *
 * <p>Specification 2026-07-28: server/tools, Calling Tools.
 */
public final class ToolCall extends Call<CallToolResult, ToolCall> {
  private final McpClient client;
  private final UserTypes types;
  private CallToolRequestParams params;

  ToolCall(McpClient client, ClientCore core, CallToolRequestParams params, UserTypes types) {
    super(core);
    this.client = client;
    this.params = params;
    this.types = types;
  }

  /**
   * Calls, blocks like {@link #result()}, and reads the structured result. If there is none, a text
   * that is JSON is read instead. A value that the server had to put into an object, as the only
   * member {@code result}, is read too.
   *
   * @param type a record or another class to read; {@code String} for the text of the result as it
   *     is, {@code JsonNode} or {@code JsonObject} for the JSON, {@code CallToolResult} for all of
   *     it
   * @param <T> the type
   * @return the value
   * @throws ToolFailedException if the tool says that it failed
   * @throws InvalidToolResultException if the result cannot be read as the type
   * @throws McpClientException for the reasons of {@link #result()}
   */
  public <T> T as(Class<T> type) {
    return ToolValues.read(params.name(), result(), type, types);
  }

  /**
   * Like {@link #as}, for a result that is an array.
   *
   * @param element the type of the elements
   * @param <E> the type of the elements
   * @return the values, unmodifiable
   * @throws ToolFailedException if the tool says that it failed
   * @throws InvalidToolResultException if the result is no array, or an element cannot be read
   * @throws McpClientException for the reasons of {@link #result()}
   */
  public <E> List<E> asList(Class<E> element) {
    return ToolValues.readList(params.name(), result(), element, types);
  }

  /**
   * Like {@link #start()}, for the value that {@link #as} gives.
   *
   * @param type the type to read
   * @param <T> the type
   * @return the handle on the running call
   * @throws IllegalStateException if the client is closed
   */
  public <T> PendingCall<T> start(Class<T> type) {
    CallSettings now = settings();
    CallControl control = core.newControl(now);
    return PendingCall.start(
        core.executor(),
        control,
        () -> ToolValues.read(params.name(), run(now, control), type, types));
  }

  /**
   * Says what the call has in common with its repetitions. A server that makes a task of it answers
   * each of them with the same task, as long as it is kept; a convention that servers of this
   * library follow, and others ignore.
   *
   * @param key of at least 22 characters that nobody can guess, unless the server knows who calls
   * @return this call
   */
  public ToolCall idempotencyKey(String key) {
    RequestMeta meta = params.meta();
    JsonObject other = meta.other().with(TaskMethods.IDEMPOTENCY_KEY, StringNode.valueOf(key));
    params = params.withMeta(meta.toBuilder().other(other).build());
    return this;
  }

  /**
   * Calls, and blocks until the server has replied, be it with a task. Questions that come before
   * that are answered.
   *
   * @return the result, or the handle on the task
   * @throws IllegalStateException if the client was built without {@link McpClientBuilder#tasks()},
   *     or is closed
   * @throws McpClientException for the reasons of {@link #result()}
   */
  public TaskReply sendDetached() {
    CallSettings now = settings();
    client.requireTasks();
    try {
      return new TaskReply.Done(core.callToolUnresolved(params, now, core.newControl(now)));
    } catch (UnsupportedResultTypeException e) {
      if (!e.resultType().equals(TaskMethods.RESULT_TYPE)) {
        throw e;
      }
      return new TaskReply.Running(client.task(idOf(e.result())));
    }
  }

  private static String idOf(JsonObject task) {
    try {
      return TaskJson.readTask(task).taskId();
    } catch (JsonShapeException e) {
      throw new ProtocolException("the task cannot be read: " + e.getMessage(), null);
    }
  }

  @Override
  ToolCall self() {
    return this;
  }

  @Override
  CallToolResult run(CallSettings settings, CallControl control) {
    return core.callTool(params, settings, control);
  }
}
