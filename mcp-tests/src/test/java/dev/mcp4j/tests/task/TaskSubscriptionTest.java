/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.tests.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.ClientCapabilities;
import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.Methods;
import dev.mcp4j.api.NotificationMethod;
import dev.mcp4j.api.NotificationParams;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.extension.ExtensionNotificationParams;
import dev.mcp4j.api.subscription.Subscription;
import dev.mcp4j.api.subscription.SubscriptionFilter;
import dev.mcp4j.api.subscription.SubscriptionsListenRequestParams;
import dev.mcp4j.api.task.DetailedTask;
import dev.mcp4j.api.task.TaskStatus;
import dev.mcp4j.jsonrpc.task.TaskJson;
import dev.mcp4j.server.McpException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TaskSubscriptionTest {
  private final CountDownLatch go = new CountDownLatch(1);

  private TaskServer server() {
    return TaskServer.of(
        builder ->
            builder.tool(
                "wait",
                tool ->
                    tool.asTask()
                        .handle(
                            (arguments, call) -> {
                              assertThat(go.await(20, TimeUnit.SECONDS)).isTrue();
                              return "waited";
                            })));
  }

  private static SubscriptionsListenRequestParams listen(
      String taskIds, ClientCapabilities capabilities) {
    SubscriptionFilter filter =
        SubscriptionFilter.builder()
            .toolsListChanged(true)
            .other(TaskServer.json("{'taskIds':" + taskIds + ",'unknown':1}"))
            .build();
    return new SubscriptionsListenRequestParams(filter, TaskServer.meta(capabilities));
  }

  private static Subscription open(TaskServer server, String taskIds, @Nullable String principal)
      throws Exception {
    Reply<?> reply = server.ask(Methods.LISTEN, listen(taskIds, TaskServer.DECLARING), principal);
    return ((Reply.Open<?>) reply).subscription();
  }

  /** Keeps what a subscription delivers. */
  private static final class Heard implements Subscription.Sink {
    final LinkedBlockingQueue<DetailedTask> tasks = new LinkedBlockingQueue<>();

    @Override
    public <P extends NotificationParams> boolean send(NotificationMethod<P> method, P params) {
      assertThat(method.name()).isEqualTo("notifications/tasks");
      return tasks.add(TaskJson.read(((ExtensionNotificationParams) params).members()));
    }

    @Override
    public void complete() {}

    DetailedTask await(TaskStatus status) throws InterruptedException {
      DetailedTask task;
      do {
        task = tasks.poll(20, TimeUnit.SECONDS);
        assertThat(task).as("a task that is %s", status).isNotNull();
      } while (task.task().status() != status);
      return task;
    }
  }

  @Test
  void clientHearsHowItsTaskStands() throws Exception {
    try (TaskServer server = server()) {
      String id = server.begin("wait", "{}");
      Subscription subscription = open(server, "['" + id + "']", "alice");
      Heard heard = new Heard();
      subscription.start(heard);

      heard.await(TaskStatus.WORKING);
      go.countDown();
      DetailedTask done = heard.await(TaskStatus.COMPLETED);
      assertThat(done).isEqualTo(server.get(id));
      subscription.close();
    }
  }

  @Test
  void onlyTasksOfTheCallerAreAcknowledged() throws Exception {
    try (TaskServer server = server()) {
      String id = server.begin("wait", "{}");

      assertThat(open(server, "['" + id + "','unknown']", "alice").acknowledged().other())
          .isEqualTo(TaskServer.json("{'taskIds':['" + id + "']}"));
      assertThat(open(server, "['" + id + "']", "bob").acknowledged().other())
          .isEqualTo(TaskServer.json("{'taskIds':[]}"));
    }
  }

  @Test
  void clientMustDeclareTheExtension() {
    try (TaskServer server = server()) {
      SubscriptionsListenRequestParams params = listen("[]", ClientCapabilities.NONE);

      assertThatThrownBy(() -> server.ask(Methods.LISTEN, params, "alice"))
          .isInstanceOfSatisfying(
              McpException.class,
              refusal ->
                  assertThat(refusal.code())
                      .isEqualTo(ErrorCode.MISSING_REQUIRED_CLIENT_CAPABILITY));
    }
  }

  @Test
  void otherValuesAreNoIds() {
    try (TaskServer server = server()) {
      for (String taskIds : new String[] {"'t'", "{}", "[1]", "null"}) {
        SubscriptionsListenRequestParams params = listen(taskIds, TaskServer.DECLARING);
        assertThatThrownBy(() -> server.ask(Methods.LISTEN, params, "alice"))
            .isInstanceOfSatisfying(
                McpException.class,
                refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_PARAMS));
      }
    }
  }

  @Test
  void filterWithoutTasksIsAsBefore() throws Exception {
    try (TaskServer server = server()) {
      SubscriptionsListenRequestParams params =
          new SubscriptionsListenRequestParams(
              SubscriptionFilter.builder().other(TaskServer.json("{'unknown':1}")).build(),
              TaskServer.meta(ClientCapabilities.NONE));
      Reply.Open<?> reply = (Reply.Open<?>) server.ask(Methods.LISTEN, params, null);

      assertThat(reply.subscription().acknowledged().other()).isEqualTo(JsonObject.EMPTY);
    }
  }
}
