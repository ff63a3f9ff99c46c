/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.contract;

import dev.mcp4j.client.ChangeListener;
import dev.mcp4j.conformance.json.Json;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** Tells the suite of every change. */
final class TellingListener implements ChangeListener {
  private final String client;
  private final String subscription;
  private final Consumer<ObjectNode> out;

  TellingListener(String client, String subscription, Consumer<ObjectNode> out) {
    this.client = client;
    this.subscription = subscription;
    this.out = out;
  }

  @Override
  public void onToolsChanged() {
    tell("tools");
  }

  @Override
  public void onPromptsChanged() {
    tell("prompts");
  }

  @Override
  public void onResourcesChanged() {
    tell("resources");
  }

  @Override
  public void onResourceUpdated(String uri) {
    out.accept(event("resource").put("uri", uri));
  }

  private void tell(String what) {
    out.accept(event(what));
  }

  private ObjectNode event(String what) {
    return Json.object()
        .put("event", "changed")
        .put("as", client)
        .put("subscription", subscription)
        .put("what", what);
  }
}
