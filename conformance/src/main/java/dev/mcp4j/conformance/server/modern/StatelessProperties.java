/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.modern;

import dev.mcp4j.conformance.engine.Checks;
import dev.mcp4j.conformance.engine.Feature;
import dev.mcp4j.conformance.engine.Needs;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.Ask;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.rules.Generators;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;

/** Nothing is carried over from one request to the next. */
class StatelessProperties extends Generators {
  private static final String EVERYTHING =
      """
      {"elicitation":{"form":{},"url":{}},"sampling":{"tools":{},"context":{}},"roots":{}}
      """;

  @Property
  @Checks("stateless.no-prior-context")
  void metadataOfEarlierRequestsDoesNotCount(@ForAll("earlier") List<String> methods, Trial trial) {
    List<Ask> asks = new ArrayList<>();
    methods.forEach(method -> asks.add(trial.ask(method).capabilities(EVERYTHING)));
    asks.add(trial.ask("server/discover").withoutMeta(Ask.CAPABILITIES));
    Reply last = last(asks, trial);
    trial.expect("stateless.no-prior-context", last).error(-32602);
  }

  @Property
  @Checks({"stateless.no-prior-context", "capability.not-inferred", "capability.missing-error"})
  @Needs(tools = "test_missing_capability")
  void capabilitiesOfEarlierRequestsDoNotCount(
      @ForAll("earlier") List<String> methods, Trial trial) {
    List<Ask> asks = new ArrayList<>();
    methods.forEach(method -> asks.add(trial.ask(method).capabilities(EVERYTHING)));
    asks.add(trial.call("test_missing_capability").capabilities("{}"));
    Reply last = last(asks, trial);
    boolean asked = last.result().path("resultType").stringValue("").equals("input_required");
    trial.expect("capability.not-inferred", last).is(!asked, "no question to the client");
    trial.expect("stateless.no-prior-context", last).error(-32021);
  }

  @Provide
  Arbitrary<List<String>> earlier() {
    return Arbitraries.of("server/discover", "tools/list", "resources/list", "prompts/list")
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  @Property
  @Checks({"tool.list-not-per-connection", "tool.list-answered", "tool.list-order"})
  @Needs(Feature.TOOLS)
  void listOfToolsIsTheSameForEveryConnection(
      @ForAll("earlier") List<String> methods, @ForAll("clientNames") String name, Trial trial) {
    List<String> before = names(trial, "tools/list", "tools", "name", "tool.list-answered");
    List<String> after = after(methods, name, trial, "tools/list", "tools", "name");
    sameItems("tool.list-not-per-connection", before, after, trial);
    trial.expect("tool.list-order", before.equals(after), "the order " + before, "" + after);
  }

  @Property
  @Checks({"prompt.list-not-per-connection", "prompt.list-answered"})
  @Needs(Feature.PROMPTS)
  void listOfPromptsIsTheSameForEveryConnection(
      @ForAll("earlier") List<String> methods, @ForAll("clientNames") String name, Trial trial) {
    List<String> before = names(trial, "prompts/list", "prompts", "name", "prompt.list-answered");
    List<String> after = after(methods, name, trial, "prompts/list", "prompts", "name");
    sameItems("prompt.list-not-per-connection", before, after, trial);
  }

  @Property
  @Checks({"resource.list-not-per-connection", "resource.list-answered"})
  @Needs(Feature.RESOURCES)
  void listOfResourcesIsTheSameForEveryConnection(
      @ForAll("earlier") List<String> methods, @ForAll("clientNames") String name, Trial trial) {
    List<String> before =
        names(trial, "resources/list", "resources", "uri", "resource.list-answered");
    List<String> after = after(methods, name, trial, "resources/list", "resources", "uri");
    sameItems("resource.list-not-per-connection", before, after, trial);
  }

  @Provide
  Arbitrary<String> clientNames() {
    return names();
  }

  /** What the list has after other requests, on the same connection where there are several. */
  private static List<String> after(
      List<String> methods, String name, Trial trial, String list, String member, String key) {
    JsonNode info = Json.object().put("name", name).put("version", "7");
    List<Ask> asks = new ArrayList<>();
    methods.forEach(method -> asks.add(trial.ask(method).capabilities(EVERYTHING)));
    asks.add(trial.ask(list).meta(Ask.CLIENT_INFO, info));
    return items(last(asks, trial).result(), member, key);
  }

  private static List<String> names(
      Trial trial, String list, String member, String key, String requirement) {
    Reply reply = trial.send(trial.ask(list));
    return items(trial.expect(requirement, reply).complete(), member, key);
  }

  private static List<String> items(JsonNode result, String member, String key) {
    return result.path(member).valueStream().map(item -> item.path(key).stringValue("")).toList();
  }

  private static void sameItems(
      String requirement, List<String> before, List<String> after, Trial trial) {
    trial.expect(
        requirement,
        List.copyOf(before).stream().sorted().toList().equals(after.stream().sorted().toList()),
        "the same items: " + before,
        String.valueOf(after));
  }

  private static Reply last(List<Ask> asks, Trial trial) {
    List<Reply> replies =
        trial.isHttp()
            ? trial.http().sendOnOneConnection(asks)
            : asks.stream().map(trial.server()::send).toList();
    replies.forEach(trial::seen);
    return replies.get(replies.size() - 1);
  }
}
