/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.notification.ProgressNotificationParams;
import dev.mcp4j.api.subscription.SubscriptionFilter;
import dev.mcp4j.api.tool.Tool;
import dev.mcp4j.client.CallCancelledException;
import dev.mcp4j.client.ChangeListener;
import dev.mcp4j.client.ElicitationForm;
import dev.mcp4j.client.ListenHandle;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.PendingCall;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.testkit.InMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A client and a server in one process: one fact for each thing the protocol is for. */
class SmokeTest {
  record Greet(String name) {}

  record Confirm(boolean sure) {}

  enum Region {
    NORTH,
    SOUTH
  }

  record Place(Region region) {}

  private final CountDownLatch started = new CountDownLatch(1);
  private final CountDownLatch cancelled = new CountDownLatch(1);

  private final McpServer server =
      McpServer.named("smoke", "1")
          .toolsMayChange()
          .tool(
              "greet",
              tool -> tool.input(Greet.class).handle((greet, call) -> "Hello, " + greet.name()))
          .tool(
              "deploy",
              tool ->
                  tool.handle(
                      (none, call) -> {
                        call.elicit("confirm", "Really?", Confirm.class).orCancel();
                        return call.elicit("place", "Where?", Place.class).orCancel().region();
                      }))
          .tool(
              "count",
              tool ->
                  tool.handle(
                      (none, call) -> {
                        call.progress(1, 2);
                        call.progress(2, 2);
                        return "counted";
                      }))
          .tool(
              "wait",
              tool ->
                  tool.handle(
                      (none, call) -> {
                        call.cancellation().onCancel(cancelled::countDown);
                        started.countDown();
                        new CountDownLatch(1).await();
                        return "never";
                      }))
          .build();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void toolsAreListed() {
    try (McpClient client = InMemory.connect(server)) {
      assertThat(client.tools().stream().map(Tool::name))
          .containsExactly("greet", "deploy", "count", "wait");
    }
  }

  @Test
  void toolIsCalled() {
    try (McpClient client = InMemory.connect(server)) {
      assertThat(client.call("greet", new Greet("Ada")).as(String.class)).isEqualTo("Hello, Ada");
    }
  }

  @Test
  void questionsAreAnsweredInTwoRounds() {
    List<String> asked = new ArrayList<>();
    try (McpClient client =
        McpClient.builder()
            .transport(InMemory.transport(server))
            .onElicitation(
                (ElicitationForm form) -> {
                  asked.add(form.message());
                  return asked.size() == 1
                      ? form.accept(new Confirm(true))
                      : form.accept(new Place(Region.SOUTH));
                })
            .build()) {
      assertThat(client.call("deploy").as(Region.class)).isEqualTo(Region.SOUTH);
      assertThat(asked).containsExactly("Really?", "Where?");
    }
  }

  @Test
  void progressIsReportedBeforeTheResult() {
    List<Double> progress = new ArrayList<>();
    try (McpClient client = InMemory.connect(server)) {
      client
          .call("count")
          .onProgress((ProgressNotificationParams report) -> progress.add(report.progress()))
          .result();

      assertThat(progress).containsExactly(1.0, 2.0);
    }
  }

  @Test
  void cancelledCallIsCancelledInTheHandler() throws InterruptedException {
    try (McpClient client = InMemory.connect(server)) {
      PendingCall<?> call = client.call("wait").start();
      started.await();

      call.cancel();

      assertThatThrownBy(call::await).isInstanceOf(CallCancelledException.class);
      cancelled.await();
    }
  }

  @Test
  void closedClientCancelsWhatItLeaves() throws InterruptedException {
    try (McpClient client = InMemory.connect(server)) {
      client.call("wait").start();
      started.await();
    }

    cancelled.await();
  }

  @Test
  void changeIsHeardOf() throws InterruptedException {
    CountDownLatch heard = new CountDownLatch(1);
    ChangeListener listener =
        new ChangeListener() {
          @Override
          public void onToolsChanged() {
            heard.countDown();
          }
        };
    try (McpClient client = InMemory.connect(server);
        ListenHandle handle =
            client.listen(SubscriptionFilter.builder().toolsListChanged(true).build(), listener)) {
      assertThat(handle.acknowledged().toolsListChanged()).isTrue();

      server.removeTool("wait");

      heard.await();
      assertThat(client.tools().stream().map(Tool::name)).doesNotContain("wait");
    }
  }

  @Test
  void twoClientsShareAServer() {
    try (McpClient one = InMemory.connect(server);
        McpClient other = InMemory.connect(server)) {
      assertThat(one.call("greet", Map.of("name", "1")).as(String.class)).isEqualTo("Hello, 1");
      assertThat(other.call("greet", Map.of("name", "2")).as(String.class)).isEqualTo("Hello, 2");
    }
  }
}
