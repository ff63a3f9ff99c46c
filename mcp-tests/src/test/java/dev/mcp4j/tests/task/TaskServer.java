/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.tests.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.api.ClientCapabilities;
import dev.mcp4j.api.ElicitationCapability;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.Methods;
import dev.mcp4j.api.NotificationMethod;
import dev.mcp4j.api.NotificationParams;
import dev.mcp4j.api.ProtocolVersion;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.RequestMethod;
import dev.mcp4j.api.RequestParams;
import dev.mcp4j.api.Result;
import dev.mcp4j.api.content.TextContent;
import dev.mcp4j.api.extension.ExtensionParams;
import dev.mcp4j.api.extension.ExtensionResult;
import dev.mcp4j.api.task.DetailedTask;
import dev.mcp4j.api.task.TaskMethods;
import dev.mcp4j.api.task.TaskStatus;
import dev.mcp4j.api.tool.CallToolRequestParams;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.jsonrpc.json.McpJson;
import dev.mcp4j.jsonrpc.task.TaskJson;
import dev.mcp4j.server.Caller;
import dev.mcp4j.server.Cancellation;
import dev.mcp4j.server.McpRequest;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.McpServerBuilder;
import dev.mcp4j.server.Notifier;
import dev.mcp4j.server.event.EventBus;
import dev.mcp4j.server.event.InMemoryEventBus;
import dev.mcp4j.server.event.ServerEvent;
import dev.mcp4j.server.task.TaskOptions;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A server with tasks, asked as a function. */
final class TaskServer implements AutoCloseable {
  static final ClientCapabilities DECLARING =
      ClientCapabilities.builder()
          .extension(TaskMethods.EXTENSION, JsonObject.EMPTY)
          .elicitation(ElicitationCapability.FORM)
          .build();

  private static final Notifier SILENT =
      new Notifier() {
        @Override
        public <P extends NotificationParams> void notify(NotificationMethod<P> method, P params) {}
      };
  private static final int PATIENCE_SECONDS = 20;

  final McpServer server;
  private final LinkedBlockingQueue<ServerEvent> events = new LinkedBlockingQueue<>();
  private final EventBus.Registration registration;

  private TaskServer(McpServer server) {
    this.server = server;
    this.registration = server.events().subscribe(events::add);
  }

  static TaskServer of(TaskOptions options, Clock clock, UnaryOperator<McpServerBuilder> tools) {
    return new TaskServer(
        tools
            .apply(
                McpServer.named("tasks", "1")
                    .tasks(options)
                    .clock(clock)
                    .events(new InMemoryEventBus()))
            .build());
  }

  static TaskServer of(UnaryOperator<McpServerBuilder> tools) {
    return of(
        TaskOptions.inMemory().withScanInterval(Duration.ofMillis(20)), Clock.systemUTC(), tools);
  }

  static JsonObject json(String text) {
    return McpJson.read(JsonObject.class, text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  static RequestMeta meta(ClientCapabilities capabilities) {
    return RequestMeta.builder()
        .protocolVersion(ProtocolVersion.V2026_07_28)
        .clientCapabilities(capabilities)
        .build();
  }

  <P extends RequestParams, R extends Result> Reply<?> ask(
      RequestMethod<P, R> method, P params, @Nullable String principal) throws Exception {
    return ask(server, method, params, principal);
  }

  static <P extends RequestParams, R extends Result> Reply<?> ask(
      McpServer server, RequestMethod<P, R> method, P params, @Nullable String principal)
      throws Exception {
    Caller caller = new Caller(principal, Set.of(), "test");
    return server
        .handler()
        .handle(new McpRequest<>(method.name(), params, caller, null, Cancellation.NEVER), SILENT);
  }

  Reply<?> call(String tool, String arguments) throws Exception {
    return call(tool, arguments, meta(DECLARING), "alice");
  }

  Reply<?> call(String tool, String arguments, RequestMeta meta, @Nullable String principal)
      throws Exception {
    return ask(
        Methods.CALL_TOOL,
        new CallToolRequestParams(tool, json(arguments), null, null, meta),
        principal);
  }

  /** Makes a task of a call and returns its id. */
  String begin(String tool, String arguments) throws Exception {
    return idOf(call(tool, arguments));
  }

  static String idOf(Reply<?> reply) {
    assertThat(reply).isInstanceOf(Reply.Extended.class);
    Reply.Extended<?> task = (Reply.Extended<?>) reply;
    assertThat(task.resultType()).isEqualTo("task");
    return TaskJson.readTask(task.result()).taskId();
  }

  /** The text of a result that is there at once. */
  static String textOf(Reply<?> reply) {
    assertThat(reply).isInstanceOf(Reply.Complete.class);
    return textOf((CallToolResult) ((Reply.Complete<?>) reply).result());
  }

  private static String textOf(CallToolResult result) {
    return ((TextContent) result.content().get(0)).text();
  }

  JsonObject tasks(
      RequestMethod<ExtensionParams, ExtensionResult> method, String id, @Nullable JsonObject more)
      throws Exception {
    return tasks(method, id, more, "alice");
  }

  JsonObject tasks(
      RequestMethod<ExtensionParams, ExtensionResult> method,
      String id,
      @Nullable JsonObject more,
      @Nullable String principal)
      throws Exception {
    ObjectNode members = JsonNodeFactory.instance.objectNode().put("taskId", id);
    if (more != null) {
      members.setAll(more.node());
    }
    Reply<?> reply =
        ask(method, new ExtensionParams(new JsonObject(members), meta(DECLARING)), principal);
    return ((ExtensionResult) ((Reply.Complete<?>) reply).result()).members();
  }

  DetailedTask get(String id) throws Exception {
    return TaskJson.read(tasks(TaskMethods.GET, id, null));
  }

  void answer(String id, String inputResponses) throws Exception {
    JsonObject answers = json("{'inputResponses':" + inputResponses + "}");
    assertThat(tasks(TaskMethods.UPDATE, id, answers)).isEqualTo(JsonObject.EMPTY);
  }

  /** Waits for a status; whatever changes is published. */
  DetailedTask await(String id, TaskStatus status) throws Exception {
    while (true) {
      DetailedTask task = get(id);
      if (task.task().status() == status) {
        return task;
      }
      assertThat(task.task().status().isTerminal()).as("%s instead of %s", task, status).isFalse();
      nextEvent();
    }
  }

  DetailedTask awaitMessage(String id, String message) throws Exception {
    while (true) {
      DetailedTask task = get(id);
      if (message.equals(task.task().statusMessage())) {
        return task;
      }
      nextEvent();
    }
  }

  private void nextEvent() throws InterruptedException {
    assertThat(events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("a change").isNotNull();
  }

  /** The text of the result a task ended with. */
  static String textOf(DetailedTask task) {
    JsonObject result = Objects.requireNonNull(task.result(), "no result");
    return textOf(McpJson.read(CallToolResult.class, result.node()));
  }

  @Override
  public void close() {
    registration.close();
    server.close();
  }
}
