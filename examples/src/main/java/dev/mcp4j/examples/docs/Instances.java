/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.api.subscription.SubscriptionFilter;
import dev.mcp4j.client.ChangeListener;
import dev.mcp4j.client.ListenHandle;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.transport.HttpOptions;
import dev.mcp4j.server.Call;
import dev.mcp4j.server.KeyRing;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.event.EventBus;
import dev.mcp4j.server.event.InMemoryEventBus;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Two instances of a server behind one address. */
public final class Instances {
  record Confirm(boolean sure) {}

  // @start region="server"
  static McpServer instance(String name, KeyRing keys, EventBus events) {
    return McpServer.named("wipe", "1.0.0")
        .keys(keys)
        .events(events)
        .toolsMayChange()
        .tool("wipe", tool -> tool.handle((none, call) -> wipe(name, call)))
        .build();
  }

  // @end region="server"

  static String wipe(String name, Call call) {
    System.out.println("instance " + name + " runs the handler");
    Confirm confirm = call.elicit("sure", "Wipe everything?", Confirm.class).orCancel();
    return confirm.sure() ? "Wiped by " + name + "." : "Nothing happened.";
  }

  public static void main(String[] args) throws InterruptedException {
    byte[] secret = new byte[32]; // 32 random bytes from where you keep secrets
    byte[] formerSecret = new byte[32];
    formerSecret[0] = 1;
    // @start region="keys"
    KeyRing keys = KeyRing.of(secret, formerSecret);
    // @end region="keys"
    EventBus events = new InMemoryEventBus();

    try (McpServer a = instance("A", keys, events);
        McpServer b = instance("B", keys, events);
        HttpServerHandle httpA = a.serveHttp(0);
        HttpServerHandle httpB = b.serveHttp(0);
        McpClient client = behindBalancer(List.of(httpA.uri(), httpB.uri()));
        McpClient ofB = McpClient.connect(httpB.uri())) {
      System.out.println(client.call("wipe").as(String.class));

      CountDownLatch heard = new CountDownLatch(1);
      ChangeListener listener =
          new ChangeListener() {
            @Override
            public void onToolsChanged() {
              heard.countDown();
            }
          };
      SubscriptionFilter filter = SubscriptionFilter.builder().toolsListChanged(true).build();
      try (ListenHandle subscription = ofB.listen(filter, listener)) {
        System.out.println("listening to B: " + subscription.isOpen());
        a.addTool("restore", tool -> tool.handle((none, call) -> "Restored."));
        heard.await();
        System.out.println("B told of a change at A");
      }
    }
  }

  /** Sends each request to the next instance, as a load balancer does. */
  static McpClient behindBalancer(List<URI> instances) {
    AtomicInteger next = new AtomicInteger();
    HttpOptions options =
        HttpOptions.builder(instances.get(0))
            .customizer(
                (request, message) ->
                    request.uri(instances.get(next.getAndIncrement() % instances.size())))
            .build();
    return McpClient.builder()
        .http(options)
        .onElicitation(form -> form.accept(Map.of("sure", true)))
        .build();
  }
}
