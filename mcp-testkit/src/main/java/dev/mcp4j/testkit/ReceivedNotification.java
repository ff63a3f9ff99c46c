/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit;

import dev.mcp4j.api.NotificationParams;
import dev.mcp4j.jsonrpc.json.McpJson;
import tools.jackson.databind.JsonNode;

/** A notification that a {@link ScriptedServer} or {@link ScriptedClient} has taken. Immutable. */
public final class ReceivedNotification {
  private final String method;
  private final JsonNode params;

  ReceivedNotification(String method, JsonNode params) {
    this.method = method;
    this.params = params;
  }

  /**
   * Returns what happened.
   *
   * @return the method
   */
  public String method() {
    return method;
  }

  /**
   * Returns the details.
   *
   * @return the parameters, an object; empty if there were none
   */
  public JsonNode params() {
    return params;
  }

  /**
   * Returns the details as a value of the protocol.
   *
   * @param type the type to read
   * @param <P> the type to read
   * @return the parameters
   * @throws dev.mcp4j.jsonrpc.json.JsonShapeException if they do not have the shape of the type
   */
  public <P extends NotificationParams> P params(Class<P> type) {
    return McpJson.read(type, params);
  }

  /**
   * Returns method and parameters.
   *
   * @return a text for messages of tests
   */
  @Override
  public String toString() {
    return method + " " + params;
  }
}
