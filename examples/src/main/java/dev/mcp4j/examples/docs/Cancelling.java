/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.client.CallCancelledException;
import dev.mcp4j.client.CallTimeoutException;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.PendingCall;
import dev.mcp4j.server.Call;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A call that is cancelled, one that takes too long, and a handler that notices. */
public final class Cancelling {
  static final BlockingQueue<String> SERVER = new LinkedBlockingQueue<>();

  // @start region="server"
  static String count(Call call) throws InterruptedException {
    call.cancellation().onCancel(() -> SERVER.add("the server knows that nobody waits"));
    call.progress(0);
    for (long number = 0; number < 1_000_000; number++) {
      call.cancellation().throwIfCancelled();
      Thread.sleep(5); // stands for work; an interrupt ends it early
    }
    return "Counted.";
  }

  // @end region="server"

  public static void main(String[] args) throws InterruptedException {
    try (McpServer server =
            McpServer.named("counter", "1.0.0")
                .tool("count", tool -> tool.handle((none, call) -> count(call)))
                .build();
        HttpServerHandle http = server.serveHttp(0);
        McpClient client = McpClient.connect(http.uri())) {
      BlockingQueue<String> begun = new LinkedBlockingQueue<>();
      // @start region="cancel"
      PendingCall<String> pending =
          client.call("count").onProgress(report -> begun.add("begun")).start(String.class);
      System.out.println(begun.take());
      pending.cancel();
      try {
        System.out.println(pending.await());
      } catch (CallCancelledException e) {
        System.out.println("cancelled");
      }
      // @end region="cancel"
      System.out.println(SERVER.take());

      // @start region="timeout"
      try {
        client.call("count").timeout(Duration.ofMillis(100)).result();
      } catch (CallTimeoutException e) {
        System.out.println(e.getMessage());
      }
      // @end region="timeout"
    }
  }
}
