/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.api.EmptyNotificationParams;
import dev.mcp4j.api.EmptyRequestParams;
import dev.mcp4j.api.Methods;
import dev.mcp4j.api.NotificationMeta;
import dev.mcp4j.api.Notifications;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.client.ScriptedTransport;
import dev.mcp4j.client.transport.ClientRequest;
import dev.mcp4j.client.transport.Exchange;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.JsonRpcNotification;
import dev.mcp4j.jsonrpc.JsonRpcRequest;
import dev.mcp4j.jsonrpc.JsonRpcResult;
import dev.mcp4j.jsonrpc.Payload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ResponsesTest {
  private static Exchange exchange(ScriptedTransport.Script script) {
    return new ScriptedTransport()
        .then(script)
        .open(
            new ClientRequest(
                new JsonRpcRequest(
                    RequestId.of(1),
                    Methods.DISCOVER.name(),
                    Payload.of(new EmptyRequestParams(RequestMeta.EMPTY))),
                Methods.DISCOVER.resultType(),
                "2026-07-28",
                null,
                Map.of()));
  }

  private static void change(ScriptedTransport.Peer peer) {
    peer.notify(
        Notifications.TOOLS_LIST_CHANGED, new EmptyNotificationParams(NotificationMeta.EMPTY));
  }

  @Test
  void serverThatNeverPausesDoesNotProlongTheWait() throws Exception {
    Exchange flood =
        exchange(
            peer ->
                peer.always(
                    Notifications.TOOLS_LIST_CHANGED,
                    new EmptyNotificationParams(NotificationMeta.EMPTY)));

    assertThat(Responses.await(flood, Duration.ofMillis(1), message -> {})).isNull();
  }

  @Test
  void responseThatIsThereIsFoundBehindWhatCameBeforeIt() throws Exception {
    Exchange exchange =
        exchange(
            peer -> {
              change(peer);
              change(peer);
              peer.result("{}");
            });
    List<JsonRpcMessage> others = new ArrayList<>();

    assertThat(Responses.await(exchange, Duration.ZERO, others::add))
        .isInstanceOf(JsonRpcResult.class);
    assertThat(others).hasSize(2).hasOnlyElementsOfType(JsonRpcNotification.class);
  }
}
