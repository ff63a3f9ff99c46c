/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

import dev.mcp4j.conformance.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Faults of the streams of servers with a handshake: events, replays, what comes on a GET. */
final class ListenFaults {
  private static final String PROGRESS = "notifications/progress";
  private static final String UPDATED = "notifications/resources/updated";
  private static final String LAST_EVENT = "Last-Event-ID";

  private ListenFaults() {}

  static List<Fault> all() {
    return Stream.of(events(), replays(), gets(), changes()).flatMap(List::stream).toList();
  }

  private static List<Fault> events() {
    return List.of(
        Fault.block(
                "streams do not begin with an id",
                "http.stream.primed",
                (request, event) -> event.isPriming() ? List.of() : List.of(event))
            .in("Progress.progress"),
        Fault.block(
            "the server hangs up without a time to come back",
            "http.stream.retry-sent",
            (request, event) ->
                event.data().isEmpty() && event.id().isEmpty()
                    ? List.of()
                    : List.of(event.without("retry"))),
        Fault.block(
                "ids of events begin anew with each stream", "http.event-id.unique", renumbered())
            .in("Listen.whatBelongs"),
        Fault.end(
                "the response comes twice",
                "http.stream.ends-with-response",
                (request, event) ->
                    request.message().has("id")
                        ? List.of(Json.write(ProxyReply.result(request, "{}").message()))
                        : List.of())
            .in("Utility.stream"),
        Fault.end(
                "progress goes on after the response",
                "progress.stops",
                (request, event) -> StreamFaults.progressOf(request))
            .in("Progress.progress"),
        StreamFaults.events(
                PROGRESS,
                "progress stands still",
                "progress.increases",
                params -> params.put("progress", 1))
            .in("Progress.progress"),
        StreamFaults.events(
                PROGRESS,
                "progress has another token",
                "progress.known-token",
                params -> params.put("progressToken", "another"))
            .in("Progress.progress"),
        StreamFaults.events(
                PROGRESS,
                "progress is a text",
                "schema.progress",
                params -> params.put("progress", "half"))
            .in("Progress.progress"),
        StreamFaults.before(
                PROGRESS,
                "changes are told on the stream of another request",
                "http.stream.related-only",
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/tools/list_changed\"}")
            .in("Progress.progress"),
        StreamFaults.before(
                PROGRESS,
                "the server cancels what it did not ask",
                "cancel.known-request",
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":"
                    + "{\"requestId\":1}}")
            .in("Progress.progress"),
        StreamFaults.before(
                PROGRESS,
                "a notification has an id",
                "notification.no-id",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"notifications/message\",\"params\":"
                    + "{\"level\":\"error\",\"data\":1}}")
            .in("Progress.progress"),
        StreamFaults.events(
                "notifications/message",
                "log messages have no data",
                "schema.log-message",
                params -> params.remove("data"))
            .in("Utility.logMessages"),
        Fault.end(
            "cancelled requests are answered",
            "cancel.no-response",
            (request, event) ->
                request.isCallOf("conformance_wait")
                    ? List.of(Json.write(ProxyReply.result(request, "{\"content\":[]}").message()))
                    : List.of()));
  }

  private static Fault.BlockSpoiler renumbered() {
    Map<ProxyRequest, Integer> numbers = new ConcurrentHashMap<>();
    return (request, event) ->
        List.of(event.with("id", "event-" + numbers.merge(request, 1, Integer::sum)));
  }

  private static List<Fault> replays() {
    List<ProxyEvent> others = new CopyOnWriteArrayList<>();
    Map<String, String> owners = new ConcurrentHashMap<>();
    return List.of(
        Fault.block(
                "events of other streams are replayed",
                "http.resume.own-stream-only",
                (request, event) -> {
                  if (!request.hasHeader(LAST_EVENT)) {
                    if (event.data().contains(PROGRESS)) {
                      others.add(event);
                    }
                    return List.of(event);
                  }
                  List<ProxyEvent> all = new ArrayList<>(others);
                  others.clear();
                  all.add(event);
                  return all;
                })
            .in("Resumption.resumed"),
        Fault.block(
                "events of other sessions are replayed",
                "http.resume.own-stream-only",
                (request, event) -> {
                  owners.put(event.id(), request.header("Mcp-Session-Id"));
                  return List.of(event);
                })
            .from(
                request -> {
                  String owner = owners.get(request.header(LAST_EVENT));
                  if (owner != null) {
                    request.setHeader("Mcp-Session-Id", owner);
                  }
                  return Optional.empty();
                })
            .in("Resumption.eventsOf"),
        Fault.block(
                "the response is not among what is replayed",
                "http.stream.has-response",
                (request, event) ->
                    request.hasHeader(LAST_EVENT) && event.data().contains("\"result\"")
                        ? List.of(new ProxyEvent(event.fields(), ""))
                        : List.of(event))
            .in("Resumption.streamThat"));
  }

  private static List<Fault> gets() {
    return List.of(
        onGet(
            "responses come on the stream of a GET",
            "http.get.no-responses",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}"),
        onGet(
            "progress comes on the stream of a GET",
            "http.get.unrelated",
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":"
                + "{\"progressToken\":\"a\",\"progress\":1}}"),
        onGet(
            "questions of calls come on the stream of a GET",
            "http.get.unrelated",
            "{\"jsonrpc\":\"2.0\",\"id\":\"q\",\"method\":\"roots/list\"}"),
        onGet(
                "the server asks before the client is ready",
                "lifecycle.server-waits",
                "{\"jsonrpc\":\"2.0\",\"id\":\"early\",\"method\":\"roots/list\"}")
            .in("Handshake.serverAsks"),
        onGet(
                "what one client did at a URL is told to all",
                "elicit.complete-to-initiator",
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/elicitation/complete\","
                    + "\"params\":{\"elicitationId\":\"of another\"}}")
            .in("Question.completion"),
        StreamFaults.events(
                "notifications/elicitation/complete",
                "completions have no id",
                "elicit.complete-id",
                params -> params.remove("elicitationId"))
            .in("Question.completion"));
  }

  /** Sends a message at the beginning of the stream of each GET. */
  private static Fault onGet(String name, String requirement, String message) {
    return Fault.block(
        name,
        requirement,
        (request, event) ->
            request.verb.equals("GET") && event.isPriming()
                ? List.of(event, ProxyEvent.of(message))
                : List.of(event));
  }

  private static List<Fault> changes() {
    return List.of(
        StreamFaults.silent(
            "notifications/tools/list_changed",
            "changes of tools are not told",
            "tool.list-changed"),
        StreamFaults.silent(
            "notifications/prompts/list_changed",
            "changes of prompts are not told",
            "prompt.list-changed"),
        StreamFaults.silent(
            "notifications/resources/list_changed",
            "changes of resources are not told",
            "resource.list-changed"),
        StreamFaults.silent(UPDATED, "updates are not told", "capability.respected")
            .in("Change.updatesCome"),
        StreamFaults.events(
                UPDATED,
                "updates do not say of what",
                "schema.change-notification",
                params -> params.remove("uri"))
            .in("Change.updatesCome"),
        Fault.request(
                "nobody can unsubscribe",
                "resource.updated-only-subscribed",
                request ->
                    request.method().equals("resources/unsubscribe")
                        ? Optional.of(ProxyReply.result(request, "{}"))
                        : Optional.empty())
            .in("Change.updatesCome"),
        Fault.event(
            "updates come twice",
            "http.no-broadcast",
            (request, event) -> event.contains(UPDATED) ? List.of(event, event) : List.of(event)),
        leaked());
  }

  private static Fault leaked() {
    return Fault.block(
            "updates go to all sessions",
            "resource.updated-only-subscribed",
            (request, event) -> {
              ObjectNode params = Json.object().put("uri", "test://watched-resource");
              ObjectNode update = Json.object().put("jsonrpc", "2.0").put("method", UPDATED);
              update.set("params", params);
              return request.verb.equals("GET") && event.isPriming()
                  ? List.of(event, ProxyEvent.of(Json.write(update)))
                  : List.of(event);
            })
        .in("Change.updatesAre");
  }
}
