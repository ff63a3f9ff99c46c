/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.client.McpClient;
import dev.mcp4j.server.Call;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A tool whose handler runs again for every answer, and what it does only once. */
public final class AskOnce {
  static final AtomicInteger SEATS = new AtomicInteger(40);

  record Confirm(boolean agreed) {}

  record Name(String name) {}

  // @start region="server"
  static String reserve(Call call) throws Exception {
    System.out.println("the handler runs");
    int seat = call.once("seat", () -> reserveSeat(call.chainId()));
    Confirm confirm = call.elicit("ok", "Take seat " + seat + "?", Confirm.class).orCancel();
    if (!confirm.agreed()) {
      return "Seat " + seat + " is free again.";
    }
    Name name = call.elicit("name", "In whose name?", Name.class).orCancel();
    return "Seat " + seat + " is reserved for " + name.name() + ".";
  }

  static int reserveSeat(String idempotencyKey) {
    System.out.println(
        "reserving a seat, with a key of " + idempotencyKey.length() + " characters");
    return SEATS.incrementAndGet();
  }

  // @end region="server"

  public static void main(String[] args) {
    try (McpServer server =
            McpServer.named("theatre", "1.0.0")
                .tool("reserve", tool -> tool.handle((none, call) -> reserve(call)))
                .build();
        HttpServerHandle http = server.serveHttp(0);
        McpClient client =
            McpClient.builder()
                .http(http.uri())
                .onElicitation(
                    form -> {
                      System.out.println("? " + form.message());
                      return form.accept(
                          form.schema().properties().containsKey("agreed")
                              ? Map.of("agreed", true)
                              : Map.of("name", "Ada"));
                    })
                .build()) {
      System.out.println(client.call("reserve").as(String.class));
    }
  }
}
