/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.tests.handler;

import static dev.mcp4j.testkit.assertion.McpAssertions.assertThat;
import static dev.mcp4j.testkit.assertion.McpAssertions.assertThatProgress;
import static dev.mcp4j.testkit.assertion.McpAssertions.assertThatThrownBy;

import dev.mcp4j.api.LoggingLevel;
import dev.mcp4j.api.Notifications;
import dev.mcp4j.api.notification.LoggingMessageNotificationParams;
import dev.mcp4j.api.notification.ProgressNotificationParams;
import dev.mcp4j.api.subscription.SubscriptionFilter;
import dev.mcp4j.api.tool.Tool;
import dev.mcp4j.client.CallCancelledException;
import dev.mcp4j.client.ChangeListener;
import dev.mcp4j.client.ListenHandle;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.McpClientBuilder;
import dev.mcp4j.client.PendingCall;
import dev.mcp4j.testkit.Over;
import dev.mcp4j.testkit.Side;
import dev.mcp4j.testkit.Transcript;
import dev.mcp4j.testkit.junit.McpTest;
import dev.mcp4j.testkit.junit.McpTestRun;
import dev.mcp4j.testkit.junit.ServedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Progress, logging, cancellation and subscriptions, over every transport and at every revision.
 */
@ServedBy(value = HandlerServer.class, shared = true)
class UtilityHandlerTest {
  private static final String MESSAGE = Notifications.MESSAGE.name();

  @McpTest
  void progressIsReportedBeforeTheResult(McpClient client, McpTestRun run) {
    List<ProgressNotificationParams> reports = new ArrayList<>();

    assertThat(client.call("count").onProgress(reports::add).result()).hasText("counted");

    assertThatProgress(reports)
        .isIncreasing()
        .hasSteps(1, 2, 3, 4, 5)
        .hasMessages(
            Feature.PROGRESS_MESSAGES.in(run)
                ? new String[] {"step 1", "step 2", "step 3", "step 4", "step 5"}
                : new String[0]);
  }

  @McpTest
  void progressNobodyAskedForIsNotSent(McpClient client, Transcript transcript) {
    client.call("count").result();

    assertThat(transcript).hasMethods(Side.SERVER);
  }

  @McpTest
  void logMessagesAreAsSevereAsWanted(McpClient client) {
    List<String> messages = new ArrayList<>();
    client
        .call("chatter")
        .onLog(LoggingLevel.INFO, message -> messages.add(message.data().asString()))
        .result();

    assertThat(messages).containsExactly("a fact", "a fault");
  }

  @McpTest
  void logMessagesNobodyWantsAreHeardByNobody(McpClientBuilder builder) {
    List<LoggingMessageNotificationParams> heard = new ArrayList<>();
    try (McpClient client = builder.build()) {
      client.call("chatter").result();
      client.call("chatter").onLog(LoggingLevel.EMERGENCY, heard::add).result();

      assertThat(heard).isEmpty();
    }
  }

  /** Over HTTP, the transcript of an older revision is empty. */
  @McpTest
  void logMessagesNobodyWantsAreNotSent(McpClient client, Transcript transcript, McpTestRun run) {
    client.call("chatter").result();

    if (Feature.LOG_LEVEL_OF_A_REQUEST.in(run) || run.over() == Over.HTTP) {
      assertThat(transcript).hasMethods(Side.SERVER);
    } else {
      assertThat(transcript).hasMethods(Side.SERVER, MESSAGE, MESSAGE);
    }
  }

  @McpTest
  void cancelledCallIsCancelledInTheHandler(McpClient client) throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    PendingCall<?> call = client.call("wait").onProgress(report -> begun.countDown()).start();
    begun.await();

    call.cancel();

    assertThatThrownBy(call::await).isInstanceOf(CallCancelledException.class);
    assertThat(client.call("cancelled").as(Boolean.class)).isTrue();
  }

  @McpTest
  void changesOfListsAreHeardOf(McpClient client) throws InterruptedException {
    Changes changes = new Changes();
    try (ListenHandle handle =
        client.listen(
            SubscriptionFilter.builder().toolsListChanged(true).promptsListChanged(true).build(),
            changes)) {
      assertThat(handle.acknowledged().toolsListChanged()).isTrue();
      assertThat(handle.acknowledged().promptsListChanged()).isNotEqualTo(true);

      client.call("grow").result();

      assertThat(changes.next()).isEqualTo("tools");
      assertThat(client.tools().stream().map(Tool::name)).contains("grown");
    }
  }

  @McpTest
  void changesOfResourcesAreHeardOfBySubscribersOnly(McpClient client) throws InterruptedException {
    Changes changes = new Changes();
    Changes others = new Changes();
    try (ListenHandle handle = client.listen(of("notes:today"), changes);
        ListenHandle other = client.listen(of("notes:blob"), others)) {
      assertThat(handle.isOpen() && other.isOpen()).isTrue();

      client.call("touch").result();

      assertThat(changes.next()).isEqualTo("notes:today");
      assertThat(others.heard).isEmpty();
    }
  }

  private static SubscriptionFilter of(String uri) {
    return SubscriptionFilter.builder().resourceSubscriptions(List.of(uri)).build();
  }

  private static final class Changes implements ChangeListener {
    final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    String next() throws InterruptedException {
      return heard.poll(20, TimeUnit.SECONDS);
    }

    @Override
    public void onToolsChanged() {
      heard.add("tools");
    }

    @Override
    public void onResourceUpdated(String uri) {
      heard.add(uri);
    }
  }
}
