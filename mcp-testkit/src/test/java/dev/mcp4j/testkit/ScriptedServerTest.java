/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.EmptyNotificationParams;
import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.Methods;
import dev.mcp4j.api.NotificationMeta;
import dev.mcp4j.api.NotificationMethod;
import dev.mcp4j.api.content.TextContent;
import dev.mcp4j.api.tool.CallToolRequestParams;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.client.CallCancelledException;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.PendingCall;
import dev.mcp4j.client.RequestFailedException;
import dev.mcp4j.client.TransportException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptedServerTest {
  private static final String DONE =
      """
      {"resultType": "complete",
       "content": [{"type": "text", "text": "done"}]}""";

  private static final NotificationMethod<EmptyNotificationParams> HELLO =
      new NotificationMethod<>("x/hello", EmptyNotificationParams.class);

  private final ScriptedServer server = ScriptedServer.inMemory();
  private final McpClient client =
      McpClient.builder().transport(server.transport()).validateResults(false).build();

  @Test
  void expectedRequestIsAnswered() {
    try (server;
        client) {
      PendingCall<CallToolResult> call = client.call("greet", new Greet("Ada")).start();

      ReceivedRequest request = server.expectRequest(Methods.CALL_TOOL);
      assertThat(request.params(CallToolRequestParams.class).name()).isEqualTo("greet");
      assertThat(request.params().at("/arguments/name").asString()).isEqualTo("Ada");
      assertThat(request.meta().protocolVersion()).isEqualTo("2026-07-28");
      request.reply(DONE);

      assertThat(call.await().content()).containsExactly(TextContent.of("done"));
    }
  }

  @Test
  void typedResultsAreComplete() {
    try (server;
        client) {
      PendingCall<CallToolResult> call = client.call("greet").start();

      server.expectRequest("tools/call").reply(CallToolResult.error("no"));

      assertThat(call.await().failed()).isTrue();
    }
    assertThat(server.transcript().messages(Side.SERVER).get(0))
        .contains("\"resultType\":\"complete\"");
  }

  @Test
  void scriptRunsBesideTheTest() {
    server.play(script -> script.expectRequest("tools/call").reply(DONE));

    try (server;
        client) {
      assertThat(client.call("greet").as(String.class)).isEqualTo("done");
    }
  }

  @Test
  void progressIsReportedUnderTheTokenOfTheRequest() {
    List<Double> reported = new ArrayList<>();
    server.play(
        script -> {
          ReceivedRequest request = script.expectRequest("tools/call");
          request.progress(1, 2.0, "half");
          request.reply(DONE);
        });

    try (server;
        client) {
      client.call("greet").onProgress(report -> reported.add(report.progress())).result();
    }
    assertThat(reported).containsExactly(1.0);
  }

  @Test
  void progressNobodyAskedForFailsTheScript() {
    server.play(script -> script.expectRequest("tools/call").progress(1, null, null));

    assertThatThrownBy(() -> client.call("greet").result()).isInstanceOf(TransportException.class);
    assertThatThrownBy(server::close)
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("expected tools/call to ask for progress, but it has no token");
  }

  @Test
  void errorsReachTheCaller() {
    server.play(
        script ->
            script.expectRequest("tools/call").fail(ErrorCode.INVALID_PARAMS, "no such tool"));

    try (server;
        client) {
      assertThatThrownBy(() -> client.call("nope").result())
          .isInstanceOf(RequestFailedException.class)
          .hasMessageContaining("no such tool");
    }
  }

  @Test
  void cancellationIsExpectedByItsRequest() {
    try (server;
        client) {
      PendingCall<?> call = client.call("slow").start();
      ReceivedRequest request = server.expectRequest("tools/call");
      call.cancel();

      assertThat(server.expectCancellation(request).reason()).isNotBlank();
      assertThatThrownBy(call::await).isInstanceOf(CallCancelledException.class);
    }
  }

  @Test
  void unexpectedMessageFailsWithTheTranscript() {
    PendingCall<?> call = client.call("greet").start();

    assertThatThrownBy(() -> server.expectRequest("tools/list"))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(
            "expected request tools/list, but the client sent request tools/call")
        .hasMessageContaining("transcript:\n> {\n")
        .hasMessageContaining("\"method\": \"tools/call\"");
    call.cancel();
  }

  @Test
  void whatNobodyExpectedFailsInTheEnd() {
    client.send(HELLO, new EmptyNotificationParams(NotificationMeta.EMPTY));
    client.send(HELLO, new EmptyNotificationParams(NotificationMeta.EMPTY));
    server.expectNotification("x/hello");
    client.close();

    assertThatThrownBy(server::close)
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("nobody expected what the client sent:\n  notification x/hello\n");
  }

  @Test
  void silenceFailsAfterSomePatience() {
    server.patience(Duration.ofMillis(1));

    assertThatThrownBy(() -> server.expectRequest("tools/list"))
        .hasMessageStartingWith(
            "expected request tools/list, but the client sent nothing for 1 ms");
  }

  @Test
  void closedConnectionFailsAtOnce() {
    client.close();

    assertThatThrownBy(() -> server.expectRequest("tools/list"))
        .hasMessageStartingWith(
            "expected request tools/list, but the client has closed the connection");
    server.expectEnd();
  }

  @Test
  void failedScriptEndsCallsAndIsThrownOnClose() {
    server.play(script -> script.expectRequest("prompts/list"));

    assertThatThrownBy(() -> client.call("greet").result()).isInstanceOf(TransportException.class);
    assertThatThrownBy(server::close)
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("expected request prompts/list");
  }

  @Test
  void garbageReachesTheClient() {
    server.play(
        script -> {
          ReceivedRequest request = script.expectRequest("tools/call");
          script.sendRaw("{this is no JSON");
          request.reply(DONE);
        });

    try (server;
        client) {
      assertThat(client.call("greet").as(String.class)).isEqualTo("done");
    }
    assertThat(server.transcript().toString()).contains("< (no JSON) {this is no JSON\n");
  }

  @Test
  void replyThatIsNoJsonIsAFaultOfTheScript() {
    try (server;
        client) {
      PendingCall<?> call = client.call("greet").start();
      ReceivedRequest request = server.expectRequest("tools/call");

      assertThatThrownBy(() -> request.reply("[]"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("the script needs a JSON object here, not []");
      assertThatThrownBy(() -> request.reply("{"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("the script has no JSON: ");
      request.reply(DONE);
      call.await();
    }
  }

  private record Greet(String name) {}
}
