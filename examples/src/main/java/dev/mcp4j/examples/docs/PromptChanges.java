/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.api.prompt.Prompt;
import dev.mcp4j.api.subscription.SubscriptionFilter;
import dev.mcp4j.client.ChangeListener;
import dev.mcp4j.client.ListenHandle;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A prompt is added while the server runs, and a client hears of it. */
public final class PromptChanges {
  public static void main(String[] args) throws InterruptedException {
    BlockingQueue<List<String>> changes = new LinkedBlockingQueue<>();
    try (McpServer server = McpServer.named("prompts", "1.0.0").promptsMayChange().build();
        HttpServerHandle http = server.serveHttp(0);
        McpClient client = McpClient.connect(http.uri())) {
      // @start region="changes"
      ChangeListener listener =
          new ChangeListener() {
            @Override
            public void onPromptsChanged() {
              changes.add(client.prompts().stream().map(Prompt::name).toList());
            }
          };
      SubscriptionFilter filter = SubscriptionFilter.builder().promptsListChanged(true).build();
      try (ListenHandle subscription = client.listen(filter, listener)) {
        System.out.println("told of prompts: " + subscription.acknowledged().promptsListChanged());
        server.addPrompt("thanks", prompt -> prompt.get((none, call) -> "Write a thank-you note."));
        System.out.println("prompts: " + changes.take());
      }
      // @end region="changes"
    }
  }
}
