/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.tests.task;

import static dev.mcp4j.testkit.assertion.McpAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.ProtocolVersion;
import dev.mcp4j.api.task.DetailedTask;
import dev.mcp4j.api.task.TaskStatus;
import dev.mcp4j.client.CallCancelledException;
import dev.mcp4j.client.CallTimeoutException;
import dev.mcp4j.client.ListenHandle;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.McpClientBuilder;
import dev.mcp4j.client.PendingCall;
import dev.mcp4j.client.RequestFailedException;
import dev.mcp4j.client.TaskHandle;
import dev.mcp4j.client.TaskReply;
import dev.mcp4j.client.ToolCall;
import dev.mcp4j.testkit.junit.McpTest;
import dev.mcp4j.testkit.junit.ServedBy;
import dev.mcp4j.tests.task.TaskToolServer.Greet;
import dev.mcp4j.tests.task.TaskToolServer.Name;
import dev.mcp4j.tests.task.TaskToolServer.Sum;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Tasks as a client sees them, over every transport. */
@ServedBy(value = TaskToolServer.class, revisions = ProtocolVersion.V2026_07_28)
class TaskClientTest {
  private static TaskHandle begun(ToolCall call) {
    TaskReply reply = call.sendDetached();
    assertThat(reply).isInstanceOf(TaskReply.Running.class);
    return ((TaskReply.Running) reply).task();
  }

  @McpTest
  void callWaitsForTheResultOfItsTask(McpClientBuilder builder) {
    try (McpClient client = builder.tasks().build()) {
      assertThat(client.call("greet", new Greet("Ada")).result()).hasText("Hello, Ada");
      assertThat(client.call("sum").as(Sum.class)).isEqualTo(new Sum(3));
    }
  }

  @McpTest
  void clientWithoutTasksGetsTheResultAtOnce(McpClient client) {
    assertThat(client.call("greet", new Greet("Ada")).result()).hasText("Hello, Ada");
    assertThatIllegalStateException()
        .isThrownBy(() -> client.call("greet", new Greet("Ada")).sendDetached())
        .withMessageContaining("tasks()");
    assertThatIllegalStateException().isThrownBy(() -> client.task("id"));
  }

  @McpTest
  void detachedCallGivesTheTask(McpClientBuilder builder) {
    try (McpClient client = builder.tasks().build()) {
      TaskHandle task = begun(client.call("wait"));
      assertThat(task.get().task().status()).isEqualTo(TaskStatus.WORKING);
      assertThat(client.call("go").result()).hasText("gone");

      assertThat(task.result(Duration.ofSeconds(20))).hasText("waited true");
      assertThat(task.get().task().status()).isEqualTo(TaskStatus.COMPLETED);
    }
  }

  @McpTest
  void detachedCallOfAnotherToolGivesItsResult(McpClientBuilder builder) {
    try (McpClient client = builder.tasks().build()) {
      TaskReply reply = client.call("go").sendDetached();

      assertThat(reply).isInstanceOf(TaskReply.Done.class);
      assertThat(((TaskReply.Done) reply).result()).hasText("gone");
    }
  }

  @McpTest
  void storedIdIsEnoughToGoOn(McpClientBuilder builder) {
    try (McpClient client = builder.tasks().build()) {
      String id = begun(client.call("greet", new Greet("Ada"))).id();

      assertThat(client.task(id).result()).hasText("Hello, Ada");
    }
  }

  @McpTest
  void unknownTaskIsAnError(McpClientBuilder builder) {
    try (McpClient client = builder.tasks().build()) {
      assertThatThrownBy(() -> client.task("unknown").result())
          .isInstanceOfSatisfying(
              RequestFailedException.class,
              failure -> assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_PARAMS));
    }
  }

  @McpTest
  void questionsOfATaskAreAnsweredOnce(McpClientBuilder builder) {
    AtomicInteger asked = new AtomicInteger();
    try (McpClient client =
        builder
            .tasks()
            .onElicitation(
                form -> {
                  asked.incrementAndGet();
                  return form.accept(new Name("Ada"));
                })
            .build()) {
      assertThat(client.call("ask").result()).hasText("Hello, Ada");
      assertThat(begun(client.call("ask")).result()).hasText("Hello, Ada");
      assertThat(asked).hasValue(2);
    }
  }

  @McpTest
  void errorOfATaskIsTheErrorOfTheCall(McpClientBuilder builder) {
    try (McpClient client = builder.tasks().build()) {
      assertThatThrownBy(() -> client.call("fail").result())
          .isInstanceOf(RequestFailedException.class)
          .hasMessageContaining("broke down");
    }
  }

  @McpTest
  void callThatTimesOutCancelsItsTask(McpClientBuilder builder) {
    try (McpClient client = builder.tasks().build()) {
      ToolCall call =
          client.call("sleep").timeout(Duration.ofSeconds(20)).maxTotal(Duration.ofMillis(200));
      assertThatThrownBy(call::result).isInstanceOf(CallTimeoutException.class);

      assertThat(client.call("awake").result()).hasText("phase 1");
    }
  }

  @McpTest
  void cancelledCallCancelsItsTask(McpClientBuilder builder) {
    try (McpClient client = builder.tasks().build()) {
      PendingCall<?> call = client.call("sleep").start();
      assertThat(client.call("asleep").result()).hasText("waited true");
      call.cancel();

      assertThatThrownBy(call::await).isInstanceOf(CallCancelledException.class);
      assertThat(client.call("awake").result()).hasText("phase 1");
    }
  }

  @McpTest
  void cancelledTaskHasNoResult(McpClientBuilder builder) {
    try (McpClient client = builder.tasks().build()) {
      TaskHandle task = begun(client.call("sleep"));
      assertThat(client.call("asleep").result()).hasText("waited true");
      task.cancel();

      assertThatThrownBy(task::result).isInstanceOf(CallCancelledException.class);
      assertThat(client.call("awake").result()).hasText("phase 1");
    }
  }

  @McpTest
  void listenerHearsOfTheEnd(McpClientBuilder builder) throws InterruptedException {
    try (McpClient client = builder.tasks().build()) {
      TaskHandle task = begun(client.call("wait"));
      LinkedBlockingQueue<DetailedTask> heard = new LinkedBlockingQueue<>();
      try (ListenHandle listening = task.listen(heard::add)) {
        assertThat(listening.acknowledged().other().toString()).contains(task.id());
        assertThat(client.call("go").result()).hasText("gone");
        DetailedTask last;
        do {
          last = heard.poll(20, TimeUnit.SECONDS);
          assertThat(last).isNotNull();
        } while (!last.task().status().isTerminal());
        assertThat(last).isEqualTo(task.get());
      }
    }
  }

  @McpTest
  void repeatedCallGivesTheSameTask(McpClientBuilder builder) {
    try (McpClient client = builder.tasks().build()) {
      String key = "key-0123456789-0123456789";
      String id = begun(client.call("greet", new Greet("Ada")).idempotencyKey(key)).id();

      assertThat(begun(client.call("greet", new Greet("Ada")).idempotencyKey(key)).id())
          .isEqualTo(id);
    }
  }
}
