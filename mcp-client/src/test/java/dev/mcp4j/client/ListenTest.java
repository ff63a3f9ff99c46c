/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.EmptyNotificationParams;
import dev.mcp4j.api.NotificationMeta;
import dev.mcp4j.api.Notifications;
import dev.mcp4j.api.notification.CancelledNotificationParams;
import dev.mcp4j.api.resource.ResourceUpdatedNotificationParams;
import dev.mcp4j.api.subscription.SubscriptionFilter;
import dev.mcp4j.api.subscription.SubscriptionsAcknowledgedNotificationParams;
import dev.mcp4j.api.subscription.SubscriptionsListenRequestParams;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ListenTest {
  private static final SubscriptionFilter TOOLS =
      SubscriptionFilter.builder().toolsListChanged(true).build();

  private final ScriptedTransport transport = new ScriptedTransport();
  private final McpClient client =
      McpClient.builder()
          .transport(transport)
          .timeout(Duration.ofSeconds(20))
          .relisten(new RelistenPolicy(Duration.ofMillis(1), Duration.ofMillis(2), 3))
          .build();
  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
  private final ChangeListener listener = new Recorder();

  private final class Recorder implements ChangeListener {
    @Override
    public void onAcknowledged(SubscriptionFilter filter) {
      events.add("acknowledged");
    }

    @Override
    public void onToolsChanged() {
      events.add("tools");
    }

    @Override
    public void onResourceUpdated(String uri) {
      events.add("updated " + uri);
    }

    @Override
    public void resynchronize() {
      events.add("resynchronize");
    }

    @Override
    public void onEnd(McpClientException cause) {
      events.add("end " + cause.getMessage());
    }
  }

  @AfterEach
  void close() {
    client.close();
  }

  private static ScriptedTransport.Peer acknowledge(ScriptedTransport.Peer peer) {
    SubscriptionFilter filter = ((SubscriptionsListenRequestParams) peer.params()).notifications();
    return peer.notify(
        Notifications.SUBSCRIPTIONS_ACKNOWLEDGED,
        new SubscriptionsAcknowledgedNotificationParams(filter, NotificationMeta.EMPTY));
  }

  private static void toolsChanged(ScriptedTransport.Peer peer) {
    peer.notify(
        Notifications.TOOLS_LIST_CHANGED, new EmptyNotificationParams(NotificationMeta.EMPTY));
  }

  private String event() throws InterruptedException {
    return events.poll(30, TimeUnit.SECONDS);
  }

  @Test
  void changesAreReportedInOrder() throws InterruptedException {
    transport.then(ListenTest::acknowledge);

    ListenHandle handle = client.listen(TOOLS, listener);
    toolsChanged(transport.peer(0));
    transport
        .peer(0)
        .notify(
            Notifications.RESOURCE_UPDATED,
            new ResourceUpdatedNotificationParams("file:///a", NotificationMeta.EMPTY));

    assertThat(handle.acknowledged()).isEqualTo(TOOLS);
    assertThat(List.of(event(), event(), event()))
        .containsExactly("acknowledged", "tools", "updated file:///a");
  }

  @Test
  void changeEvictsBeforeItIsReported() throws InterruptedException {
    transport.thenResult("{\"tools\":[],\"ttlMs\":100000,\"cacheScope\":\"public\"}");
    client.tools().toList();
    transport.then(ListenTest::acknowledge);
    transport.thenResult("{\"tools\":[],\"ttlMs\":100000,\"cacheScope\":\"public\"}");

    client.listen(
        TOOLS,
        new ChangeListener() {
          @Override
          public void onToolsChanged() {
            client.tools().toList();
            events.add("listed");
          }
        });
    toolsChanged(transport.peer(1));

    assertThat(event()).isEqualTo("listed");
    assertThat(transport.methods())
        .containsExactly("tools/list", "subscriptions/listen", "tools/list");
  }

  @Test
  void droppedSubscriptionIsOpenedAgainAndResynchronized() throws InterruptedException {
    transport
        .then(peer -> acknowledge(peer).fail(new TransportException("dropped", null)))
        .then(peer -> peer.fail(new TransportException("still down", null)))
        .then(ListenTest::acknowledge);

    client.listen(TOOLS, listener);

    assertThat(List.of(event(), event(), event()))
        .containsExactly("acknowledged", "acknowledged", "resynchronize");
    assertThat(transport.peer(2).id()).isNotEqualTo(transport.peer(0).id());
  }

  @Test
  void subscriptionEndedByTheServerIsOpenedAgain() throws InterruptedException {
    transport
        .then(peer -> acknowledge(peer).result("{\"resultType\":\"complete\"}"))
        .then(
            peer ->
                acknowledge(peer)
                    .notify(
                        Notifications.CANCELLED,
                        new CancelledNotificationParams(peer.id(), null, NotificationMeta.EMPTY)))
        .then(ListenTest::acknowledge);

    client.listen(TOOLS, listener);

    assertThat(List.of(event(), event(), event(), event(), event()))
        .containsExactly(
            "acknowledged", "acknowledged", "resynchronize", "acknowledged", "resynchronize");
  }

  @Test
  void dropForgetsWhatWouldHaveBeenReported() throws InterruptedException {
    transport.thenResult("{\"tools\":[],\"ttlMs\":100000,\"cacheScope\":\"public\"}");
    client.tools().toList();
    transport
        .then(peer -> acknowledge(peer).fail(new TransportException("dropped", null)))
        .then(ListenTest::acknowledge)
        .thenResult("{\"tools\":[]}");

    client.listen(TOOLS, listener);
    assertThat(List.of(event(), event(), event())).contains("resynchronize");
    client.tools().toList();

    assertThat(transport.methods().get(3)).isEqualTo("tools/list");
  }

  @Test
  void subscriptionIsGivenUpAfterTooManyFailures() throws InterruptedException {
    transport
        .then(peer -> acknowledge(peer).fail(new TransportException("dropped", null)))
        .always(peer -> peer.fail(new TransportException("down", null)));

    ListenHandle handle = client.listen(TOOLS, listener);

    assertThat(List.of(event(), event())).containsExactly("acknowledged", "end down");
    assertThat(transport.peers).hasSize(4);
    assertThat(handle.isOpen()).isFalse();
  }

  @Test
  void errorTheServerWouldOnlyRepeatEndsTheSubscription() throws InterruptedException {
    transport
        .then(peer -> acknowledge(peer).fail(new TransportException("dropped", null)))
        .then(peer -> peer.error(-32601, "Method not found"));

    client.listen(TOOLS, listener);

    assertThat(List.of(event(), event()))
        .containsExactly(
            "acknowledged", "end subscriptions/listen failed with -32601: Method not found");
  }

  @Test
  void refusalOfTheFirstSubscriptionIsThrown() {
    transport.then(peer -> peer.error(-32601, "Method not found"));

    assertThatThrownBy(() -> client.listen(TOOLS, listener))
        .isInstanceOf(RequestFailedException.class);
    assertThat(transport.peers).hasSize(1);
    assertThat(events).isEmpty();
  }

  @Test
  void versionIsNegotiatedForSubscriptionsToo() throws InterruptedException {
    transport
        .then(peer -> peer.error(-32022, "no", "{\"supported\":[\"2026-07-28\"]}"))
        .then(ListenTest::acknowledge);

    client.listen(TOOLS, listener);

    assertThat(event()).isEqualTo("acknowledged");
    assertThat(transport.peers).hasSize(2);
  }

  @Test
  void serverThatDoesNotAcknowledgeTimesOut() {
    McpClient hasty =
        McpClient.builder().transport(transport).timeout(Duration.ofMillis(20)).build();
    transport.then(peer -> {});

    assertThatThrownBy(() -> hasty.listen(TOOLS, listener))
        .isInstanceOf(CallTimeoutException.class);
    assertThat(transport.peer(0).cancelled).isTrue();
  }

  @Test
  void closedSubscriptionIsCancelledAndNotOpenedAgain() throws InterruptedException {
    transport.then(ListenTest::acknowledge);
    ListenHandle handle = client.listen(TOOLS, listener);
    assertThat(event()).isEqualTo("acknowledged");

    handle.close();
    handle.close();

    assertThat(handle.isOpen()).isFalse();
    assertThat(transport.peer(0).cancelled).isTrue();
    assertThat(events).isEmpty();
    assertThat(transport.peers).hasSize(1);
  }

  @Test
  void closingTheClientEndsSubscriptionsWithoutAWord() throws InterruptedException {
    transport.then(ListenTest::acknowledge);
    ListenHandle handle = client.listen(TOOLS, listener);
    assertThat(event()).isEqualTo("acknowledged");

    client.close();

    assertThat(handle.isOpen()).isFalse();
    assertThat(events).isEmpty();
  }

  @Test
  void listenerThatFailsDoesNotEndTheSubscription() throws InterruptedException {
    transport.then(ListenTest::acknowledge);
    client.listen(
        TOOLS,
        new ChangeListener() {
          @Override
          public void onToolsChanged() {
            events.add("tools");
            throw new IllegalStateException("expected by the test");
          }
        });

    toolsChanged(transport.peer(0));
    toolsChanged(transport.peer(0));

    assertThat(List.of(event(), event())).containsExactly("tools", "tools");
  }

  @Test
  void serverThatSaysEverythingButTheAcknowledgmentTimesOut() {
    McpClient hasty =
        McpClient.builder().transport(transport).timeout(Duration.ofMillis(20)).build();
    transport.then(
        peer ->
            peer.always(
                Notifications.TOOLS_LIST_CHANGED,
                new EmptyNotificationParams(NotificationMeta.EMPTY)));

    assertThatThrownBy(() -> hasty.listen(TOOLS, listener))
        .isInstanceOf(CallTimeoutException.class);
    assertThat(transport.peer(0).cancelled).isTrue();
  }

  @Test
  void failureOfTheApplicationToMakeTheRequestIsNotTheEndOfASubscription() throws Exception {
    transport
        .then(peer -> acknowledge(peer).fail(new TransportException("lost", null)))
        .then(
            peer -> {
              throw new IllegalStateException("no token");
            })
        .then(ListenTest::acknowledge);

    client.listen(TOOLS, listener);

    assertThat(events.poll(30, TimeUnit.SECONDS)).isEqualTo("acknowledged");
    assertThat(events.poll(30, TimeUnit.SECONDS)).isEqualTo("acknowledged");
    assertThat(events.poll(30, TimeUnit.SECONDS)).isEqualTo("resynchronize");
  }

  @Test
  void subscriptionThatCanNeverBeRequestedAgainIsGivenUpAloud() throws Exception {
    transport.then(peer -> acknowledge(peer).fail(new TransportException("lost", null)));
    transport.always(
        peer -> {
          throw new IllegalStateException("no token");
        });

    client.listen(TOOLS, listener);

    assertThat(events.poll(30, TimeUnit.SECONDS)).isEqualTo("acknowledged");
    assertThat(events.poll(30, TimeUnit.SECONDS))
        .isEqualTo("end the subscription could not be asked for again");
  }
}
