/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.driver;

import dev.mcp4j.conformance.json.Json;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How a client is to be set up. Mutable; every method returns the same. */
public final class Setup {
  private final ObjectNode members = Json.object();

  /** Makes a setup without handlers. */
  public Setup() {}

  /**
   * Pins the client to a revision; otherwise it goes its own way.
   *
   * @param revision the revision
   * @return this
   */
  public Setup revision(String revision) {
    members.put("revision", revision);
    return this;
  }

  /**
   * Says how questions of a kind are answered, which the client then declares.
   *
   * @param kind {@code elicitation}, {@code url}, {@code sampling}, {@code sampling-tools} or
   *     {@code roots}
   * @param answer the answer
   * @return this
   */
  public Setup handler(String kind, JsonNode answer) {
    members.withObject("/handlers").set(kind, answer);
    return this;
  }

  /**
   * Limits the time of each request.
   *
   * @param timeout the limit
   * @return this
   */
  public Setup timeout(Duration timeout) {
    members.put("timeout", timeout.toMillis());
    return this;
  }

  /**
   * Limits the time of each request, progress or not; progress extends the other limit.
   *
   * @param longest the limit
   * @return this
   */
  public Setup longest(Duration longest) {
    members.put("longest", longest.toMillis());
    return this;
  }

  /**
   * Has each request carry a trace.
   *
   * @param traceparent the trace
   * @return this
   */
  public Setup trace(String traceparent) {
    members.put("trace", traceparent);
    return this;
  }

  /**
   * Has the client sign in when the server asks for it.
   *
   * @param authorization what it knows beforehand; empty if nothing
   * @return this
   */
  public Setup authorization(ObjectNode authorization) {
    members.set("authorization", authorization);
    return this;
  }

  /**
   * Has the client use tasks, where it does not by itself.
   *
   * @return this
   */
  public Setup tasks() {
    members.put("tasks", true);
    return this;
  }

  /**
   * Tells whether questions of a kind are answered.
   *
   * @param kind the kind
   * @return true if there is a handler
   */
  public boolean handles(String kind) {
    return members.path("handlers").has(kind);
  }

  ObjectNode command(String name, ObjectNode target) {
    ObjectNode command = Json.object().put("do", "connect").put("as", name);
    command.set("to", target);
    command.setAll(members);
    return command;
  }
}
