/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.legacy;

import dev.mcp4j.conformance.client.Pages;
import dev.mcp4j.conformance.client.Stage;
import dev.mcp4j.conformance.driver.Client;
import dev.mcp4j.conformance.driver.Done;
import dev.mcp4j.conformance.driver.Pending;
import dev.mcp4j.conformance.driver.Setup;
import dev.mcp4j.conformance.engine.Checks;
import dev.mcp4j.conformance.engine.Feature;
import dev.mcp4j.conformance.engine.Needs;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.engine.Tries;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.json.JsonStyle;
import dev.mcp4j.conformance.script.Answer;
import dev.mcp4j.conformance.script.Asked;
import dev.mcp4j.conformance.script.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Handshakes, requests and replies of revision 2025-11-25. */
@Needs(abilities = {"legacy", "tools"})
class LegacyExchangeProperties extends LegacyGenerators {
  @Property
  @Checks({"base.core-supported", "http.client-reads-both", "lifecycle.initialize-first"})
  void everyFormOfAReplyIsUnderstood(
      @ForAll("styles") JsonStyle style,
      @ForAll boolean asStream,
      @ForAll("plain") String text,
      Trial trial) {
    Stage stage = stage(trial);
    stage.script().on("tools/call", asked -> Script.text(text).sent(asStream, style, false));
    Done done = connect(stage).call("echo").await();
    stage.brings(trial.isHttp() ? "http.client-reads-both" : "base.core-supported", done, text);
    trial.expect("base.core-supported", done.isOk(), "success", done.brief());
  }

  @Property
  @Checks("base.core-supported")
  @Needs(abilities = {"resources", "templates", "prompts", "completion"})
  void everyKindOfRequestIsSound(@ForAll("plain") String name, Trial trial) {
    Stage stage = stage(trial);
    Client client = connect(stage);
    for (Pending command :
        List.of(
            client.list("tools"),
            client.list("resources"),
            client.list("templates"),
            client.list("prompts"),
            client.read("test://" + name),
            client.prompt(name, Json.object().put("topic", name)),
            client.complete(name, "topic", name))) {
      stage.succeeds("base.core-supported", command.await());
    }
  }

  @Property
  @Checks({"request.id.unused-in-session", "progress.token-unique"})
  @Needs(abilities = "progress")
  void requestsInFlightAreToldApart(@ForAll @IntRange(min = 2, max = 4) int count, Trial trial) {
    Stage stage = stage(trial);
    stage.script().on("tools/call", asked -> Answer.LATER);
    Client client = connect(stage);
    List<Pending> pending = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      pending.add(client.callWithProgress("echo", Json.object().put("number", i)));
    }
    List<Asked> calls = stage.inbox().await(a -> a.is("tools/call"), count, stage.patience());
    calls.forEach(call -> call.answer(Script.echo(call)));
    for (int i = 0; i < count; i++) {
      String expected = Json.write(Json.object().put("number", i));
      stage.brings("request.id.unused-in-session", pending.get(i).await(), expected);
    }
  }

  @Property
  @Checks("meta.no-assumptions")
  void unknownReservedMetadataDoesNoHarm(@ForAll("values") JsonNode value, Trial trial) {
    Stage stage = stage(trial);
    ObjectNode result = Script.textContent("text");
    result.putObject("_meta").set("io.modelcontextprotocol/unheard-of", value);
    stage.script().on("tools/call", asked -> Answer.result(result));
    stage.brings("meta.no-assumptions", connect(stage).call("echo").await(), "text");
  }

  @Property
  @Tries(8)
  @Checks({"page.end-without-cursor", "page.both-flows", "page.no-fixed-size"})
  void listsEndWithTheirLastPage(@ForAll("pages") Pages pages, Trial trial) {
    pages.follow(trial, stage(trial), LegacyGenerators::connect, "tools", "page.no-fixed-size");
  }

  @Property
  @Tries(8)
  @Checks("prompt.client-pages")
  @Needs(abilities = "prompts")
  void allPagesOfPromptsAreFollowed(@ForAll("pages") Pages pages, Trial trial) {
    pages.follow(trial, stage(trial), LegacyGenerators::connect, "prompts", "prompt.client-pages");
  }

  @Provide
  Arbitrary<Pages> pages() {
    return Pages.by(names());
  }

  @Property
  @Checks({"page.no-fixed-size", "page.cursor-opaque"})
  void allPagesAreFollowed(
      @ForAll("plain") String cursor,
      @ForAll @IntRange(max = 3) int first,
      @ForAll @IntRange(max = 3) int second,
      Trial trial) {
    Stage stage = stage(trial);
    String opaque = "{\"at\":\"" + cursor + "\"}==";
    stage
        .script()
        .on(
            "tools/list",
            asked -> {
              boolean later = asked.params().has("cursor");
              List<JsonNode> tools = new ArrayList<>();
              for (int i = 0; i < (later ? second : first); i++) {
                tools.add(Stage.tool((later ? "b" : "a") + i, "{\"type\":\"object\"}"));
              }
              ObjectNode page = Json.object();
              page.set("tools", Json.array(tools));
              return Answer.result(later ? page : page.put("nextCursor", opaque));
            });
    Done done = connect(stage).list("tools").await();
    for (Asked asked : stage.inbox().all("tools/list")) {
      String sent = asked.params().path("cursor").stringValue(opaque);
      trial.expect("page.cursor-opaque", sent.equals(opaque), opaque, sent);
    }
    JsonNode listed = stage.succeeds("page.no-fixed-size", done);
    int all = first + second;
    trial.expect(
        "page.no-fixed-size", listed.size() == all, all + " tools", listed.size() + " tools");
  }

  @Property
  @Tries(3)
  @Checks({
    "lifecycle.client-must-disconnect",
    "lifecycle.client-disconnects",
    "lifecycle.errors-expected"
  })
  void versionThatTheClientDoesNotSpeakEndsTheConversation(
      @ForAll("unknownVersions") String version, Trial trial) {
    Stage stage = stage(trial);
    ObjectNode result = Json.object().put("protocolVersion", version);
    result.putObject("capabilities").putObject("tools");
    result.putObject("serverInfo").put("name", "other").put("version", "1");
    stage.script().on("initialize", asked -> Answer.result(result));
    Done done = connect(stage).call("echo").await();
    stage.fails("lifecycle.client-must-disconnect", done);
    stage.fails("lifecycle.errors-expected", done);
    int calls = stage.inbox().all("tools/call").size();
    int announced = stage.inbox().all("notifications/initialized").size();
    trial.expect(
        "lifecycle.client-must-disconnect",
        calls == 0 && announced == 0,
        "nothing more",
        calls + " calls, " + announced + " notifications/initialized");
    trial.expect(
        "lifecycle.client-disconnects", calls == 0, "no call in that session", calls + " calls");
  }

  @Property
  @Tries(3)
  @Checks("http.session.client-restarts")
  @Needs(Feature.HTTP)
  void sessionThatIsGoneIsBegunAnew(@ForAll("plain") String text, Trial trial) {
    Stage stage = stage(trial);
    AtomicBoolean gone = new AtomicBoolean();
    stage
        .script()
        .on(
            "tools/call",
            asked ->
                gone.compareAndSet(true, false) ? Answer.foreign(404, "") : Script.echo(asked));
    Client client = connect(stage);
    stage.succeeds("base.core-supported", client.call("echo").await());
    gone.set(true);
    // Whether the lost call itself is made again is up to the client.
    client.call("echo", Json.object().put("text", text)).await();
    stage.succeeds("http.session.client-restarts", client.call("echo").await());
    int handshakes = stage.inbox().all("initialize").size();
    trial.expect(
        "http.session.client-restarts",
        handshakes == 2,
        "another handshake",
        handshakes + " handshakes");
    List<Asked> all = stage.inbox().all("initialize");
    trial.expect(
        "http.session.client-restarts",
        all.get(all.size() - 1).header("Mcp-Session-Id").isEmpty(),
        "a handshake without the old session",
        "with it");
  }

  @Property
  @Tries(3)
  @Checks({
    "cancel.id-issued",
    "cancel.known-request",
    "cancel.races",
    "cancel.in-flight",
    "cancel.late-response-ignored",
    "http.client-cancels-explicitly"
  })
  @Needs(abilities = "cancel")
  void cancelledCallIsToldToTheServer(@ForAll boolean late, Trial trial) {
    Stage stage = stage(trial);
    Held held = hold(trial, stage, new Setup());
    held.client().cancel(held.pending()).await();
    Optional<Asked> told =
        stage.inbox().await(asked -> asked.is("notifications/cancelled"), stage.patience());
    if (trial.isHttp()) {
      trial.expect(
          "http.client-cancels-explicitly", told.isPresent(), "notifications/cancelled", "nothing");
    }
    JsonNode open = held.call().id();
    JsonNode named =
        told.map(asked -> asked.params().path("requestId")).orElse(Json.NODES.missingNode());
    trial.expect(
        "cancel.in-flight",
        told.isEmpty() || Json.same(named, open),
        "the id " + Json.brief(open),
        Json.brief(named));
    if (late) {
      held.call().answer(Script.text("too late"));
    }
    held.pending().await();
    stage.script().on("tools/call", Script::echo);
    Done next = held.client().call("echo").await();
    stage.brings("cancel.races", next, "{}");
    stage.brings("cancel.late-response-ignored", next, "{}");
  }

  @Property
  @Tries(2)
  @Checks("cancel.not-initialize")
  @Needs(abilities = "timeout")
  void handshakeIsNotCancelled(@ForAll @IntRange(min = 100, max = 300) int millis, Trial trial) {
    Stage stage = stage(trial);
    stage.script().on("initialize", asked -> Answer.LATER);
    connect(stage, new Setup().timeout(Duration.ofMillis(millis))).call("echo").await();
    int told = stage.inbox().all("notifications/cancelled").size();
    trial.expect("cancel.not-initialize", told == 0, "no cancellation", told + "");
  }

  @Property
  @Checks({
    "json-schema.2020-12",
    "json-schema.unsupported-dialect",
    "tool.client-validates-output"
  })
  @Needs(abilities = "output-schema")
  void resultIsJudgedByItsSchema(
      @ForAll boolean good, @ForAll("plain") String dialect, Trial trial) {
    Stage stage = stage(trial);
    ObjectNode value = good ? Json.object("{\"a\":[\"x\",1]}") : Json.object("{\"a\":[1]}");
    ObjectNode result = Script.textContent(Json.write(value));
    result.set("structuredContent", value);
    stage
        .script()
        .on("tools/call", asked -> Answer.result(result))
        .tools(structured(""), structured("https://example.com/dialects/" + dialect));
    Client client = connect(stage);
    Done plain = client.call("structured").await();
    trial.expect(
        "json-schema.2020-12",
        good ? plain.isOk() : plain.isFailed(),
        good ? "success" : "failure",
        plain.brief());
    trial.expect(
        "tool.client-validates-output", good || plain.isFailed(), "failure", plain.brief());
    stage.fails("json-schema.unsupported-dialect", client.call("foreign").await());
  }

  private static ObjectNode structured(String dialect) {
    ObjectNode tool =
        Stage.tool(dialect.isEmpty() ? "structured" : "foreign", "{\"type\":\"object\"}");
    ObjectNode schema =
        Json.object(
            "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"array\",\"prefixItems\":"
                + "[{\"type\":\"string\"},{\"type\":\"integer\"}]}}}");
    if (!dialect.isEmpty()) {
      schema.put("$schema", dialect);
    }
    tool.set("outputSchema", schema);
    return tool;
  }
}
