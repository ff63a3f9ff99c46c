/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.api.CacheScope;
import dev.mcp4j.api.Methods;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.resource.ReadResourceRequestParams;
import dev.mcp4j.api.resource.ReadResourceResult;
import dev.mcp4j.api.resource.TextResourceContents;
import dev.mcp4j.client.CacheMode;
import dev.mcp4j.client.CacheSettings;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** What a server lets its clients keep, and a client that does. */
public final class Caching {
  public static void main(String[] args) {
    AtomicInteger reads = new AtomicInteger();
    // @start region="server"
    McpServer server =
        McpServer.named("rates", "1.0.0")
            .cache(Methods.LIST_RESOURCES, Duration.ofMinutes(5))
            .resource(
                "rates://today",
                resource ->
                    resource
                        .cache(Duration.ofHours(1), CacheScope.PUBLIC)
                        .read(call -> "read number " + reads.incrementAndGet()))
            .build();
    // @end region="server"
    try (server;
        HttpServerHandle http = server.serveHttp(0)) {
      // @start region="client"
      McpClient client =
          McpClient.builder()
              .http(http.uri())
              .cache(new CacheSettings(1_000, 8 << 20, Duration.ofMinutes(10)))
              .build();
      // @end region="client"
      try (client) {
        // @start region="read"
        System.out.println(text(client.read("rates://today")));
        System.out.println(text(client.read("rates://today")));

        ReadResourceRequestParams today =
            new ReadResourceRequestParams("rates://today", null, null, RequestMeta.EMPTY);
        System.out.println(
            text(client.request(Methods.READ_RESOURCE, today).cache(CacheMode.REFRESH).result()));
        System.out.println(text(client.read("rates://today")));
        // @end region="read"
      }
    }
  }

  static String text(ReadResourceResult result) {
    return ((TextResourceContents) result.contents().get(0)).text();
  }
}
