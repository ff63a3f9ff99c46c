/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.stdio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.api.EmptyNotificationParams;
import dev.mcp4j.api.Notifications;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.api.ResultMeta;
import dev.mcp4j.api.subscription.SubscriptionsListenResult;
import dev.mcp4j.jsonrpc.JsonLimits;
import dev.mcp4j.jsonrpc.JsonRpcCodec;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.JsonRpcNotification;
import dev.mcp4j.jsonrpc.JsonRpcResult;
import dev.mcp4j.jsonrpc.Payload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LineWriterTest {
  private static final int MAX_QUEUED = 3;
  private static final JsonRpcMessage MESSAGE =
      new JsonRpcNotification(
          Notifications.TOOLS_LIST_CHANGED.name(), Payload.of(EmptyNotificationParams.INSTANCE));

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final AtomicInteger flushes = new AtomicInteger();
  private final Queue<Runnable> background = new ArrayDeque<>();
  private final AtomicInteger broken = new AtomicInteger();
  private volatile boolean failing;
  private final LineWriter writer =
      new LineWriter(
          JsonRpcCodec.create(JsonLimits.DEFAULT),
          new OutputStream() {
            @Override
            public void write(int b) throws IOException {
              throw new IOException("one byte at a time");
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
              if (failing) {
                throw new IOException("gone");
              }
              written.write(bytes, offset, length);
            }

            @Override
            public void flush() {
              flushes.incrementAndGet();
            }
          },
          background::add,
          MAX_QUEUED,
          broken::incrementAndGet);

  private List<String> lines() {
    return written.toString(UTF_8).lines().toList();
  }

  private void runBackground() {
    while (!background.isEmpty()) {
      background.remove().run();
    }
  }

  private static JsonRpcResult result(int id) {
    return new JsonRpcResult(
        RequestId.of(id),
        Payload.of(new Reply.Complete<>(new SubscriptionsListenResult(ResultMeta.EMPTY))));
  }

  @Test
  void messageIsALineThatIsFlushed() {
    writer.send(MESSAGE);

    assertThat(written.toString(UTF_8)).endsWith("}\n");
    assertThat(lines()).hasSize(1);
    assertThat(flushes).hasValue(1);
  }

  @Test
  void linesAreFlushedTogetherWhileMoreInputIsAtHand() {
    writer.inputAtHand(true);
    writer.send(MESSAGE);
    writer.send(MESSAGE);
    assertThat(lines()).isEmpty();

    writer.inputAtHand(false);

    assertThat(lines()).hasSize(2);
    assertThat(flushes).hasValue(1);
  }

  @Test
  void whatIsOfferedIsWrittenInTheBackground() {
    assertThat(writer.offer(MESSAGE)).isTrue();
    assertThat(lines()).isEmpty();

    runBackground();

    assertThat(lines()).hasSize(1);
  }

  @Test
  void noMoreThanTheLimitIsQueued() {
    for (int i = 0; i < MAX_QUEUED; i++) {
      assertThat(writer.offer(MESSAGE)).isTrue();
    }
    assertThat(writer.offer(MESSAGE)).isFalse();

    runBackground();

    assertThat(writer.offer(MESSAGE)).isTrue();
    runBackground();
    assertThat(lines()).hasSize(MAX_QUEUED + 1);
  }

  @Test
  void endOfASubscriptionNeedsNoRoomAndComesAfterWhatWasOffered() {
    while (writer.offer(MESSAGE)) {
      // Fills the queue.
    }

    writer.finish(result(7));
    runBackground();

    assertThat(lines()).hasSize(MAX_QUEUED + 2);
    assertThat(lines().get(MAX_QUEUED)).contains("\"id\":7,\"result\"");
    assertThat(lines().get(MAX_QUEUED + 1))
        .contains("notifications/cancelled")
        .contains("\"requestId\":7")
        .contains("\"io.modelcontextprotocol/subscriptionId\":7");
  }

  @Test
  void clientThatHasGoneIsReportedOnceAndTakesEverything() {
    failing = true;
    writer.send(MESSAGE);
    writer.send(MESSAGE);

    assertThat(broken).hasValue(1);
    for (int i = 0; i < 2 * MAX_QUEUED; i++) {
      assertThat(writer.offer(MESSAGE)).isTrue();
    }
    writer.finish(result(1));
    assertThat(background).isEmpty();
  }

  @Test
  void waitingForTheQueueEndsWhenItIsEmpty() throws Exception {
    writer.offer(MESSAGE);
    CountDownLatch waited = new CountDownLatch(1);
    Thread waiter =
        new Thread(
            () -> {
              writer.awaitQueueWritten(Duration.ofMinutes(5));
              waited.countDown();
            });
    waiter.start();

    runBackground();

    waited.await();
    waiter.join();
  }

  @Test
  void waitingForTheQueueEndsWhenTheTimeIsUp() {
    writer.offer(MESSAGE);

    writer.awaitQueueWritten(Duration.ZERO);

    assertThat(lines()).isEmpty();
  }
}
