/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.api.LoggingLevel;
import dev.mcp4j.api.subscription.SubscriptionFilter;
import dev.mcp4j.client.ChangeListener;
import dev.mcp4j.client.ListenHandle;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.McpClientException;
import dev.mcp4j.client.RelistenPolicy;
import dev.mcp4j.client.TransportException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Subscriptions at servers of older revisions, through the call of this revision. */
@Timeout(60)
class ListenOverOlderRevisionTest {
  private static final String CAN_ALL =
      "{\"tools\":{\"listChanged\":true},\"prompts\":{\"listChanged\":true},"
          + "\"resources\":{\"listChanged\":true,\"subscribe\":true}}";
  private static final SubscriptionFilter ALL =
      SubscriptionFilter.builder()
          .toolsListChanged(true)
          .promptsListChanged(true)
          .resourcesListChanged(true)
          .resourceSubscriptions(List.of("x:a", "x:b"))
          .build();

  private final OldServer server = new OldServer().capabilities(CAN_ALL);
  private final Heard heard = new Heard();
  private final McpClient client =
      McpClient.builder()
          .transport(server.transport())
          .protocolVersion("2025-06-18")
          .relisten(new RelistenPolicy(Duration.ofMillis(1), Duration.ofMillis(1), 0))
          .build();

  /** Keeps what is heard, one word each. */
  private static final class Heard implements ChangeListener {
    private final BlockingQueue<String> words = new LinkedBlockingQueue<>();

    String next() throws InterruptedException {
      String word = words.poll(30, TimeUnit.SECONDS);
      assertThat(word).isNotNull();
      return word;
    }

    @Override
    public void onAcknowledged(SubscriptionFilter filter) {
      words.add("acknowledged");
    }

    @Override
    public void onToolsChanged() {
      words.add("tools");
    }

    @Override
    public void onPromptsChanged() {
      words.add("prompts");
    }

    @Override
    public void onResourcesChanged() {
      words.add("resources");
    }

    @Override
    public void onResourceUpdated(String uri) {
      words.add(uri);
    }

    @Override
    public void onEnd(McpClientException cause) {
      words.add("end");
    }
  }

  @AfterEach
  void close() {
    client.close();
  }

  private void subscribable() {
    server.on("resources/subscribe", "{}").on("resources/unsubscribe", "{}");
  }

  @Test
  void oneCallListensInBothEras() throws InterruptedException {
    subscribable();
    try (ListenHandle handle = client.listen(ALL, heard)) {
      assertThat(handle.acknowledged()).isEqualTo(ALL);
      assertThat(heard.next()).isEqualTo("acknowledged");

      server.tell("notifications/tools/list_changed", "{}");
      server.tell("notifications/prompts/list_changed", "{}");
      server.tell("notifications/resources/list_changed", "{}");
      server.tell("notifications/resources/updated", "{\"uri\":\"x:b\"}");

      for (String expected : List.of("tools", "prompts", "resources", "x:b")) {
        assertThat(heard.next()).isEqualTo(expected);
      }
    }
    server.await(m -> m.path("method").asString("").equals("resources/unsubscribe"));
    assertThat(server.received("resources/subscribe"))
        .extracting(m -> m.get("params").get("uri").asString())
        .containsExactly("x:a", "x:b");
  }

  @Test
  void onlyWhatTheServerOffersIsAgreedOn() {
    server
        .capabilities("{\"tools\":{},\"prompts\":{\"listChanged\":true},\"resources\":{}}")
        .on("tools/list", "{\"tools\":[]}");

    try (ListenHandle handle = client.listen(ALL, heard)) {
      assertThat(handle.acknowledged())
          .isEqualTo(SubscriptionFilter.builder().promptsListChanged(true).build());
    }
    assertThat(server.methods()).doesNotContain("resources/subscribe");
  }

  @Test
  void resourceTheServerRefusesIsLeftOut() {
    server.on(
        "resources/subscribe",
        call -> {
          if (call.params().path("uri").asString().equals("x:a")) {
            call.error(-32002, "Resource not found");
          } else {
            call.result("{}");
          }
        });

    try (ListenHandle handle = client.listen(ALL, heard)) {
      assertThat(handle.acknowledged().resourceSubscriptions()).containsExactly("x:b");
    }
  }

  @Test
  void resourceBelowOneThatWasSubscribedToIsHeardOf() throws InterruptedException {
    subscribable();
    SubscriptionFilter filter =
        SubscriptionFilter.builder().resourceSubscriptions(List.of("x:dir/")).build();
    try (ListenHandle handle = client.listen(filter, heard)) {
      assertThat(heard.next()).isEqualTo("acknowledged");

      server.tell("notifications/resources/updated", "{\"uri\":\"y:other\"}");
      server.tell("notifications/tools/list_changed", "{}");
      server.tell("notifications/resources/updated", "{\"uri\":\"x:dir/file\"}");

      assertThat(heard.next()).isEqualTo("x:dir/file");
      assertThat(handle.isOpen()).isTrue();
    }
  }

  @Test
  void subscriptionOfAResourceEndsWithItsLastListener() {
    subscribable();
    SubscriptionFilter filter =
        SubscriptionFilter.builder().resourceSubscriptions(List.of("x:a")).build();
    ListenHandle first = client.listen(filter, heard);
    ListenHandle second = client.listen(filter, heard);

    first.close();
    client.listen(SubscriptionFilter.builder().toolsListChanged(true).build(), heard).close();
    assertThat(server.methods()).doesNotContain("resources/unsubscribe");
    second.close();

    server.await("resources/unsubscribe");
  }

  @Test
  void endOfTheConnectionEndsTheSubscription() throws InterruptedException {
    try (ListenHandle handle =
        client.listen(SubscriptionFilter.builder().toolsListChanged(true).build(), heard)) {
      assertThat(heard.next()).isEqualTo("acknowledged");

      server.die(() -> new TransportException("gone", null));

      assertThat(heard.next()).isEqualTo("end");
      assertThat(handle.isOpen()).isFalse();
    }
  }

  @Test
  void changesNobodyListensToMakeTheClientForget() {
    server.on(
        "tools/list",
        "{\"tools\":[{\"name\":\"t\",\"inputSchema\":{\"type\":\"object\"},"
            + "\"outputSchema\":{\"type\":\"object\",\"required\":[\"a\"]}}]}");
    server.on("tools/call", "{\"content\":[],\"structuredContent\":{\"a\":1}}");
    client.call("t").result();
    client.call("t").result();
    assertThat(server.received("tools/list")).hasSize(1);

    server.tell("notifications/tools/list_changed", "{}");
    client.call("t").result();

    assertThat(server.received("tools/list")).as("looked up again").hasSize(2);
  }

  @Test
  void logMessagesAreNoChanges() throws InterruptedException {
    try (ListenHandle handle =
        client.listen(SubscriptionFilter.builder().toolsListChanged(true).build(), heard)) {
      assertThat(heard.next()).isEqualTo("acknowledged");
      server.tell(
          "notifications/message",
          "{\"level\":\"%s\",\"data\":1}".formatted(LoggingLevel.ERROR.wireName()));
      server.tell("notifications/tools/list_changed", "{}");

      assertThat(heard.next()).isEqualTo("tools");
      assertThat(handle.isOpen()).isTrue();
    }
  }
}
