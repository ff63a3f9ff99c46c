/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

import dev.mcp4j.api.tool.CallToolRequestParams;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.client.core.CallControl;
import dev.mcp4j.client.core.CallSettings;
import dev.mcp4j.client.core.ClientCore;
import dev.mcp4j.schema.UserTypes;
import java.util.List;

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
  private final CallToolRequestParams params;
  private final UserTypes types;

  ToolCall(ClientCore core, CallToolRequestParams params, UserTypes types) {
    super(core);
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

  @Override
  ToolCall self() {
    return this;
  }

  @Override
  CallToolResult run(CallSettings settings, CallControl control) {
    return core.callTool(params, settings, control);
  }
}
