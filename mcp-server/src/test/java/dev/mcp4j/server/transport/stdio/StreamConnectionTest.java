/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.stdio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.ToolHandler;
import dev.mcp4j.server.transport.StdioOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.BitSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamConnectionTest {
  private static final Pattern ID = Pattern.compile("\"id\":([0-9]+)");

  private final CountDownLatch started = new CountDownLatch(1);
  private final CountDownLatch mayEnd = new CountDownLatch(1);
  private final McpServer server =
      McpServer.named("s", "1")
          .toolsMayChange()
          .tool("hello", t -> t.handle((in, call) -> "grüße\n"))
          .tool("inline", t -> t.inline().handle((in, call) -> "at once"))
          .tool("wait", t -> t.handle(waiting()))
          .tool(
              "work",
              t ->
                  t.handle(
                      (in, call) -> {
                        call.progress(1);
                        call.progress(2);
                        return "done";
                      }))
          .build();
  private LineClient client;

  private ToolHandler<JsonObject> waiting() {
    return (in, call) -> {
      started.countDown();
      mayEnd.await();
      return "waited";
    };
  }

  @AfterEach
  void close() throws IOException {
    mayEnd.countDown();
    client.close();
    server.close();
  }

  private void connect() throws IOException {
    connect(StdioOptions.DEFAULT);
  }

  private void connect(StdioOptions options) throws IOException {
    client = new LineClient(server, options);
  }

  @Test
  void responseIsOneLineOfUtf8() throws Exception {
    connect();
    client.send(LineClient.call(1, "hello"));

    assertThat(client.receive())
        .startsWith("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{")
        .contains("grüße\\n");
    client.assertNothingMore();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{|-32700",
        "nul|-32700",
        "not json|-32700",
        "{} {}|-32700",
        "{\"jsonrpc\":\"2.0\",\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"x\"}|-32700",
        "null|-32600",
        "7|-32600",
        "\"text\"|-32600",
        "[]|-32600",
        "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]|-32600",
        "{}|-32600",
        "{\"jsonrpc\":\"1.0\",\"method\":\"x\"}|-32600",
        "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"x\"}|-32600",
        "{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"x\"}|-32600",
      })
  void badLineIsAnsweredWithoutIdAndTheServerGoesOn(String line, int code) throws Exception {
    connect();
    client.send(line);
    assertThat(client.receive())
        .startsWith("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":" + code + ",");

    client.send(LineClient.call(1, "hello"));
    assertThat(client.receive()).contains("\"id\":1,\"result\"");
    client.assertNothingMore();
  }

  @Test
  void bytesThatAreNoUtf8AreAParseError() throws Exception {
    connect();
    client.send(new byte[] {'"', (byte) 0xC3, '(', '"', '\n'});

    assertThat(client.receive()).contains("\"code\":-32700");
    client.send(LineClient.call(1, "hello"));
    assertThat(client.receive()).contains("\"id\":1,\"result\"");
  }

  @Test
  void lineThatIsTooLongIsRefusedAndTheNextOneServed() throws Exception {
    connect(StdioOptions.builder().maxMessageBytes(1000).build());
    client.send("x".repeat(100_000));

    assertThat(client.receive())
        .contains("\"code\":-32600")
        .contains("The message has more than 1000 bytes");
    client.send(LineClient.call(1, "hello"));
    assertThat(client.receive()).contains("\"id\":1,\"result\"");
  }

  @Test
  void blankLinesAndBothKindsOfLineEndsAreNothing() throws Exception {
    connect();
    client.send("\n  \r\n\t\n" + LineClient.call(1, "hello") + "\r\n\n");

    assertThat(client.receive()).contains("\"id\":1,\"result\"");
    client.assertNothingMore();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"jsonrpc\":\"2.0\",\"id\":5,\"result\":{}}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{}}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\"}",
      })
  void whatIsNoRequestHasNoResponse(String line) throws Exception {
    connect();
    client.send(line);
    client.send(LineClient.call(1, "hello"));

    assertThat(client.receive()).contains("\"id\":1,\"result\"");
    client.assertNothingMore();
  }

  @Test
  void requestWithoutMetadataLearnsWhatThisServerSpeaks() throws Exception {
    connect();
    client.send("{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"tools/list\",\"params\":{}}");

    assertThat(client.receive())
        .startsWith("{\"jsonrpc\":\"2.0\",\"id\":0,\"error\":{\"code\":-32602,")
        .contains("\"data\":{\"supported\":[\"2026-07-28\"");
  }

  @Test
  void progressComesBeforeTheResponse() throws Exception {
    connect();
    client.send(LineClient.call(1, "work"));

    assertThat(client.receive()).contains("notifications/progress").contains("\"progress\":1");
    assertThat(client.receive()).contains("notifications/progress").contains("\"progress\":2");
    assertThat(client.receive()).contains("\"id\":1,\"result\"");
  }

  @Test
  void cancelledRequestHasNoResponse() throws Exception {
    connect();
    client.send(LineClient.call(1, "wait"));
    started.await();

    client.send(LineClient.cancel(1));
    client.send(LineClient.call(2, "hello"));

    assertThat(client.receive()).contains("\"id\":2,\"result\"");
    client.assertNothingMore();
  }

  @Test
  void requestsInFlightAreAnsweredAfterTheEndOfTheInput() throws Exception {
    connect();
    client.send(LineClient.call(1, "wait"));
    started.await();

    client.endInput();
    mayEnd.countDown();

    assertThat(client.receive()).contains("\"id\":1,\"result\"");
    assertThat(client.receive()).isEmpty();
    client.awaitServed();
  }

  @Test
  void requestThatOutlivesTheDrainIsNotAnswered() throws Exception {
    connect(StdioOptions.builder().drain(Duration.ZERO).build());
    client.send(LineClient.call(1, "wait"));
    started.await();

    client.assertNothingMore();
  }

  @Test
  void lastLineNeedsNoLineEnd() throws Exception {
    connect();
    client.send(LineClient.call(1, "hello").getBytes(UTF_8));
    client.endInput();

    assertThat(client.receive()).contains("\"id\":1,\"result\"");
    client.awaitServed();
  }

  @Test
  void subscriptionReportsChangesAndEndsWithItsResultAndItsCancellation() throws Exception {
    connect();
    client.send(LineClient.listen(1));
    assertThat(client.receive()).contains("notifications/subscriptions/acknowledged");

    server.addTool("more", t -> t.handle((in, call) -> ""));
    assertThat(client.receive())
        .contains("notifications/tools/list_changed")
        .contains("\"io.modelcontextprotocol/subscriptionId\":1");
    client.endInput();

    assertThat(client.receive())
        .contains("\"id\":1,\"result\":{\"resultType\":\"complete\"")
        .contains("\"io.modelcontextprotocol/subscriptionId\":1");
    assertThat(client.receive()).contains("notifications/cancelled").contains("\"requestId\":1");
    assertThat(client.receive()).isEmpty();
    client.awaitServed();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello", "inline"})
  void twentyThousandRequestsInARowLoseNothing(String tool) throws Exception {
    int count = 20_000;
    connect();
    Thread writer =
        new Thread(
            () -> {
              try {
                for (int id = 0; id < count; id++) {
                  client.send(LineClient.call(id, tool));
                }
                client.endInput();
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });
    writer.start();

    BitSet answered = new BitSet(count);
    for (String line = client.receive(); !line.isEmpty(); line = client.receive()) {
      Matcher id = ID.matcher(line);
      assertThat(id.find()).as(line).isTrue();
      int number = Integer.parseInt(id.group(1));
      assertThat(line).contains("\"result\"");
      assertThat(answered.get(number)).as("answered before: %s", number).isFalse();
      answered.set(number);
    }

    assertThat(answered.cardinality()).isEqualTo(count);
    writer.join();
    client.awaitServed();
  }

  @Test
  void serverReturnsWhenNobodyTakesItsOutput() throws Exception {
    connect();
    client.stopReading();
    client.send(LineClient.call(1, "hello"));
    client.send(LineClient.call(2, "hello"));

    client.awaitServed();
  }

  @Test
  void interruptedServerCancelsWhatIsInFlight() throws Exception {
    connect();
    client.send(LineClient.call(1, "wait"));
    started.await();

    client.interruptServer();

    assertThatThrownBy(() -> client.awaitServed())
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(InterruptedException.class);
    assertThat(client.receive()).isEmpty();
  }
}
