/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.legacy;

import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.Ask;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.wire.EventParser;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What was seen in one conversation so far, for rules that compare exchanges. */
final class SessionState {
  private final Set<Object> looked = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<String, Asked> requests = new HashMap<>();
  private final Set<String> eventIds = new HashSet<>();
  private final Set<String> elicitations = new HashSet<>();
  private final Set<String> tokens = new HashSet<>();
  private final Set<String> subscriptions = new HashSet<>();
  private final List<Reply> unseen = new ArrayList<>();
  private boolean ready;
  private boolean resumed;

  /** Keeps a reply that no property has in its hands, until somebody looks at it. */
  void unseen(Reply reply) {
    unseen.add(reply);
  }

  List<Reply> takeUnseen() {
    List<Reply> taken = List.copyOf(unseen);
    unseen.clear();
    return taken;
  }

  void ready() {
    ready = true;
  }

  boolean isReady() {
    return ready;
  }

  /** Whether a message is seen for the first time; streams may be looked at several times. */
  boolean isNew(Reply.Message message) {
    return looked.add(message);
  }

  boolean isNew(EventParser.Event event) {
    return looked.add(event);
  }

  /** Notes the id of an event; false if it was used before. */
  boolean isUnused(String eventId) {
    return eventIds.add(eventId);
  }

  /**
   * A request of the server.
   *
   * @param request the request
   * @param stream on the stream of which request of the client it came
   */
  record Asked(JsonNode request, Ask stream) {}

  /** Notes a request of the server; gives the one that had its id before, if there is one. */
  Optional<Asked> asked(JsonNode request, Ask stream) {
    String id = Json.write(request.path("id"));
    return Optional.ofNullable(requests.putIfAbsent(id, new Asked(request, stream)));
  }

  boolean hasAsked(JsonNode id) {
    return requests.containsKey(Json.write(id));
  }

  /** Notes the progress token of a request of the server; false if it was used before. */
  boolean isUnusedToken(JsonNode token) {
    return tokens.add(Json.write(token));
  }

  void elicited(JsonNode id) {
    elicitations.add(Json.write(id));
  }

  boolean hasElicited(JsonNode id) {
    return elicitations.contains(Json.write(id));
  }

  void subscribed(String uri) {
    subscriptions.add(uri);
  }

  /** Whether the client ever watched a resource, or one that it is part of. */
  boolean isSubscribed(String uri) {
    return subscriptions.stream().anyMatch(uri::startsWith);
  }

  /** Whether any stream was resumed, so that messages may have come twice. */
  boolean isResumed() {
    return resumed;
  }

  void resumed() {
    resumed = true;
  }

  /** Puts the parts of one stream together. */
  Reply joined(Ask ask, Reply first, Reply more) {
    resumed = true;
    List<Reply.Message> messages = new ArrayList<>(first.messages());
    messages.addAll(more.messages());
    List<EventParser.Event> events = new ArrayList<>(first.events());
    events.addAll(more.events());
    return new Reply(ask, first.head(), messages, more.ending(), more.trouble(), events);
  }
}
