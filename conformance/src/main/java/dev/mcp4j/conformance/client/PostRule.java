/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client;

import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.script.Asked;
import dev.mcp4j.conformance.wire.IncomingRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Over HTTP, each message is a POST of its own that accepts both kinds of reply. */
public final class PostRule implements ClientRule {
  /** Makes the rule. */
  public PostRule() {}

  @Override
  public Set<String> checks() {
    return Set.of(
        "http.message-per-post",
        "http.client-posts",
        "http.client-accept",
        "http.single-message-body");
  }

  @Override
  public void look(Trial trial, Stage stage, List<Asked> all) {
    all.stream()
        .filter(Asked::isMessage)
        .forEach(asked -> asked.http().ifPresent(request -> look(trial, asked, request)));
  }

  private static void look(Trial trial, Asked asked, IncomingRequest request) {
    boolean post = request.verb().equals("POST");
    trial.observe("http.client-posts", post, "the verb POST", request.verb());
    boolean one = !asked.message().isArray();
    String shown = Json.brief(asked.message());
    trial.observe("http.message-per-post", one, "a POST for each message", shown);
    trial.observe("http.single-message-body", one, "one request or notification", shown);
    String accept =
        request.headers().stream()
            .filter(header -> header.name().equalsIgnoreCase("Accept"))
            .map(header -> header.value().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(","));
    List<String> types = Stream.of(accept.split(",")).map(PostRule::type).toList();
    trial.observe(
        "http.client-accept",
        types.containsAll(List.of("application/json", "text/event-stream")),
        "an Accept header with application/json and text/event-stream",
        accept);
  }

  private static String type(String range) {
    int end = range.indexOf(';');
    return (end < 0 ? range : range.substring(0, end)).strip();
  }
}
