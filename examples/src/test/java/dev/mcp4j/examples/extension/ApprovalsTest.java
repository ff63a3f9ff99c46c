/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.Methods;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.content.TextContent;
import dev.mcp4j.api.extension.ExtensionParams;
import dev.mcp4j.api.subscription.SubscriptionFilter;
import dev.mcp4j.api.tool.CallToolRequestParams;
import dev.mcp4j.client.ChangeListener;
import dev.mcp4j.client.ListenHandle;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.McpClientBuilder;
import dev.mcp4j.client.ProtocolException;
import dev.mcp4j.client.RequestFailedException;
import dev.mcp4j.client.UnsupportedResultTypeException;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

@Timeout(60)
class ApprovalsTest {
  private final List<String> tickets = new ArrayList<>();
  private final McpServer server =
      McpServer.named("bank", "1.0.0")
          .feature(new Approvals())
          .tool(
              "pay",
              tool ->
                  tool.attach(NeedsApproval.class, new NeedsApproval("colleague"))
                      .handle((none, call) -> "Paid."))
          .tool("balance", tool -> tool.handle((none, call) -> "12"))
          .build();
  private final HttpServerHandle http = server.serveHttp(0);

  @AfterEach
  void close() {
    http.close();
    server.close();
  }

  private McpClientBuilder client() {
    return McpClient.builder().http(http.uri());
  }

  private static CallToolRequestParams pay(String ticket) {
    RequestMeta meta =
        RequestMeta.builder()
            .other(JsonObject.EMPTY.with(Approvals.TICKET, StringNode.valueOf(ticket)))
            .build();
    return new CallToolRequestParams("pay", JsonObject.EMPTY, null, null, meta);
  }

  private static ExtensionParams approval(String ticket) {
    return ExtensionParams.of(
        new JsonObject(JsonNodeFactory.instance.objectNode().put("ticket", ticket)));
  }

  @Test
  void callWaitsForItsApproval() {
    try (McpClient client = client().extension(new ApprovalsClient(tickets::add)).build()) {
      assertThatThrownBy(() -> client.call("pay").result()).isInstanceOf(ProtocolException.class);
      String ticket = tickets.get(0);
      client.request(Approvals.APPROVE, approval(ticket)).result();

      assertThat(client.request(Methods.CALL_TOOL, pay(ticket)).result().content())
          .containsExactly(TextContent.of("Paid."));
    }
  }

  @Test
  void settingsAreDeclared() {
    try (McpClient client = client().build()) {
      assertThat(client.discover().capabilities().extensions().get(Approvals.ID).toString())
          .isEqualTo("{\"approver\":\"colleague\"}");
    }
  }

  @Test
  void clientThatDoesNotDeclareTheExtensionIsRefused() {
    try (McpClient client = client().build()) {
      assertThatThrownBy(() -> client.call("pay").result())
          .isInstanceOfSatisfying(
              RequestFailedException.class,
              refusal ->
                  assertThat(refusal.code())
                      .isEqualTo(ErrorCode.MISSING_REQUIRED_CLIENT_CAPABILITY));
      assertThat(client.call("balance").as(String.class)).isEqualTo("12");
    }
  }

  @Test
  void clientThatOnlyDeclaresItGetsTheResultAsItIs() {
    try (McpClient client = client().extension(Approvals.ID, JsonObject.EMPTY).build()) {
      assertThatThrownBy(() -> client.call("pay").result())
          .isInstanceOfSatisfying(
              UnsupportedResultTypeException.class,
              reply -> assertThat(reply.resultType()).isEqualTo(Approvals.TICKET));
    }
  }

  @Test
  void subscriberHearsHowItsTicketStands() throws InterruptedException {
    try (McpClient client = client().extension(new ApprovalsClient(tickets::add)).build()) {
      assertThatThrownBy(() -> client.call("pay").result()).isInstanceOf(ProtocolException.class);
      String ticket = tickets.get(0);
      LinkedBlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
      var members = JsonNodeFactory.instance.objectNode();
      members.putArray("tickets").add(ticket).add("unknown");
      SubscriptionFilter filter =
          SubscriptionFilter.builder().other(new JsonObject(members)).build();
      ChangeListener listener =
          new ChangeListener() {
            @Override
            public void onOther(String method, JsonNode params) {
              heard.add(params);
            }
          };
      try (ListenHandle listening = client.listen(filter, listener)) {
        assertThat(listening.acknowledged().other().get("tickets")).hasSize(1);
        assertThat(next(heard).get("approved").booleanValue()).isFalse();
        client.request(Approvals.APPROVE, approval(ticket)).result();
        assertThat(next(heard).get("approved").booleanValue()).isTrue();
      }
    }
  }

  private static JsonNode next(LinkedBlockingQueue<JsonNode> heard) throws InterruptedException {
    JsonNode next = heard.poll(20, TimeUnit.SECONDS);
    assertThat(next).isNotNull();
    return next;
  }
}
