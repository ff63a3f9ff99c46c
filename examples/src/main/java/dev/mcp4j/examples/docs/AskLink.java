/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.api.elicitation.ElicitAction;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.server.Call;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A tool that sends the user to a web page, for what must not pass through the client. */
public final class AskLink {
  static final Set<String> PAID = ConcurrentHashMap.newKeySet();

  // @start region="server"
  record Order(String id) {}

  static String ship(Order order, Call call) {
    String page = "https://pay.example.com/orders/" + order.id();
    if (!call.client().canVisitUrls()) {
      return "Ask the user to pay at " + page + ", then call again.";
    }
    if (call.elicitUrl("pay", "Please pay for the order", page).accepted().isEmpty()) {
      return "Nothing was shipped.";
    }
    if (!PAID.contains(order.id())) {
      return "The order is not paid yet. Call again when it is.";
    }
    return "Shipped " + order.id() + ".";
  }

  // @end region="server"

  public static void main(String[] args) {
    try (McpServer server =
            McpServer.named("shop", "1.0.0")
                .tool("ship", tool -> tool.input(Order.class).handle(AskLink::ship))
                .build();
        HttpServerHandle http = server.serveHttp(0)) {
      // @start region="client"
      try (McpClient client =
          McpClient.builder()
              .http(http.uri())
              .onUrlElicitation(
                  link -> {
                    System.out.println(link.message() + ": " + link.url());
                    return userOpens(link.url()) ? ElicitAction.ACCEPT : ElicitAction.DECLINE;
                  })
              .build()) {
        System.out.println(client.call("ship", new Order("A7")).as(String.class));
      }
      // @end region="client"
      try (McpClient client = McpClient.connect(http.uri())) {
        System.out.println(client.call("ship", new Order("B8")).as(String.class));
      }
    }
  }

  /** Stands for the browser, and for the page on which the user pays. */
  static boolean userOpens(String url) {
    PAID.add(url.substring(url.lastIndexOf('/') + 1));
    return true;
  }
}
