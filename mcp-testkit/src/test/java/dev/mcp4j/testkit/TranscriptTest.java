/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.PendingCall;
import dev.mcp4j.server.McpServer;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TranscriptTest {
  private final Transcript transcript = new Transcript();

  private void client(String message) {
    transcript.message(Side.CLIENT, message.getBytes(UTF_8));
  }

  private void server(String message) {
    transcript.message(Side.SERVER, message.getBytes(UTF_8));
  }

  @Test
  void shortMessagesTakeOneLine() {
    client("{\"id\":1, \"method\":\"a\"}");
    server("{\"id\":1,\"result\":{}}");
    transcript.note(Side.CLIENT, "cancels request 2");

    assertThat(transcript)
        .hasToString(
            """
            > {"id":1,"method":"a"}
            < {"id":1,"result":{}}
            > (cancels request 2)
            """);
  }

  @Test
  void longMessagesAreUnfoldedAsDeepAsItTakes() {
    String text = "x".repeat(60);
    client(
        """
        {"id":1,"params":{"short":[1,2,3],"long":["%s","%s"]}}"""
            .formatted(text, text));

    assertThat(transcript)
        .hasToString(
            """
            > {
                "id": 1,
                "params": {
                  "short": [1,2,3],
                  "long": [
                    "%s",
                    "%s"
                  ]
                }
              }
            """
                .formatted(text, text));
  }

  @Test
  void whatIsNoJsonIsShownAsItIs() {
    server("oops\t\u0007");

    assertThat(transcript).hasToString("< (no JSON) oops\\u0009\\u0007\n");
  }

  @Test
  void maskedValuesAreNamedInTheOrderInWhichTheyAppear() {
    transcript.mask("state");
    server("{\"state\":\"a\",\"other\":\"a\"}");
    client("{\"list\":[{\"state\":\"b\"},{\"state\":\"a\"}]}");

    assertThat(transcript)
        .hasToString(
            """
            < {"state":"<state 1>","other":"a"}
            > {"list":[{"state":"<state 2>"},{"state":"<state 1>"}]}
            """);
    assertThat(transcript.messages(Side.SERVER))
        .containsExactly("{\"state\":\"a\",\"other\":\"a\"}");
  }

  @Test
  void recordedTransportKeepsBothDirections() {
    McpServer server =
        McpServer.named("recorded", "1")
            .tool("hi", tool -> tool.handle((in, call) -> "hi"))
            .build();
    try (server;
        McpClient client =
            McpClient.builder().transport(transcript.record(InMemory.transport(server))).build()) {
      assertThat(client.call("hi").as(String.class)).isEqualTo("hi");
    }

    assertThat(transcript.messages(Side.CLIENT))
        .singleElement()
        .asString()
        .startsWith("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\"");
    assertThat(transcript.messages(Side.SERVER))
        .singleElement()
        .asString()
        .startsWith("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"resultType\":\"complete\"");
  }

  @Test
  void recordedTransportNotesCancellations() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    McpServer server =
        McpServer.named("recorded", "1")
            .tool(
                "wait",
                tool ->
                    tool.handle(
                        (in, call) -> {
                          started.countDown();
                          new CountDownLatch(1).await();
                          return "never";
                        }))
            .build();
    try (server;
        McpClient client =
            McpClient.builder().transport(transcript.record(InMemory.transport(server))).build()) {
      PendingCall<?> call = client.call("wait").start();
      started.await();
      call.cancel();
    }

    assertThat(transcript.entries()).hasSize(2);
    Transcript.Entry last = transcript.entries().get(1);
    assertThat(last.side()).isEqualTo(Side.CLIENT);
    assertThat(last.isMessage()).isFalse();
    assertThat(last.text()).startsWith("cancels request 1: ");
  }
}
