/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.RequestMethod;
import dev.mcp4j.api.extension.ExtensionParams;
import dev.mcp4j.api.extension.ExtensionResult;
import dev.mcp4j.api.subscription.SubscriptionFilter;
import dev.mcp4j.api.task.DetailedTask;
import dev.mcp4j.api.task.TaskMethods;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.client.core.CallSettings;
import dev.mcp4j.client.core.ClientCore;
import dev.mcp4j.client.task.TaskPolling;
import dev.mcp4j.jsonrpc.json.JsonShapeException;
import dev.mcp4j.jsonrpc.json.McpJson;
import dev.mcp4j.jsonrpc.task.TaskJson;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A task of a server. It is no more than the id: an application that stores {@link #id()} goes on
 * after a restart with {@link McpClient#task}. Safe for use by several threads.
 *
 * <p>Specification of the Tasks extension.
 */
public final class TaskHandle {
  private final ClientCore core;
  private final TaskSettings settings;
  private final String id;

  TaskHandle(ClientCore core, TaskSettings settings, String id) {
    this.core = core;
    this.settings = settings;
    this.id = Objects.requireNonNull(id, "id");
  }

  /**
   * Returns the id. Whoever knows it may be able to ask for the task.
   *
   * @return the id
   */
  public String id() {
    return id;
  }

  /**
   * Asks how far the task has come. Blocks until the server has replied.
   *
   * @return the task
   * @throws RequestFailedException with code -32602 if there is no such task any more
   * @throws McpClientException for the reasons of {@link Call#result()}
   */
  public DetailedTask get() {
    CallSettings now = core.defaults().settings();
    return TaskPolling.get(core.extensionCall(TaskMethods.GET.name(), now), id);
  }

  /**
   * Waits for the end of the task, as long as the client was built to wait for a whole call.
   *
   * @return the result of the tool, also that of one that failed
   * @throws McpClientException as {@link #result(Duration)} does
   */
  public CallToolResult result() {
    return result(core.defaults().maxTotal());
  }

  /**
   * Waits for the end of the task: asks for it again and again, and answers its questions with what
   * the application has registered. The task goes on if the wait ends early; only {@link #cancel}
   * ends it.
   *
   * @param atMost how long to wait, more than zero
   * @return the result of the tool, also that of one that failed; not held to its output schema
   * @throws RequestFailedException if the task failed, or there is no such task any more
   * @throws CallTimeoutException if it did not end in time
   * @throws CallCancelledException if the task was cancelled, the thread was interrupted, or the
   *     client closed
   * @throws InputRequestException if a question could not be answered
   * @throws McpClientException for the other reasons of {@link Call#result()}
   */
  public CallToolResult result(Duration atMost) {
    CallSettings now = core.defaults().settings().withMaxTotal(Call.requirePositive(atMost));
    ExtensionCall call = core.extensionCall(TaskMethods.GET.name(), now);
    JsonObject result = new TaskPolling(settings, call, id).result();
    try {
      return McpJson.read(CallToolResult.class, result.node());
    } catch (JsonShapeException e) {
      throw new ProtocolException("the result of the task cannot be read: " + e.getMessage(), null);
    }
  }

  /**
   * Answers questions of the task. Blocks until the server has taken the answers; answers to
   * questions that are not pending have no effect.
   *
   * @param answers the answers by the key of their question
   * @throws RequestFailedException if an answer does not fit, or there is no such task any more
   * @throws McpClientException for the reasons of {@link Call#result()}
   */
  public void answer(Map<String, JsonNode> answers) {
    request(TaskMethods.UPDATE, TaskPolling.answers(id, answers));
  }

  /**
   * Asks the server to give the task up. Blocks until the server has taken note; the task may still
   * end otherwise.
   *
   * @throws RequestFailedException if there is no such task any more
   * @throws McpClientException for the reasons of {@link Call#result()}
   */
  public void cancel() {
    request(TaskMethods.CANCEL, TaskPolling.params(id));
  }

  private void request(
      RequestMethod<ExtensionParams, ExtensionResult> method, ExtensionParams params) {
    CallSettings now = core.defaults().settings();
    ExtensionResult unused = core.extensionCall(method.name(), now).request(method, params);
  }

  /**
   * Listens to the task instead of asking for it: first how it stands, then every change. Blocks
   * until the server has agreed. The server need not report anything; its agreement, {@link
   * ListenHandle#acknowledged}, says whether it does.
   *
   * @param listener takes the task whenever it has changed, on a thread of the client
   * @return the handle that ends the subscription
   * @throws McpClientException for the reasons of {@link McpClient#listen}
   */
  public ListenHandle listen(Consumer<DetailedTask> listener) {
    ObjectNode members = JsonNodeFactory.instance.objectNode();
    members.putArray(TaskMethods.TOPIC).add(id);
    SubscriptionFilter filter = SubscriptionFilter.builder().other(new JsonObject(members)).build();
    return new ListenHandle(
        core.listen(
            filter,
            new ChangeListener() {
              @Override
              public void onOther(String method, JsonNode params) {
                if (method.equals(TaskMethods.STATUS.name()) && params instanceof ObjectNode node) {
                  DetailedTask task = TaskJson.read(new JsonObject(node));
                  if (task.task().taskId().equals(id)) {
                    listener.accept(task);
                  }
                }
              }
            }));
  }
}
