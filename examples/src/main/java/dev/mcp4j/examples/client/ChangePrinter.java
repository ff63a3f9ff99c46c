/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.client;

import dev.mcp4j.api.subscription.SubscriptionFilter;
import dev.mcp4j.client.ChangeListener;
import dev.mcp4j.client.McpClientException;
import java.util.concurrent.CountDownLatch;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Prints each change as one JSON document. */
final class ChangePrinter implements ChangeListener {
  private final CountDownLatch ended;

  ChangePrinter(CountDownLatch ended) {
    this.ended = ended;
  }

  @Override
  public void onAcknowledged(SubscriptionFilter filter) {
    print("acknowledged", null);
  }

  @Override
  public void onToolsChanged() {
    print("tools", null);
  }

  @Override
  public void onPromptsChanged() {
    print("prompts", null);
  }

  @Override
  public void onResourcesChanged() {
    print("resources", null);
  }

  @Override
  public void onResourceUpdated(String uri) {
    print("resource", uri);
  }

  @Override
  public void onEnd(McpClientException cause) {
    print("ended", cause.getMessage());
    ended.countDown();
  }

  private static void print(String change, @org.jspecify.annotations.Nullable String detail) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("change", change);
    if (detail != null) {
      document.put("detail", detail);
    }
    AnyClient.print(document);
  }
}
