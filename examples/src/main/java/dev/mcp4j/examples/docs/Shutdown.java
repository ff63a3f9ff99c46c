/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.PendingCall;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.util.concurrent.CountDownLatch;

/** A server that lets calls finish before it stops. */
public final class Shutdown {
  public static void main(String[] args) throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch stopping = new CountDownLatch(1);
    McpServer server =
        McpServer.named("slow", "1.0.0")
            .tool(
                "work",
                tool ->
                    tool.handle(
                        (none, call) -> {
                          begun.countDown();
                          stopping.await();
                          return "Finished.";
                        }))
            .build();
    // @start region="hook"
    HttpServerHandle http = server.serveHttp(0);
    Thread stop =
        new Thread(
            () -> {
              http.close();
              server.close();
            });
    Runtime.getRuntime().addShutdownHook(stop);
    // @end region="hook"

    try (McpClient client = McpClient.connect(http.uri())) {
      PendingCall<String> pending = client.call("work").start(String.class);
      begun.await();
      Runtime.getRuntime().removeShutdownHook(stop);
      stop.start(); // the JVM would do this on SIGTERM
      stopping.countDown();
      System.out.println(pending.await());
    }
    http.awaitStop();
    System.out.println("Stopped.");
  }
}
