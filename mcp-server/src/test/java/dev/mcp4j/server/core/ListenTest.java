/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.ListCapability;
import dev.mcp4j.api.Notifications;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.api.ResourcesCapability;
import dev.mcp4j.api.ServerCapabilities;
import dev.mcp4j.api.resource.ResourceUpdatedNotificationParams;
import dev.mcp4j.api.subscription.SubscriptionFilter;
import dev.mcp4j.api.subscription.SubscriptionsAcknowledgedNotificationParams;
import dev.mcp4j.api.subscription.SubscriptionsListenResult;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.jsonrpc.JsonRpcFailure;
import dev.mcp4j.jsonrpc.JsonRpcNotification;
import dev.mcp4j.jsonrpc.Payload;
import dev.mcp4j.server.event.ServerEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListenTest {
  private static final SubscriptionFilter TOOLS =
      SubscriptionFilter.builder().toolsListChanged(true).build();

  private final TestServer server = new TestServer();
  private final RecordingOutbound out = server.out;

  @AfterEach
  void close() {
    server.close();
  }

  private static SubscriptionFilter resources(String... uris) {
    return SubscriptionFilter.builder().resourceSubscriptions(List.of(uris)).build();
  }

  private SubscriptionFilter listen(long id, SubscriptionFilter filter) {
    server.receive(TestValues.listen(id, filter));
    JsonRpcNotification first = out.take(JsonRpcNotification.class);
    SubscriptionsAcknowledgedNotificationParams params =
        (SubscriptionsAcknowledgedNotificationParams) typed(first);
    assertThat(params.meta().subscriptionId()).isEqualTo(RequestId.of(id));
    return params.notifications();
  }

  private static Object typed(JsonRpcNotification notification) {
    return ((Payload.Typed) notification.params()).value();
  }

  private void publish(ServerEvent... events) {
    for (ServerEvent event : events) {
      server.bus.publish(event);
    }
    server.ticker.beat();
  }

  private String event() {
    JsonRpcNotification next = out.take(JsonRpcNotification.class);
    return typed(next) instanceof ResourceUpdatedNotificationParams updated
        ? updated.uri()
        : next.method();
  }

  /** Waits until all that came in before was handled. */
  private void settle() {
    server.receive(TestValues.call(999));
    out.takeResult(CallToolResult.class);
  }

  @Test
  void everythingTheServerCanReportIsAcknowledged() {
    SubscriptionFilter wanted =
        SubscriptionFilter.builder()
            .toolsListChanged(true)
            .promptsListChanged(true)
            .resourcesListChanged(true)
            .resourceSubscriptions(List.of("a:b"))
            .build();

    assertThat(listen(1, wanted))
        .isEqualTo(
            SubscriptionFilter.builder()
                .toolsListChanged(true)
                .resourcesListChanged(true)
                .resourceSubscriptions(List.of("a:b"))
                .build());
  }

  @Test
  void whatTheServerCannotReportIsLeftOut() {
    server.capabilities =
        ServerCapabilities.builder()
            .tools(new ListCapability(null, JsonObject.EMPTY))
            .resources(new ResourcesCapability(null, true, JsonObject.EMPTY))
            .build();

    assertThat(
            listen(
                1,
                SubscriptionFilter.builder()
                    .toolsListChanged(true)
                    .resourcesListChanged(true)
                    .resourceSubscriptions(List.of("a:b"))
                    .build()))
        .isEqualTo(SubscriptionFilter.builder().resourcesListChanged(true).build());
  }

  @Test
  void onlyWhatWasAskedForIsReported() {
    listen(1, TOOLS);

    publish(
        new ServerEvent.PromptsChanged(),
        new ServerEvent.ResourcesChanged(),
        new ServerEvent.ResourceUpdated("a:b"),
        new ServerEvent.ToolsChanged());

    assertThat(event()).isEqualTo(Notifications.TOOLS_LIST_CHANGED.name());
    settle();
    out.assertNothingMore();
  }

  @Test
  void everyNotificationCarriesTheIdOfItsSubscription() {
    listen(1, TOOLS);
    listen(2, TOOLS);

    publish(new ServerEvent.ToolsChanged());

    assertThat(List.of(out.take(JsonRpcNotification.class), out.take(JsonRpcNotification.class)))
        .extracting(
            notification ->
                ((dev.mcp4j.api.NotificationParams) typed(notification)).meta().subscriptionId())
        .containsExactlyInAnyOrder(RequestId.of(1), RequestId.of(2));
  }

  @Test
  void changesOfOneKindBetweenTwoBeatsAreReportedOnce() {
    listen(1, resources("a:1", "a:2"));

    publish(
        new ServerEvent.ResourceUpdated("a:1"),
        new ServerEvent.ResourceUpdated("a:1"),
        new ServerEvent.ResourceUpdated("a:2"),
        new ServerEvent.ResourceUpdated("a:3"),
        new ServerEvent.ResourceUpdated("a:1"));

    assertThat(List.of(event(), event())).containsExactly("a:1", "a:2");
    publish(new ServerEvent.ResourceUpdated("a:1"));
    assertThat(event()).isEqualTo("a:1");
    settle();
    out.assertNothingMore();
  }

  @Test
  void whatACallerMayNotSeeIsNotReported() {
    server.visible = (caller, event) -> !event.equals(new ServerEvent.ResourceUpdated("secret:1"));
    listen(1, resources("secret:1", "a:1"));

    publish(new ServerEvent.ResourceUpdated("secret:1"), new ServerEvent.ResourceUpdated("a:1"));

    assertThat(event()).isEqualTo("a:1");
    settle();
    out.assertNothingMore();
  }

  @Test
  void whatNobodyCanSayWhetherACallerMaySeeIsNotReported() {
    server.visible =
        (caller, event) -> {
          throw new IllegalStateException("the rule is broken");
        };
    listen(1, TOOLS);

    publish(new ServerEvent.ToolsChanged());

    settle();
    out.assertNothingMore();
  }

  @Test
  void cancelledSubscriptionEndsWithoutAnythingMore() {
    listen(1, TOOLS);

    server.receive(TestValues.cancel(1));
    publish(new ServerEvent.ToolsChanged());

    settle();
    out.assertNothingMore();
  }

  @Test
  void subscriptionsBeyondTheLimitAreRefused() {
    server.limits = new ConnectionLimits(256, 1 << 20, 1);
    listen(1, TOOLS);

    server.receive(TestValues.listen(2, TOOLS));
    JsonRpcFailure refusal = out.take(JsonRpcFailure.class);
    assertThat(refusal.error().code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
    assertThat(refusal.error().message()).isEqualTo("Too many subscriptions are open");

    server.receive(TestValues.cancel(1));
    listen(3, TOOLS);
  }

  @Test
  void drainingEndsSubscriptionsWithTheirResult() {
    listen(1, TOOLS);

    server.endpoint().drain(Duration.ofMinutes(1));

    SubscriptionsListenResult result = out.takeResult(SubscriptionsListenResult.class);
    assertThat(result.meta().subscriptionId()).isEqualTo(RequestId.of(1));
    assertThat(result.meta().serverInfo()).isEqualTo(TestValues.SERVER);
    publish(new ServerEvent.ToolsChanged());
    out.assertNothingMore();
  }

  @Test
  void closedRouterReportsWhatIsLeftAndEndsItsSubscriptions() {
    listen(1, TOOLS);
    server.bus.publish(new ServerEvent.ToolsChanged());

    server.core().subscriptions().close();

    assertThat(event()).isEqualTo(Notifications.TOOLS_LIST_CHANGED.name());
    out.takeResult(SubscriptionsListenResult.class);
    publish(new ServerEvent.ToolsChanged());
    out.assertNothingMore();
  }

  @Test
  void subscriptionThatStartsAfterTheEndEndsAtOnce() {
    server.core().subscriptions().close();

    listen(1, TOOLS);

    out.takeResult(SubscriptionsListenResult.class);
  }

  @Test
  void clientThatReadsSlowlyMissesNothing() {
    listen(1, resources("a:1", "a:2", "a:3"));
    out.room.set(0);
    publish(new ServerEvent.ResourceUpdated("a:1"), new ServerEvent.ResourceUpdated("a:2"));
    publish(new ServerEvent.ResourceUpdated("a:3"));

    out.room.set(1);
    server.ticker.beat();
    out.room.set(Integer.MAX_VALUE);
    server.ticker.beat();

    assertThat(List.of(event(), event(), event())).containsExactly("a:1", "a:2", "a:3");
  }

  @Test
  void clientThatDoesNotReadIsLetGo() {
    listen(1, resources("a:1", "a:2", "a:3", "a:4", "a:5", "a:6"));
    listen(2, TOOLS);
    out.room.set(0);
    for (int i = 1; i <= TestServer.QUEUE; i++) {
      publish(new ServerEvent.ResourceUpdated("a:" + i));
    }
    out.assertNothingMore();

    publish(new ServerEvent.ResourceUpdated("a:5"));

    SubscriptionsListenResult result = out.takeResult(SubscriptionsListenResult.class);
    assertThat(result.meta().subscriptionId()).isEqualTo(RequestId.of(1));
    out.room.set(Integer.MAX_VALUE);
    publish(new ServerEvent.ToolsChanged());
    assertThat(event()).isEqualTo(Notifications.TOOLS_LIST_CHANGED.name());
    settle();
    out.assertNothingMore();
  }
}
