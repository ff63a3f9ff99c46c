/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.task;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.ServerCapabilities;
import dev.mcp4j.api.task.TaskMethods;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.server.Feature;
import dev.mcp4j.server.RouteTable;
import dev.mcp4j.server.extension.ServerContext;
import dev.mcp4j.server.extension.SubscriptionTopic;
import dev.mcp4j.server.extension.ToolCallWrapper;
import dev.mcp4j.server.extension.WrappedToolCall;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The Tasks extension: calls of tools that {@linkplain TaskPolicy have a policy} become tasks, for
 * clients that declare the extension.
 *
 * <p>One feature serves one server. Specification of the Tasks extension.
 */
public final class TaskFeature implements Feature {
  private final TaskOptions options;
  private volatile @Nullable TaskEngine engine;

  /**
   * Makes the feature.
   *
   * @param options how to work on tasks
   */
  public TaskFeature(TaskOptions options) {
    this.options = options;
  }

  private TaskEngine engine() {
    TaskEngine started = engine;
    if (started == null) {
      throw new IllegalStateException("the server has not started");
    }
    return started;
  }

  @Override
  public void describe(ServerCapabilities.Builder capabilities, RequestMeta meta) {
    capabilities.extension(TaskMethods.EXTENSION, JsonObject.EMPTY);
  }

  @Override
  public void routes(RouteTable routes) {
    routes.add(TaskMethods.GET, TaskRoute.of((key, request) -> engine().get(key)));
    routes.add(
        TaskMethods.UPDATE,
        TaskRoute.of((key, request) -> engine().answer(key, TaskRoute.answers(request))));
    routes.add(TaskMethods.CANCEL, TaskRoute.of((key, request) -> engine().cancel(key)));
  }

  @Override
  public String extension() {
    return TaskMethods.EXTENSION;
  }

  @Override
  public Set<String> resultTypes() {
    return Set.of(TaskMethods.RESULT_TYPE);
  }

  @Override
  public List<SubscriptionTopic> topics() {
    return List.of(new TaskTopic(key -> engine().find(key)));
  }

  @Override
  public ToolCallWrapper toolCalls() {
    return this::call;
  }

  private Reply<CallToolResult> call(WrappedToolCall call) throws Exception {
    TaskPolicy policy = call.tool().attachment(TaskPolicy.class);
    if (policy == null) {
      return call.proceed();
    }
    if (!call.request().client().supports(TaskMethods.EXTENSION)) {
      if (policy.otherClients() == OtherClients.REFUSE) {
        call.request().client().require(TaskMethods.EXTENSION);
      }
      return call.proceed();
    }
    return policy.decision().becomesTask(call.arguments(), call.call())
        ? engine().begin(call, policy)
        : call.proceed();
  }

  @Override
  public void start(ServerContext context) {
    TaskEngine started = new TaskEngine(options, context);
    engine = started;
    context.onBeat(started::beat);
  }

  @Override
  public void close() {
    TaskEngine started = engine;
    if (started != null) {
      started.close();
    }
  }
}
