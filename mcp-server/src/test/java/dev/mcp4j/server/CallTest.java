/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.ClientCapabilities;
import dev.mcp4j.api.Implementation;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.LoggingLevel;
import dev.mcp4j.api.NotificationMeta;
import dev.mcp4j.api.ProgressToken;
import dev.mcp4j.api.notification.LoggingMessageNotificationParams;
import dev.mcp4j.api.notification.ProgressNotificationParams;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class CallTest {
  private static McpServerBuilder tool(ToolHandler<JsonObject> handler) {
    return McpServer.named("s", "1").tool("t", t -> t.handle(handler));
  }

  private static TestClient calling(ToolHandler<JsonObject> handler) {
    return new TestClient(tool(handler).build());
  }

  @Test
  void handlerSeesWhoCalls() throws Exception {
    TestClient client =
        calling(
            (in, call) ->
                call.caller().principal()
                    + call.caller().scopes()
                    + call.client().info().name()
                    + call.client().canSample()
                    + call.headers().first("X-Y"));

    client
        .as(new Caller("ada", Set.of("admin"), "test"))
        .with(client.meta().clientInfo(Implementation.builder("cli", "1").build()));
    Map<String, List<String>> headers =
        Map.of(
            "x-y",
            List.of("z"),
            "mcp-protocol-version",
            List.of("2026-07-28"),
            "mcp-method",
            List.of("tools/call"),
            "mcp-name",
            List.of("t"));

    assertThat(client.headers(headers).text("t", null)).isEqualTo("ada[admin]clitruez");
  }

  @Test
  void clientThatDeclaresNothingCanBeAskedNothing() {
    ClientProfile client = new ClientProfile(null, ClientCapabilities.NONE);

    assertThat(client.canFillForms()).isFalse();
    assertThat(client.canVisitUrls()).isFalse();
    assertThat(client.canSample()).isFalse();
    assertThat(client.canListRoots()).isFalse();
  }

  @Test
  void progressIsReportedUnderTheTokenOfTheRequest() throws Exception {
    TestClient client =
        calling(
            (in, call) -> {
              call.progress(1);
              call.progress(2, 4);
              call.progress(3, 4.0, "nearly");
              return "";
            });
    ProgressToken token = ProgressToken.of("p");

    client.with(client.meta().progressToken(token)).call("t", null);

    assertThat(client.notified)
        .containsExactly(
            new ProgressNotificationParams(token, 1, null, null, NotificationMeta.EMPTY),
            new ProgressNotificationParams(token, 2, 4.0, null, NotificationMeta.EMPTY),
            new ProgressNotificationParams(token, 3, 4.0, "nearly", NotificationMeta.EMPTY));
  }

  @Test
  void progressNobodyAskedForIsNotReported() throws Exception {
    TestClient client =
        calling(
            (in, call) -> {
              call.progress(1);
              return "";
            });

    client.call("t", null);

    assertThat(client.notified).isEmpty();
  }

  @Test
  void progressIsANumber() throws Exception {
    TestClient client =
        calling(
            (in, call) -> {
              assertThatThrownBy(() -> call.progress(Double.NaN))
                  .isInstanceOf(IllegalArgumentException.class);
              assertThatThrownBy(() -> call.progress(1, Double.POSITIVE_INFINITY))
                  .isInstanceOf(IllegalArgumentException.class);
              return "checked";
            });

    assertThat(client.text("t", null)).isEqualTo("checked");
  }

  @Test
  void messagesFromTheLevelOfTheRequestOnAreSent() throws Exception {
    TestClient client =
        new TestClient(
            tool((in, call) -> {
                  call.log(LoggingLevel.INFO, "no");
                  call.log(LoggingLevel.WARNING, "yes");
                  call.log(LoggingLevel.ERROR, "db", TestClient.json("{\"a\":1}"));
                  return "";
                })
                .logging()
                .build());

    client.with(client.meta().logLevel(LoggingLevel.WARNING)).call("t", null);

    assertThat(client.notified)
        .containsExactly(
            new LoggingMessageNotificationParams(
                LoggingLevel.WARNING, null, TestClient.json("\"yes\""), NotificationMeta.EMPTY),
            new LoggingMessageNotificationParams(
                LoggingLevel.ERROR, "db", TestClient.json("{\"a\":1}"), NotificationMeta.EMPTY));
  }

  @Test
  void requestWithoutLevelGetsNoMessages() throws Exception {
    TestClient client =
        new TestClient(
            tool((in, call) -> {
                  call.log(LoggingLevel.EMERGENCY, "fire");
                  return "";
                })
                .logging()
                .build());

    client.call("t", null);

    assertThat(client.notified).isEmpty();
  }

  @Test
  void serverThatDoesNotDeclareLoggingCannotLog() throws Exception {
    TestClient client =
        calling(
            (in, call) -> {
              assertThatThrownBy(() -> call.log(LoggingLevel.INFO, "x"))
                  .isInstanceOf(IllegalStateException.class)
                  .hasMessageContaining("logging()");
              return "checked";
            });

    assertThat(client.text("t", null)).isEqualTo("checked");
  }

  @Test
  void cancelledHandlerCanLeave() {
    TestClient client =
        calling(
            (in, call) -> {
              assertThat(call.cancellation().isCancelled()).isTrue();
              call.cancellation().throwIfCancelled();
              return "never";
            });
    client.cancelled(
        new Cancellation() {
          @Override
          public boolean isCancelled() {
            return true;
          }

          @Override
          public void onCancel(Runnable action) {
            action.run();
          }
        });

    assertThatThrownBy(() -> client.call("t", null)).isInstanceOf(CancellationException.class);
  }

  @Test
  void cancellationThatNeverComesDoesNothing() {
    Cancellation.NEVER.throwIfCancelled();
    Cancellation.NEVER.onCancel(
        () -> {
          throw new AssertionError("cancelled");
        });
    assertThat(Cancellation.NEVER.isCancelled()).isFalse();
  }
}
