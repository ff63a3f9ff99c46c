/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.script;

import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.json.JsonStyle;
import dev.mcp4j.conformance.wire.Bytes;
import dev.mcp4j.conformance.wire.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a scripted server answers. Immutable.
 *
 * @param events notifications that go first
 * @param outcome an object with the member {@code result} or {@code error}, if there is one
 * @param foreign a body that is no message, if there is one
 * @param status the status of HTTP
 * @param asStream whether it is a stream of events over HTTP even without notifications
 * @param style how the JSON is written
 * @param oddHeaders whether names of headers are written in an unusual way
 * @param headers headers of HTTP besides the usual ones
 */
public record Answer(
    List<ObjectNode> events,
    Optional<ObjectNode> outcome,
    Optional<Bytes> foreign,
    int status,
    boolean asStream,
    JsonStyle style,
    boolean oddHeaders,
    List<Header> headers) {
  /** No answer for now. */
  public static final Answer LATER = of(Optional.empty(), 200);

  /**
   * Copies the events.
   *
   * @param events notifications that go first
   * @param outcome an object with the member {@code result} or {@code error}, if there is one
   * @param foreign a body that is no message, if there is one
   * @param status the status of HTTP
   * @param asStream whether it is a stream of events over HTTP even without notifications
   * @param style how the JSON is written
   * @param oddHeaders whether names of headers are written in an unusual way
   * @param headers headers of HTTP besides the usual ones
   */
  public Answer {
    headers = List.copyOf(headers);
    events = List.copyOf(events);
  }

  private static Answer of(Optional<ObjectNode> outcome, int status) {
    return new Answer(
        List.of(), outcome, Optional.empty(), status, false, JsonStyle.PLAIN, false, List.of());
  }

  /**
   * Makes a result.
   *
   * @param result the whole result
   * @return the answer
   */
  public static Answer result(JsonNode result) {
    ObjectNode outcome = Json.object();
    outcome.set("result", result);
    return of(Optional.of(outcome), 200);
  }

  /**
   * Makes a complete result.
   *
   * @param members the other members
   * @return the answer
   */
  public static Answer complete(ObjectNode members) {
    ObjectNode result = Json.object().put("resultType", "complete");
    result.setAll(members);
    return result(result);
  }

  /**
   * Makes an error.
   *
   * @param code its code
   * @param message its message
   * @return the answer, with the status 200
   */
  public static Answer error(int code, String message) {
    ObjectNode outcome = Json.object();
    outcome.putObject("error").put("code", code).put("message", message);
    return of(Optional.of(outcome), 200);
  }

  /**
   * Makes an answer of HTTP that is no message.
   *
   * @param status the status
   * @param body the body, as plain text
   * @return the answer
   */
  public static Answer foreign(int status, String body) {
    return new Answer(
        List.of(),
        Optional.empty(),
        Optional.of(Bytes.utf8(body)),
        status,
        false,
        JsonStyle.PLAIN,
        false,
        List.of());
  }

  /**
   * Adds data to an error.
   *
   * @param data the data
   * @return the changed answer
   */
  public Answer data(JsonNode data) {
    ObjectNode changed = outcome.orElseThrow().deepCopy();
    ((ObjectNode) changed.path("error")).set("data", data);
    return new Answer(
        events, Optional.of(changed), foreign, status, asStream, style, oddHeaders, headers);
  }

  /**
   * Changes the status.
   *
   * @param status the status of HTTP
   * @return the changed answer
   */
  public Answer status(int status) {
    return new Answer(events, outcome, foreign, status, asStream, style, oddHeaders, headers);
  }

  /**
   * Puts a notification before the response.
   *
   * @param event the notification
   * @return the changed answer
   */
  public Answer after(ObjectNode event) {
    List<ObjectNode> more = new ArrayList<>(events);
    more.add(event);
    return new Answer(more, outcome, foreign, status, asStream, style, oddHeaders, headers);
  }

  /**
   * Changes how it is sent.
   *
   * @param asStream whether it is a stream of events over HTTP
   * @param style how the JSON is written
   * @param oddHeaders whether names of headers are written in an unusual way
   * @return the changed answer
   */
  public Answer sent(boolean asStream, JsonStyle style, boolean oddHeaders) {
    return new Answer(events, outcome, foreign, status, asStream, style, oddHeaders, headers);
  }

  /**
   * Adds a header of HTTP.
   *
   * @param name its name
   * @param value its value
   * @return the changed answer
   */
  public Answer header(String name, String value) {
    return new Answer(
        events,
        outcome,
        foreign,
        status,
        asStream,
        style,
        oddHeaders,
        List.of(new Header(name, value)));
  }

  /** The same without what revisions before 2026-07-28 do not have. */
  Answer legacy() {
    outcome
        .map(members -> members.path("result"))
        .filter(JsonNode::isObject)
        .ifPresent(
            result -> ((ObjectNode) result).remove(List.of("resultType", "ttlMs", "cacheScope")));
    return this;
  }

  boolean isOpen() {
    return outcome.isEmpty() && foreign.isEmpty();
  }

  Optional<ObjectNode> message(JsonNode id) {
    return outcome.map(
        members -> {
          ObjectNode message = Json.object().put("jsonrpc", "2.0");
          if (!id.isMissingNode()) {
            message.set("id", id);
          }
          message.setAll(members);
          return message;
        });
  }
}
