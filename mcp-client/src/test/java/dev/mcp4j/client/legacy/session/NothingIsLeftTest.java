/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.ClientCapabilities;
import dev.mcp4j.api.ElicitationCapability;
import dev.mcp4j.api.Implementation;
import dev.mcp4j.api.SamplingCapability;
import dev.mcp4j.api.legacy.LegacyRevision;
import dev.mcp4j.client.CallCancelledException;
import dev.mcp4j.client.CallTimeoutException;
import dev.mcp4j.client.InputRequestException;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.PendingCall;
import dev.mcp4j.client.core.InputHandlers;
import dev.mcp4j.client.legacy.OldServer;
import dev.mcp4j.client.transport.ClientTransport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the transport still holds after calls have ended. */
@Timeout(120)
class NothingIsLeftTest {
  private static final String FORM =
      "{\"message\":\"?\",\"requestedSchema\":{\"type\":\"object\",\"properties\":{}}}";

  private final OldServer server = new OldServer();
  private final ClientTransport connection = server.transport();
  private final LegacyTransport transport =
      new LegacyTransport(
          "old server",
          () -> "",
          new SessionConfig(
              Implementation.builder("test", "1").build(),
              ClientCapabilities.builder().elicitation(ElicitationCapability.FORM_AND_URL).build(),
              new InputHandlers(null, null, null, SamplingCapability.BASIC, null),
              Duration.ofSeconds(30),
              LegacyRevision.V2025_11_25),
          new TransportLinks(connection, null, false));

  @AfterEach
  void nothingIsLeft() {
    assertThat(transport.leftovers()).isZero();
    transport.close();
  }

  private McpClient client() {
    return McpClient.builder()
        .transport(transport)
        .onElicitation(
            form -> {
              throw new IllegalStateException("no");
            })
        .onUrlElicitation(
            link -> {
              throw new IllegalStateException("no");
            })
        .build();
  }

  @Test
  void timedOutCallsLeaveNothingBehind() throws InterruptedException {
    server.on("tools/call", call -> {});
    McpClient client = client();
    List<PendingCall<?>> pending = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      pending.add(client.call("t").timeout(Duration.ofMillis(100)).start());
    }
    for (PendingCall<?> call : pending) {
      assertThatThrownBy(call::await).isInstanceOf(CallTimeoutException.class);
    }
    server.await("notifications/cancelled");
    assertThat(server.received("tools/call")).hasSizeLessThanOrEqualTo(200);
  }

  @Test
  void callsThatTimeOutBeforeThereIsASessionLeaveNothingBehind() {
    server.on("initialize", call -> {});
    McpClient client = client();
    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(() -> client.call("t").timeout(Duration.ofMillis(10)).result())
          .isInstanceOf(CallTimeoutException.class);
    }
    assertThat(server.methods()).containsExactly("initialize");
  }

  @Test
  void callsWhoseQuestionHasNoAnswerLeaveNothingBehind() {
    server.on(
        "tools/call",
        call -> server.ask("q" + call.message().get("id"), "elicitation/create", FORM));
    McpClient client = client();
    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(() -> client.call("t").result()).isInstanceOf(InputRequestException.class);
    }
  }

  @Test
  void callsThatAreRefusedForAPageLeaveNothingBehind() {
    server.on(
        "tools/call",
        call ->
            call.error(
                -32042,
                "go there",
                "{\"elicitations\":[{\"mode\":\"url\",\"elicitationId\":\"e\",\"url\":\"https://x\","
                    + "\"message\":\"m\"}]}"));
    McpClient client = client();
    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(() -> client.call("t").result()).isInstanceOf(InputRequestException.class);
    }
  }

  @Test
  void closingEndsWhatIsOpen() {
    server.on("tools/call", call -> {});
    McpClient client = client();
    PendingCall<?> pending = client.call("t").start();
    server.await("tools/call");

    client.close();

    assertThatThrownBy(pending::await).isInstanceOf(CallCancelledException.class);
    assertThat(server.isOpen()).isFalse();
    assertThat(transport.isOpen()).isFalse();
  }

  @Test
  void answerOfALateServerIsIgnored() {
    server.on("tools/call", call -> {});
    McpClient client = client();
    // The handshake would be a part of the call, which could run out of time before it is sent.
    var unused = client.discover();
    assertThatThrownBy(() -> client.call("t").timeout(Duration.ofMillis(10)).result())
        .isInstanceOf(CallTimeoutException.class);
    String id = server.await("tools/call").get("id").toString();

    server.send("{\"jsonrpc\":\"2.0\",\"id\":%s,\"result\":{\"content\":[]}}".formatted(id));
    server.send("{\"jsonrpc\":\"2.0\",\"id\":%s,\"result\":{\"content\":[]}}".formatted(id));
  }
}
