/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.api.resource.TextResourceContents;
import dev.mcp4j.api.subscription.SubscriptionFilter;
import dev.mcp4j.client.ChangeListener;
import dev.mcp4j.client.ListenHandle;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;

/** A client subscribes to a resource, hears that it changed, and reads it again. */
public final class ResourceUpdates {
  public static void main(String[] args) throws InterruptedException {
    // @start region="server"
    AtomicReference<String> weather = new AtomicReference<>("rain");
    McpServer server =
        McpServer.named("weather", "1.0.0")
            .resourceUpdates()
            .resourcesMayChange()
            .resource(
                "weather://now", resource -> resource.name("weather").read(call -> weather.get()))
            .build();
    // @end region="server"
    try (server;
        HttpServerHandle http = server.serveHttp(0);
        McpClient client = McpClient.connect(http.uri())) {
      BlockingQueue<String> changes = new LinkedBlockingQueue<>();
      // @start region="subscribe"
      ChangeListener listener =
          new ChangeListener() {
            @Override
            public void onResourceUpdated(String uri) {
              changes.add(uri + " is now " + read(client, uri));
            }

            @Override
            public void onResourcesChanged() {
              changes.add("there are " + client.resources().toList().size() + " resources");
            }
          };
      SubscriptionFilter filter =
          SubscriptionFilter.builder()
              .resourceSubscriptions(List.of("weather://now"))
              .resourcesListChanged(true)
              .build();
      ListenHandle subscription = client.listen(filter, listener);
      // @end region="subscribe"

      // @start region="update"
      weather.set("snow");
      server.resourceUpdated("weather://now");
      // @end region="update"
      System.out.println(changes.take());

      // @start region="add"
      server.addResource(
          "weather://tomorrow", resource -> resource.name("forecast").text("sunshine"));
      // @end region="add"
      System.out.println(changes.take());

      // @start region="unsubscribe"
      subscription.close();
      // @end region="unsubscribe"
      server.resourceUpdated("weather://now");
      System.out.println("listening: " + subscription.isOpen() + ", heard more: " + changes.size());
    }
  }

  static String read(McpClient client, String uri) {
    TextResourceContents text = (TextResourceContents) client.read(uri).contents().get(0);
    return text.text();
  }
}
