/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.EmptyResult;
import dev.mcp4j.api.LoggingLevel;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.api.Result;
import dev.mcp4j.api.ResultMeta;
import dev.mcp4j.api.subscription.SubscriptionFilter;
import dev.mcp4j.client.CallCancelledException;
import dev.mcp4j.client.CallTimeoutException;
import dev.mcp4j.client.ChangeListener;
import dev.mcp4j.client.LogCapture;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.McpClientException;
import dev.mcp4j.client.PendingCall;
import dev.mcp4j.client.ProtocolException;
import dev.mcp4j.client.RelistenPolicy;
import dev.mcp4j.client.ReplyTooLargeException;
import dev.mcp4j.client.RequestFailedException;
import dev.mcp4j.client.TransportException;
import dev.mcp4j.jsonrpc.JsonLimits;
import dev.mcp4j.jsonrpc.JsonRpcCodec;
import dev.mcp4j.jsonrpc.JsonRpcRequest;
import dev.mcp4j.jsonrpc.JsonRpcResult;
import dev.mcp4j.jsonrpc.Payload;
import dev.mcp4j.jsonrpc.framing.ByteSlice;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ChannelTransportTest {
  private static final String DONE = "{\"content\":[{\"type\":\"text\",\"text\":\"done\"}]}";
  private static final Duration SHORT = Duration.ofMillis(20);

  private final FakeChannel channel = new FakeChannel();
  private final ChannelTransport transport =
      new ChannelTransport(channel, JsonRpcCodec.create(JsonLimits.DEFAULT));
  private final McpClient client =
      McpClient.builder()
          .transport(transport)
          .relisten(new RelistenPolicy(Duration.ofMillis(1), Duration.ofMillis(1), 0))
          .build();

  @AfterEach
  void nothingIsLeft() {
    client.close();
    assertThat(transport.openExchanges()).isZero();
  }

  @Test
  void repliesFindTheirCallsInAnyOrder() throws InterruptedException {
    PendingCall<String> first = client.call("a").start(String.class);
    String one = channel.take();
    PendingCall<String> second = client.call("b").start(String.class);
    String two = channel.take();

    channel.result(two, DONE.replace("done", "second"));
    channel.result(one, DONE.replace("done", "first"));

    assertThat(first.await()).isEqualTo("first");
    assertThat(second.await()).isEqualTo("second");
  }

  @Test
  void replyMayNameItsIdLast() throws InterruptedException {
    PendingCall<String> call = client.call("a").start(String.class);
    String request = channel.take();

    channel.receive(
        "{\"result\":" + DONE + ",\"id\":" + FakeChannel.id(request) + ",\"jsonrpc\":\"2.0\"}");

    assertThat(call.await()).isEqualTo("done");
  }

  @Test
  void unknownLateAndDuplicateRepliesAreIgnored() throws InterruptedException {
    PendingCall<String> call = client.call("a").start(String.class);
    String request = channel.take();

    channel.receive("{\"jsonrpc\":\"2.0\",\"id\":\"nobody\",\"result\":" + DONE + "}");
    channel.receive("{\"jsonrpc\":\"2.0\",\"id\":4711,\"error\":{\"code\":1,\"message\":\"x\"}}");
    channel.result(request, DONE);
    channel.result(request, DONE.replace("done", "again"));

    assertThat(call.await()).isEqualTo("done");
  }

  @Test
  void lateResponseToCancelledRequestIsIgnored() throws InterruptedException {
    assertThatThrownBy(() -> client.call("a").timeout(SHORT).result())
        .isInstanceOf(CallTimeoutException.class);
    String request = channel.take();
    String cancel = channel.take();
    channel.result(request, DONE);

    assertThat(cancel)
        .contains("\"method\":\"notifications/cancelled\"")
        .contains("\"requestId\":" + FakeChannel.id(request))
        .contains("\"reason\":\"timed out\"");
    assertThat(transport.openExchanges()).isZero();
  }

  @Test
  void timedOutCallsLeaveNothingBehind() {
    for (int i = 0; i < 200; i++) {
      assertThatThrownBy(
              () ->
                  client.call("a").timeout(Duration.ofMillis(1)).onProgress(report -> {}).result())
          .isInstanceOf(CallTimeoutException.class);
    }

    assertThat(transport.openExchanges()).isZero();
    assertThat(channel.sent).hasSize(400);
  }

  @Test
  void garbageIsSkipped() throws InterruptedException {
    PendingCall<String> call = client.call("a").start(String.class);
    String request = channel.take();

    channel.receive("Server listening on stdin!");
    channel.receive("\u0000\u0001");
    channel.receive("{\"jsonrpc\":\"1.0\"}");
    channel.receive("[]");
    channel.result(request, DONE);

    assertThat(call.await()).isEqualTo("done");
  }

  @Test
  void responseThatCannotBeReadFailsItsCallAndNoOther() throws InterruptedException {
    PendingCall<String> good = client.call("a").start(String.class);
    String one = channel.take();
    PendingCall<String> bad = client.call("b").start(String.class);
    String two = channel.take();

    channel.result(two, "{\"content\":{}}");
    channel.result(one, DONE);

    assertThatThrownBy(bad::await)
        .isInstanceOf(ProtocolException.class)
        .hasMessageStartingWith("the response to tools/call cannot be read");
    assertThat(good.await()).isEqualTo("done");
  }

  @Test
  void failureWithoutAnIdIsForTheOnlyCall() throws InterruptedException {
    PendingCall<String> call = client.call("a").start(String.class);
    channel.take();

    channel.receive(
        "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32700,\"message\":\"Parse error\"}}");

    assertThatThrownBy(call::await)
        .isInstanceOfSatisfying(
            RequestFailedException.class, e -> assertThat(e.code()).isEqualTo(-32700));
  }

  @Test
  void messageOverTheLimitFailsItsCall() throws InterruptedException {
    PendingCall<String> other = client.call("a").start(String.class);
    String one = channel.take();
    PendingCall<String> large = client.call("b").start(String.class);
    String two = channel.take();
    String head =
        "{\"jsonrpc\":\"2.0\",\"id\":" + FakeChannel.id(two) + ",\"result\":{\"content\":[{\"te";

    channel.receiver.onTooLong(ByteSlice.of(head.getBytes(StandardCharsets.UTF_8)), 99);
    channel.result(one, DONE);

    assertThatThrownBy(large::await)
        .isInstanceOfSatisfying(
            ReplyTooLargeException.class, e -> assertThat(e.limitBytes()).isEqualTo(99));
    assertThat(other.await()).isEqualTo("done");
  }

  @Test
  void messageOverTheLimitWithoutAnIdIsForTheOnlyCall() throws InterruptedException {
    PendingCall<String> call = client.call("a").start(String.class);
    channel.take();

    channel.receiver.onTooLong(
        ByteSlice.of("{\"result\":{\"cont".getBytes(StandardCharsets.UTF_8)), 99);

    assertThatThrownBy(call::await).isInstanceOf(ReplyTooLargeException.class);
  }

  @Test
  void progressAndLogsFindTheirCalls() throws InterruptedException {
    List<Object> heard = new CopyOnWriteArrayList<>();
    PendingCall<String> quiet = client.call("a").start(String.class);
    String one = channel.take();
    PendingCall<String> loud =
        client
            .call("b")
            .onProgress(report -> heard.add(report.progress()))
            .onLog(LoggingLevel.WARNING, entry -> heard.add(entry.level()))
            .start(String.class);
    String two = channel.take();

    channel.receive(
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":{\"progressToken\":"
            + FakeChannel.id(two)
            + ",\"progress\":1}}");
    channel.receive(
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/message\",\"params\":{\"level\":\"error\","
            + "\"data\":1}}");
    channel.receive(
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/message\",\"params\":{\"level\":\"info\","
            + "\"data\":1}}");
    channel.result(two, DONE);
    channel.result(one, DONE);

    assertThat(loud.await()).isEqualTo("done");
    assertThat(quiet.await()).isEqualTo("done");
    assertThat(heard).containsExactly(1.0, LoggingLevel.ERROR);
  }

  @Test
  void floodOfProgressLosesTheOldestAndNotTheReply() throws InterruptedException {
    CountDownLatch go = new CountDownLatch(1);
    List<Double> heard = new CopyOnWriteArrayList<>();
    PendingCall<String> call =
        client
            .call("a")
            .onProgress(
                report -> {
                  try {
                    go.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                  heard.add(report.progress());
                })
            .start(String.class);
    String request = channel.take();
    for (int i = 1; i <= 10_000; i++) {
      channel.receive(
          "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":{\"progressToken\":"
              + FakeChannel.id(request)
              + ",\"progress\":"
              + i
              + "}}");
    }
    channel.result(request, DONE);
    go.countDown();

    assertThat(call.await()).isEqualTo("done");
    assertThat(heard).hasSizeLessThan(300).contains(10_000.0);
  }

  @Test
  void subscriptionsAreToldApartByTheirId() throws InterruptedException {
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    String first = listen("first", heard);
    String second = listen("second", heard);

    changed(second);
    changed(first);

    assertThat(List.of(heard.take(), heard.take())).containsExactlyInAnyOrder("first", "second");
    client.close();
    assertThat(List.of(cancelledId(channel.take()), cancelledId(channel.take())))
        .containsExactlyInAnyOrder(FakeChannel.id(first), FakeChannel.id(second));
    assertThat(channel.sent).isEmpty();
  }

  @Test
  void subscriptionThatCannotKeepUpEndsInsteadOfLosingChanges() throws InterruptedException {
    CountDownLatch go = new CountDownLatch(1);
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    String request =
        listen(
            new ChangeListener() {
              @Override
              public void onToolsChanged() {
                try {
                  go.await();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              }

              @Override
              public void onEnd(McpClientException cause) {
                heard.add(cause.getMessage());
              }
            });
    for (int i = 0; i < 300; i++) {
      changed(request);
    }
    go.countDown();

    assertThat(heard.take()).isEqualTo("more than 256 changes wait to be handled");
    assertThat(channel.take()).contains("notifications/cancelled");
  }

  @Test
  void deathOfTheChannelFailsEveryCall() throws InterruptedException {
    PendingCall<String> first = client.call("a").start(String.class);
    channel.take();
    PendingCall<String> second = client.call("b").start(String.class);
    channel.take();

    channel.die(() -> new TransportException("it died", null));

    assertThatThrownBy(first::await).isInstanceOf(TransportException.class).hasMessage("it died");
    assertThatThrownBy(second::await).isInstanceOf(TransportException.class);
    assertThatThrownBy(() -> client.call("c").result()).isInstanceOf(TransportException.class);
  }

  @Test
  void requestThatCannotBeSentLeavesNothingBehind() {
    channel.full = true;

    assertThatThrownBy(() -> client.call("a").result()).isInstanceOf(TransportException.class);
    assertThat(transport.openExchanges()).isZero();
  }

  @Test
  void closingFailsOpenCalls() throws InterruptedException {
    PendingCall<String> call = client.call("a").start(String.class);
    channel.take();

    client.close();

    assertThatThrownBy(call::await)
        .isInstanceOf(CallCancelledException.class)
        .hasMessage("the client was closed");
  }

  private String listen(String name, BlockingQueue<String> heard) throws InterruptedException {
    return listen(
        new ChangeListener() {
          @Override
          public void onToolsChanged() {
            heard.add(name);
          }
        });
  }

  private String listen(ChangeListener listener) throws InterruptedException {
    SubscriptionFilter filter = SubscriptionFilter.builder().toolsListChanged(true).build();
    CountDownLatch open = new CountDownLatch(1);
    Thread opening =
        new Thread(
            () -> {
              var unused = client.listen(filter, listener);
              open.countDown();
            });
    opening.start();
    String request = channel.take();
    channel.receive(
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/subscriptions/acknowledged\",\"params\":{"
            + meta(request)
            + ",\"notifications\":{\"toolsListChanged\":true}}}");
    open.await();
    return request;
  }

  private void changed(String request) {
    channel.receive(
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/tools/list_changed\",\"params\":{"
            + meta(request)
            + "}}");
  }

  private static String cancelledId(String message) {
    assertThat(message).contains("\"method\":\"notifications/cancelled\"");
    return message.replaceFirst(".*\"requestId\":(\\d+).*", "$1");
  }

  private static String meta(String request) {
    return "\"_meta\":{\"io.modelcontextprotocol/subscriptionId\":" + FakeChannel.id(request) + "}";
  }

  @Test
  void responseThatIsCutShortFailsItsCall() throws InterruptedException {
    PendingCall<String> call = client.call("a").start(String.class);
    String request = channel.take();

    channel.receive(
        "{\"jsonrpc\":\"2.0\",\"id\":" + FakeChannel.id(request) + ",\"result\":{\"content\":[");

    assertThatThrownBy(call::await)
        .isInstanceOf(ProtocolException.class)
        .hasMessageStartingWith("the response to tools/call cannot be read");
  }

  @Test
  void messageWithNothingButAnIdFailsItsCall() throws InterruptedException {
    PendingCall<String> call = client.call("a").start(String.class);
    String request = channel.take();

    channel.receive("{\"jsonrpc\":\"2.0\",\"id\":" + FakeChannel.id(request) + "}");

    assertThatThrownBy(call::await).isInstanceOf(ProtocolException.class);
  }

  @Test
  void resultWithoutAnIdFailsTheOnlyCall() throws InterruptedException {
    PendingCall<String> call = client.call("a").start(String.class);
    channel.take();

    channel.receive("{\"jsonrpc\":\"2.0\",\"result\":" + DONE + "}");

    assertThatThrownBy(call::await)
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("a result without an id");
  }

  @Test
  void requestOfTheServerIsNoReplyWhateverItsId() throws InterruptedException {
    PendingCall<String> call = client.call("a").start(String.class);
    String request = channel.take();
    String id = FakeChannel.id(request);

    channel.receive("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"ping\"}");
    channel.receive(
        "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"tools/call\",\"params\":{}}");
    channel.result(request, DONE);

    assertThat(call.await()).isEqualTo("done");
    assertThat(channel.sent).isEmpty();
  }

  @Test
  void requestsOfAnOlderServerCanBeAnswered() throws InterruptedException {
    transport.answer(
        new JsonRpcResult(RequestId.of("p1"), Payload.of(new EmptyResult(ResultMeta.EMPTY))));

    assertThat(channel.take()).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":\"p1\",\"result\":{}}");
  }

  @Test
  void resultsNobodyHasATypeForStayBytesOfTheirOwn() throws InterruptedException {
    Exchange exchange =
        transport.open(
            new ClientRequest(
                new JsonRpcRequest(RequestId.of(7), "x/y", Payload.NONE),
                Result.class,
                "2025-11-25",
                null,
                Map.of()));
    byte[] reused = "{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":{\"a\":[1]}}".getBytes(UTF_8);
    channel.receiver.onMessage(ByteSlice.of(reused));
    Arrays.fill(reused, (byte) ' ');

    JsonRpcResult result = (JsonRpcResult) exchange.next(Duration.ofSeconds(30));

    assertThat(result.result().toString()).isEqualTo("{\"a\":[1]}");
  }

  @Test
  void messagesWithoutAMarkCanBePutBeforeAReader() throws InterruptedException {
    Exchange exchange =
        transport.open(
            new ClientRequest(
                new JsonRpcRequest(RequestId.of(7), "x/y", Payload.NONE),
                Result.class,
                "2025-11-25",
                null,
                Map.of()));
    JsonRpcRequest question = new JsonRpcRequest(RequestId.of(1), "roots/list", Payload.NONE);

    assertThat(exchange.deliver(question)).isTrue();

    assertThat(exchange.next(Duration.ofSeconds(30))).isEqualTo(question);
    exchange.cancel(null);
  }

  @Test
  void garbageIsWarnedOfOnce() {
    try (LogCapture log = new LogCapture()) {
      channel.receive("Server listening on stdin!");
      channel.receive("Server still listening on stdin!");

      assertThat(log.lines()).singleElement().asString().contains("WARN", "fake sent something");
    }
  }
}
