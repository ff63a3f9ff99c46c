/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.api.subscription.SubscriptionFilter;
import dev.mcp4j.client.ChangeListener;
import dev.mcp4j.client.ListenHandle;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.McpClientException;
import dev.mcp4j.client.RelistenPolicy;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A subscription that outlives a restart of the server's transport. */
public final class Listening {
  static final BlockingQueue<String> NEWS = new LinkedBlockingQueue<>();

  // @start region="listener"
  static final class News implements ChangeListener {
    @Override
    public void onAcknowledged(SubscriptionFilter filter) {
      NEWS.add("listening, for tools: " + filter.toolsListChanged());
    }

    @Override
    public void onToolsChanged() {
      NEWS.add("the tools changed");
    }

    @Override
    public void resynchronize() {
      NEWS.add("something may have been missed; fetch again");
    }

    @Override
    public void onEnd(McpClientException cause) {
      NEWS.add("given up: " + cause.getMessage());
    }
  }

  // @end region="listener"

  public static void main(String[] args) throws InterruptedException {
    try (McpServer server = McpServer.named("news", "1.0.0").toolsMayChange().build()) {
      HttpServerHandle http = server.serveHttp(0);
      try (McpClient client = client(http.uri())) {
        // @start region="listen"
        SubscriptionFilter filter =
            SubscriptionFilter.builder()
                .toolsListChanged(true)
                .resourceSubscriptions(List.of("file:///etc/motd"))
                .build();
        ListenHandle subscription = client.listen(filter, new News());
        // @end region="listen"
        System.out.println(NEWS.take());

        server.addTool("first", tool -> tool.handle((none, call) -> "1"));
        System.out.println(NEWS.take());

        http.close();
        http = server.serveHttp(http.uri().getPort());
        System.out.println(NEWS.take());
        System.out.println(NEWS.take());
        subscription.close();
      } finally {
        http.close();
      }
    }
  }

  static McpClient client(URI uri) {
    // @start region="policy"
    return McpClient.builder()
        .http(uri)
        .relisten(new RelistenPolicy(Duration.ofMillis(100), Duration.ofSeconds(10), 50))
        .build();
    // @end region="policy"
  }
}
