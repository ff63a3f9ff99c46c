/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.script;

import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.wire.Bytes;
import dev.mcp4j.conformance.wire.IncomingRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One message of a client, and the way to answer it. Safe for use by several threads. */
public final class Asked {
  /** How an answer reaches the client. */
  interface Way {
    /** Sends a notification that belongs to the request. */
    void event(ObjectNode message);

    /** Sends the rest of an answer; {@code message} is null if it has none. */
    void finish(Answer answer, Optional<ObjectNode> message);

    /** Breaks the connection off. */
    void cut();
  }

  private final int connection;
  private final Optional<IncomingRequest> http;
  private final Bytes raw;
  private final Optional<JsonNode> json;
  private final Way way;
  private final CountDownLatch gone = new CountDownLatch(1);
  private volatile long arrived;
  private volatile long answered;
  private volatile Optional<ObjectNode> outcome = Optional.empty();

  Asked(int connection, Optional<IncomingRequest> http, Bytes raw, Way way) {
    this.connection = connection;
    this.http = http;
    this.raw = raw;
    this.json = Json.read(raw);
    this.way = way;
  }

  /**
   * Returns the connection or process it came by.
   *
   * @return a number, equal for messages that came the same way
   */
  public int connection() {
    return connection;
  }

  /**
   * Returns the request of HTTP.
   *
   * @return the request, empty on stdio
   */
  public Optional<IncomingRequest> http() {
    return http;
  }

  /**
   * Returns the bytes.
   *
   * @return the body of a POST, or a line without its newline
   */
  public Bytes raw() {
    return raw;
  }

  /**
   * Returns the message.
   *
   * @return its value, a missing node if it is no JSON
   */
  public JsonNode message() {
    return json.orElse(Json.NODES.missingNode());
  }

  /**
   * Returns the method.
   *
   * @return the method, empty if there is none
   */
  public String method() {
    return message().path("method").stringValue("");
  }

  /**
   * Returns the parameters.
   *
   * @return the parameters, or a missing node
   */
  public JsonNode params() {
    return message().path("params");
  }

  /**
   * Returns a member of the metadata.
   *
   * @param key the part of its key behind {@code io.modelcontextprotocol/}
   * @return its value, or a missing node
   */
  public JsonNode meta(String key) {
    return params().path("_meta").path("io.modelcontextprotocol/" + key);
  }

  /**
   * Returns the id.
   *
   * @return the id, or a missing node
   */
  public JsonNode id() {
    return message().path("id");
  }

  /**
   * Tells whether it is a notification, by its method.
   *
   * @return true if it is one, or was meant to be
   */
  public boolean isNotification() {
    return method().startsWith("notifications/");
  }

  /**
   * Tells whether it is a request, by its method.
   *
   * @return true if it is one, or was meant to be
   */
  public boolean isRequest() {
    return !method().isEmpty() && !isNotification();
  }

  /**
   * Tells whether it is a message at all. A request of HTTP without a body, like a GET, is none.
   *
   * @return true if it is one, or was meant to be
   */
  public boolean isMessage() {
    return http.filter(r -> !r.verb().equals("POST") && r.body().isEmpty()).isEmpty();
  }

  /**
   * Tells whether it is a response, by what it has and has not.
   *
   * @return true if it has a result or an error, and no method
   */
  public boolean isResponse() {
    return !message().has("method") && (message().has("result") || message().has("error"));
  }

  /**
   * Tells whether it is a certain request.
   *
   * @param wanted the method
   * @return true if it has that method
   */
  public boolean is(String wanted) {
    return method().equals(wanted);
  }

  /**
   * Returns a header.
   *
   * @param name its name in any spelling
   * @return its value, empty if there is none
   */
  public Optional<String> header(String name) {
    return http.flatMap(request -> request.header(name));
  }

  /**
   * Answers.
   *
   * @param answer the answer; its notifications go first
   */
  public void answer(Answer answer) {
    for (ObjectNode message : answer.events()) {
      way.event(message.deepCopy());
    }
    if (answer.isOpen()) {
      return;
    }
    answered = System.nanoTime();
    outcome = answer.outcome();
    way.finish(answer, answer.message(id()));
  }

  /**
   * Sends a notification that belongs to this request, and leaves the answer open.
   *
   * @param message the notification
   */
  public void event(ObjectNode message) {
    way.event(message);
  }

  /**
   * Returns the result that was sent.
   *
   * @return the result, a missing node if there was none so far
   */
  public JsonNode givenResult() {
    return outcome.map(members -> members.path("result")).orElse(Json.NODES.missingNode());
  }

  /** Breaks the connection off without an answer. */
  public void cut() {
    way.cut();
  }

  /**
   * Waits until the client has closed the connection.
   *
   * @param timeout how long
   * @return false if it has not
   */
  public boolean awaitGone(Duration timeout) {
    try {
      return gone.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Tells whether another message was open when this one came.
   *
   * @param other a message that came before
   * @return true if the other one had no response yet
   */
  public boolean cameWhileOpen(Asked other) {
    return other.answered == 0 || other.answered > arrived;
  }

  void arrived() {
    arrived = System.nanoTime();
  }

  void gone() {
    gone.countDown();
  }
}
