/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.api.EmptyNotificationParams;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.Methods;
import dev.mcp4j.api.NotificationMeta;
import dev.mcp4j.api.Notifications;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.resource.ReadResourceRequestParams;
import dev.mcp4j.api.resource.ReadResourceResult;
import dev.mcp4j.api.resource.ResourceUpdatedNotificationParams;
import dev.mcp4j.jsonrpc.JsonRpcNotification;
import dev.mcp4j.jsonrpc.Payload;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ResultCacheTest {
  private final ScriptedTransport transport = new ScriptedTransport();
  private final ManualClock clock = new ManualClock();
  private final McpClient client = McpClient.builder().transport(transport).clock(clock).build();
  private final AtomicInteger served = new AtomicInteger();

  private static final class ManualClock extends Clock {
    private Instant now = Instant.EPOCH;

    void advance(Duration duration) {
      now = now.plus(duration);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private void serveContents(long ttlMs, String scope) {
    transport.always(
        peer ->
            peer.result(
                "{\"contents\":[{\"uri\":\"a\",\"text\":\"%d\"}],\"ttlMs\":%d,\"cacheScope\":\"%s\"}"
                    .formatted(served.incrementAndGet(), ttlMs, scope)));
  }

  private RequestCall<ReadResourceRequestParams, ReadResourceResult> reading(String uri) {
    return client.request(
        Methods.READ_RESOURCE, new ReadResourceRequestParams(uri, null, null, RequestMeta.EMPTY));
  }

  private void tell(String method, Object params) {
    transport.unmatched.accept(new JsonRpcNotification(method, Payload.of(params)));
  }

  private void updated(String uri) {
    tell(
        Notifications.RESOURCE_UPDATED.name(),
        new ResourceUpdatedNotificationParams(uri, NotificationMeta.EMPTY));
  }

  @Test
  void freshResultIsServedWithoutARequest() {
    serveContents(1000, "private");

    ReadResourceResult first = client.read("a");
    clock.advance(Duration.ofMillis(999));

    assertThat(client.read("a")).isSameAs(first);
    assertThat(transport.peers).hasSize(1);
  }

  @Test
  void resultIsStaleAtTheEndOfItsTime() {
    serveContents(1000, "private");

    client.read("a");
    clock.advance(Duration.ofSeconds(1));
    client.read("a");

    assertThat(transport.peers).hasSize(2);
  }

  @Test
  void resultWithoutTimeToLiveIsNotKept() {
    serveContents(0, "public");

    client.read("a");
    client.read("a");

    assertThat(transport.peers).hasSize(2);
  }

  @Test
  void resultWithoutHintsIsNotKept() {
    transport.always(peer -> peer.result("{\"contents\":[]}"));

    client.read("a");
    client.read("a");

    assertThat(transport.peers).hasSize(2);
  }

  @Test
  void timeToLiveIsClamped() {
    serveContents(Long.MAX_VALUE, "private");

    client.read("a");
    clock.advance(Duration.ofDays(1));
    client.read("a");

    assertThat(transport.peers).hasSize(2);
  }

  @Test
  void otherParametersAreAnotherResult() {
    serveContents(1000, "private");

    client.read("a");
    client.read("b");

    assertThat(transport.peers).hasSize(2);
  }

  @Test
  void metadataTheProtocolDoesNotNameIsPartOfTheKey() {
    serveContents(1000, "private");
    RequestMeta tenant =
        RequestMeta.builder()
            .other(JsonObject.EMPTY.with("acme/tenant", ScriptedTransport.json("7")))
            .build();

    client.read("a");
    client
        .request(Methods.READ_RESOURCE, new ReadResourceRequestParams("a", null, null, tenant))
        .result();

    assertThat(transport.peers).hasSize(2);
  }

  @Test
  void privateResultDoesNotCrossPartitions() {
    serveContents(1000, "private");

    transport.partition = "ada";
    client.read("a");
    transport.partition = "bob";
    client.read("a");
    transport.partition = "ada";
    client.read("a");

    assertThat(transport.peers).hasSize(2);
  }

  @Test
  void publicResultServesEverybody() {
    serveContents(1000, "public");

    transport.partition = "ada";
    client.read("a");
    transport.partition = "bob";
    client.read("a");

    assertThat(transport.peers).hasSize(1);
  }

  @Test
  void refreshFetchesAndKeeps() {
    serveContents(1000, "private");

    client.read("a");
    ReadResourceResult refreshed = reading("a").cache(CacheMode.REFRESH).result();

    assertThat(client.read("a")).isSameAs(refreshed);
    assertThat(transport.peers).hasSize(2);
  }

  @Test
  void bypassFetchesAndKeepsNothing() {
    serveContents(1000, "private");

    ReadResourceResult kept = client.read("a");
    reading("a").cache(CacheMode.BYPASS).result();

    assertThat(client.read("a")).isSameAs(kept);
    assertThat(transport.peers).hasSize(2);
  }

  @Test
  void updateOfAResourceEvictsItAndNoOther() {
    serveContents(1000, "private");

    client.read("file:///a");
    client.read("file:///b");
    updated("file:///a");
    client.read("file:///a");
    client.read("file:///b");

    assertThat(transport.peers).hasSize(3);
  }

  @Test
  void updateOfAPartEvictsTheWhole() {
    serveContents(1000, "private");

    client.read("file:///folder");
    updated("file:///folder/x");
    client.read("file:///folder");

    assertThat(transport.peers).hasSize(2);
  }

  @Test
  void changeOfAListEvictsItsPages() {
    transport.always(
        peer -> peer.result("{\"tools\":[],\"ttlMs\":1000,\"cacheScope\":\"public\"}"));

    client.tools().toList();
    client.tools().toList();
    tell(
        Notifications.TOOLS_LIST_CHANGED.name(),
        new EmptyNotificationParams(NotificationMeta.EMPTY));
    client.tools().toList();

    assertThat(transport.peers).hasSize(2);
  }

  @Test
  void fetchUnderWayCannotOverwriteAnEviction() {
    transport.then(
        peer -> {
          updated("a");
          peer.result("{\"contents\":[],\"ttlMs\":1000,\"cacheScope\":\"private\"}");
        });
    client.read("a");
    serveContents(1000, "private");

    client.read("a");

    assertThat(transport.peers).hasSize(2);
  }

  @Test
  void resultOfARoundWithAnswersIsNotKept() {
    for (int i = 0; i < 2; i++) {
      transport
          .thenResult("{\"resultType\":\"input_required\",\"requestState\":\"s\"}")
          .thenResult("{\"contents\":[],\"ttlMs\":1000,\"cacheScope\":\"private\"}");
    }

    client.read("a");
    client.read("a");

    assertThat(transport.peers).hasSize(4);
  }

  @Test
  void retryMadeByTheCallerIsNeitherServedNorKept() {
    serveContents(1000, "private");
    var retry = new ReadResourceRequestParams("a", null, "state", RequestMeta.EMPTY);

    client.request(Methods.READ_RESOURCE, retry).result();
    client.request(Methods.READ_RESOURCE, retry).result();

    assertThat(transport.peers).hasSize(2);
  }

  @Test
  void numberOfResultsIsBounded() {
    serveContents(1000, "private");
    McpClient small =
        McpClient.builder()
            .transport(transport)
            .clock(clock)
            .cache(new CacheSettings(2, 1 << 20, Duration.ofDays(1)))
            .build();

    small.read("a");
    small.read("b");
    small.read("a");
    small.read("c");
    small.read("a");
    small.read("b");

    assertThat(transport.peers).as("a, b, c and again b, which was used least").hasSize(4);
  }

  @Test
  void resultLargerThanTheCacheIsNotKept() {
    transport.always(
        peer ->
            peer.result(
                "{\"contents\":[{\"uri\":\"a\",\"text\":\"%s\"}],\"ttlMs\":9,\"cacheScope\":\"private\"}"
                    .formatted("x".repeat(10_000))));
    McpClient small =
        McpClient.builder()
            .transport(transport)
            .clock(clock)
            .cache(new CacheSettings(2, 10_000, Duration.ofDays(1)))
            .build();

    small.read("a");
    small.read("a");

    assertThat(transport.peers).hasSize(2);
  }

  @Test
  void switchedOffCacheKeepsNothing() {
    serveContents(1000, "public");
    McpClient without =
        McpClient.builder().transport(transport).clock(clock).cache(CacheSettings.OFF).build();

    without.read("a");
    without.read("a");

    assertThat(transport.peers).hasSize(2);
  }

  @Test
  void resultIsNotKeptIfTheCallerHasBecomeSomebodyElseMeanwhile() {
    transport.then(
        peer -> {
          transport.partition = "bob";
          peer.result("{\"contents\":[],\"ttlMs\":1000,\"cacheScope\":\"private\"}");
        });
    serveContents(1000, "private");
    transport.partition = "ada";

    client.read("a");
    transport.partition = "ada";
    client.read("a");

    assertThat(transport.peers).hasSize(2);
  }

  @Test
  void listOfFewLargeItemsIsWeighedByItsSize() {
    transport.always(
        peer ->
            peer.result(
                ("{\"tools\":[{\"name\":\"t\",\"description\":\"%s\","
                        + "\"inputSchema\":{\"type\":\"object\"}}],"
                        + "\"ttlMs\":9,\"cacheScope\":\"private\"}")
                    .formatted("x".repeat(10_000))));
    McpClient small =
        McpClient.builder()
            .transport(transport)
            .clock(clock)
            .cache(new CacheSettings(2, 10_000, Duration.ofDays(1)))
            .build();

    assertThat(small.tools().iterator().next().name()).isEqualTo("t");
    assertThat(small.tools().iterator().next().name()).isEqualTo("t");

    assertThat(transport.peers).hasSize(2);
  }
}
