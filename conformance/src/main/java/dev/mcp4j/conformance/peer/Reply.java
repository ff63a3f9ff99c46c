/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.peer;

import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.wire.Bytes;
import dev.mcp4j.conformance.wire.EventParser;
import dev.mcp4j.conformance.wire.HttpHead;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What came back.
 *
 * @param ask what was sent
 * @param head the head of the HTTP response, empty on stdio and if none came
 * @param messages what was received, in order
 * @param ending how it ended
 * @param trouble what went wrong on the wire, empty if nothing did
 * @param events the events of a stream over HTTP in order, those without a message too
 */
public record Reply(
    Ask ask,
    Optional<HttpHead> head,
    List<Message> messages,
    Ending ending,
    String trouble,
    List<EventParser.Event> events) {
  /** How receiving ended. */
  public enum Ending {
    /** The response came, and over HTTP its body ended. */
    COMPLETE,
    /** The response came, but the stream stays open. */
    STILL_OPEN,
    /** The body ended without a response. */
    NO_RESPONSE,
    /** Nothing more came in time. */
    TIMED_OUT,
    /** The connection broke. */
    BROKEN
  }

  /**
   * Something that was received as one message.
   *
   * @param raw its bytes
   * @param json its value, empty if it is no JSON
   */
  public record Message(Bytes raw, Optional<JsonNode> json) {
    static Message of(Bytes raw) {
      return new Message(raw, Json.read(raw));
    }

    /**
     * Returns the method.
     *
     * @return the method, empty if it is a response or no message
     */
    public String method() {
      return node().path("method").stringValue("");
    }

    /**
     * Returns the value.
     *
     * @return the value, or a missing node
     */
    public JsonNode node() {
      return json.orElse(Json.NODES.missingNode());
    }

    /**
     * Tells whether it is a response.
     *
     * @return true for an object without a method
     */
    public boolean isResponse() {
      return node().isObject() && !node().has("method");
    }

    /**
     * Tells whether it is a request.
     *
     * @return true for an object with a method and an id
     */
    public boolean isRequest() {
      return node().has("method") && node().has("id");
    }
  }

  /** Copies the messages and the events. */
  public Reply {
    messages = List.copyOf(messages);
    events = List.copyOf(events);
  }

  /**
   * Knows a reply that is no stream of events.
   *
   * @param ask what was sent
   * @param head the head of the HTTP response, empty on stdio and if none came
   * @param messages what was received, in order
   * @param ending how it ended
   * @param trouble what went wrong on the wire, empty if nothing did
   */
  public Reply(
      Ask ask, Optional<HttpHead> head, List<Message> messages, Ending ending, String trouble) {
    this(ask, head, messages, ending, trouble, List.of());
  }

  /**
   * Returns the id of the last event, with which a stream is resumed.
   *
   * @return the id, empty if no event had one
   */
  public Optional<String> lastEventId() {
    return events.stream()
        .flatMap(event -> event.id().stream())
        .filter(id -> !id.isEmpty())
        .reduce((first, second) -> second);
  }

  /**
   * Returns how long the server asked to wait before coming back.
   *
   * @return milliseconds, empty if it did not say
   */
  public Optional<Long> retry() {
    return events.stream()
        .flatMap(event -> event.retry().stream())
        .reduce((first, second) -> second);
  }

  /**
   * Returns the status of HTTP.
   *
   * @return the status, 0 if there is none
   */
  public int status() {
    return head.map(HttpHead::status).orElse(0);
  }

  /**
   * Returns the response.
   *
   * @return the first message that is one
   */
  public Optional<Message> response() {
    return messages.stream().filter(Message::isResponse).findFirst();
  }

  /**
   * Returns the result.
   *
   * @return the result, or a missing node
   */
  public JsonNode result() {
    return response().map(Message::node).orElse(Json.NODES.missingNode()).path("result");
  }

  /**
   * Returns the error.
   *
   * @return the error object, or a missing node
   */
  public JsonNode error() {
    return response().map(Message::node).orElse(Json.NODES.missingNode()).path("error");
  }

  /**
   * Returns the code of the error.
   *
   * @return the code, empty if there is no error or its code is no integer
   */
  public Optional<Integer> code() {
    JsonNode code = error().path("code");
    return code.isIntegralNumber() && code.canConvertToInt()
        ? Optional.of(code.intValue())
        : Optional.empty();
  }

  /**
   * Returns what came besides the response.
   *
   * @return the messages with a method, in order
   */
  public List<Message> notifications() {
    return messages.stream().filter(message -> !message.method().isEmpty()).toList();
  }

  /**
   * Tells whether the reply is a stream of events.
   *
   * @return true over HTTP if the content type says so
   */
  public boolean isStream() {
    return head.map(HttpHead::mediaType).orElse("").equals("text/event-stream");
  }

  private String instead() {
    String type = head.map(HttpHead::mediaType).orElse("");
    return type.isEmpty() || type.equals("application/json") ? "" : ", but " + type;
  }

  /**
   * Says in a few words what came.
   *
   * @return for messages to people
   */
  public String brief() {
    StringBuilder text = new StringBuilder();
    head.ifPresent(h -> text.append("status ").append(h.status()).append(", "));
    boolean foreign = status() >= 400 && result().isMissingNode() && error().isMissingNode();
    if (response().isEmpty() || foreign) {
      text.append(
          switch (ending) {
            case TIMED_OUT -> "no response in time";
            case BROKEN -> "no response: " + trouble;
            default -> "no JSON-RPC response" + instead();
          });
    } else if (error().isMissingNode()) {
      text.append("result ").append(Json.brief(result()));
    } else {
      text.append("error ").append(Json.brief(error()));
    }
    return text.toString();
  }
}
