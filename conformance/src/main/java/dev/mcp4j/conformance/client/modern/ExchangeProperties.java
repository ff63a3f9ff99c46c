/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.modern;

import dev.mcp4j.conformance.client.Stage;
import dev.mcp4j.conformance.driver.Client;
import dev.mcp4j.conformance.driver.Done;
import dev.mcp4j.conformance.driver.Pending;
import dev.mcp4j.conformance.driver.Setup;
import dev.mcp4j.conformance.engine.Checks;
import dev.mcp4j.conformance.engine.Feature;
import dev.mcp4j.conformance.engine.Needs;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.json.JsonStyle;
import dev.mcp4j.conformance.script.Answer;
import dev.mcp4j.conformance.script.Asked;
import dev.mcp4j.conformance.script.Script;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Requests of all kinds, and replies in all their forms. */
@Needs(abilities = "tools")
class ExchangeProperties extends ClientGenerators {
  @Property
  @Checks({"base.core-supported", "http.client-reads-both"})
  void everyFormOfAReplyIsUnderstood(
      @ForAll("styles") JsonStyle style,
      @ForAll boolean asStream,
      @ForAll("labels") String text,
      Trial trial) {
    Stage stage = stage(trial);
    stage.script().on("tools/call", asked -> Script.text(text).sent(asStream, style, false));
    Done done = stage.connect().call("echo").await();
    stage.brings(trial.isHttp() ? "http.client-reads-both" : "base.core-supported", done, text);
    trial.expect("base.core-supported", done.isOk(), "success", done.brief());
  }

  @Property
  @Checks("http.header-names-any-case")
  @Needs(Feature.HTTP)
  void namesOfHeadersMayBeWrittenInAnyCase(@ForAll boolean asStream, Trial trial) {
    Stage stage = stage(trial);
    stage
        .script()
        .on("tools/call", asked -> Script.text("text").sent(asStream, JsonStyle.PLAIN, true));
    stage.brings("http.header-names-any-case", stage.connect().call("echo").await(), "text");
  }

  @Property
  @Checks("schema.client-request")
  void argumentsArriveAsTheyWereGiven(
      @ForAll("values") JsonNode value, @ForAll("toolNames") String tool, Trial trial) {
    Stage stage = stage(trial);
    stage.script().tools(Stage.tool(tool, "{\"type\":\"object\"}"));
    ObjectNode arguments = Json.object();
    arguments.set("value", value);
    stage.succeeds("schema.client-request", stage.connect().call(tool, arguments).await());
    for (Asked call : stage.inbox().all("tools/call")) {
      trial.expect(
          "schema.client-request",
          Json.same(call.params().path("arguments"), arguments)
              && call.params().path("name").stringValue("").equals(tool),
          Json.brief(arguments),
          Json.brief(call.params()));
    }
  }

  @Property
  @Checks({"schema.client-request", "meta.request.required-fields", "http.standard-headers"})
  @Needs(abilities = {"discover", "resources", "templates", "prompts", "completion"})
  void everyKindOfRequestIsSound(
      @ForAll("labels") String text, @ForAll("names") String name, Trial trial) {
    Stage stage = stage(trial);
    Client client = stage.connect();
    String uri = "test://" + name;
    List<Pending> commands =
        List.of(
            client.discover(),
            client.list("tools"),
            client.list("resources"),
            client.list("templates"),
            client.list("prompts"),
            client.read(uri),
            client.prompt(name, args("topic", text)),
            client.complete(name, "topic", text));
    for (Pending command : commands) {
      stage.succeeds("schema.client-request", command.await());
    }
    for (String method :
        List.of(
            "server/discover",
            "tools/list",
            "resources/list",
            "resources/templates/list",
            "resources/read",
            "prompts/list",
            "prompts/get",
            "completion/complete")) {
      trial.expect(
          "schema.client-request",
          !stage.inbox().all(method).isEmpty(),
          "the request " + method,
          "none");
    }
  }

  @Provide("names")
  Arbitrary<String> somePlainNames() {
    return names();
  }

  @Property
  @Checks({"request.id.unique-in-flight", "base.core-supported"})
  void repliesFindTheirRequestsInWhateverOrderTheyCome(
      @ForAll @IntRange(min = 2, max = 5) int count, @ForAll int order, Trial trial) {
    Stage stage = stage(trial);
    stage.script().on("tools/call", asked -> Answer.LATER);
    Client client = stage.connect();
    List<Pending> pending = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      pending.add(client.call("echo", args("number", "n" + i)));
    }
    List<Asked> calls =
        new ArrayList<>(stage.inbox().await(a -> a.is("tools/call"), count, stage.patience()));
    trial.expect(
        "base.core-supported", calls.size() == count, count + " calls", calls.size() + " calls");
    Collections.shuffle(calls, new Random(order));
    calls.forEach(call -> call.answer(Script.echo(call)));
    for (int i = 0; i < count; i++) {
      String expected = Json.write(args("number", "n" + i));
      stage.brings("request.id.unique-in-flight", pending.get(i).await(), expected);
    }
  }

  @Property
  @Checks("progress.token-unique")
  @Needs(abilities = "progress")
  void progressTokensOfOpenRequestsDiffer(
      @ForAll @IntRange(min = 2, max = 4) int count, Trial trial) {
    Stage stage = stage(trial);
    stage.script().on("tools/call", asked -> Answer.LATER);
    Client client = stage.connect();
    List<Pending> pending = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      pending.add(client.callWithProgress("echo", Json.object()));
    }
    List<Asked> calls = stage.inbox().await(a -> a.is("tools/call"), count, stage.patience());
    calls.forEach(call -> call.answer(Script.echo(call)));
    pending.forEach(command -> stage.succeeds("progress.token-unique", command.await()));
  }

  @Property
  @Checks("result.type-absent-complete")
  void resultWithoutTypeIsComplete(@ForAll("labels") String text, Trial trial) {
    Stage stage = stage(trial);
    stage.script().on("tools/call", asked -> Answer.result(Script.textContent(text)));
    stage.brings("result.type-absent-complete", stage.connect().call("echo").await(), text);
  }

  @Property
  @Checks("result.type-unknown-invalid")
  void resultOfUnknownTypeIsInvalid(@ForAll("names") String type, Trial trial) {
    Stage stage = stage(trial);
    ObjectNode result = Script.textContent("text").put("resultType", "conformance_" + type);
    stage.script().on("tools/call", asked -> Answer.result(result));
    stage.fails("result.type-unknown-invalid", stage.connect().call("echo").await());
  }

  @Property
  @Checks("error.code.legacy-no-meaning")
  void codeOfTheLegacyRangeMeansNothing(
      @ForAll @IntRange(min = -32019, max = -32000) int code, Trial trial) {
    if (code == -32002) {
      return;
    }
    Stage stage = stage(trial);
    stage.script().on("tools/call", asked -> Answer.error(code, "Something"));
    stage.fails("error.code.legacy-no-meaning", stage.connect().call("echo").await());
    List<Asked> calls = stage.inbox().all("tools/call");
    trial.expect(
        "error.code.legacy-no-meaning",
        calls.size() == 1 && stage.inbox().all("initialize").isEmpty(),
        "no other request because of the code",
        calls.size() + " calls, " + stage.inbox().all("initialize").size() + " handshakes");
  }

  @Property
  @Checks("error.code.accept-retired")
  @Needs(abilities = "resources")
  void oldCodeForNotFoundIsAnError(@ForAll("names") String name, Trial trial) {
    Stage stage = stage(trial);
    stage.script().on("resources/read", asked -> Answer.error(-32002, "Resource not found"));
    stage.fails("error.code.accept-retired", stage.connect().read("test://" + name).await());
  }

  @Property
  @Checks("meta.no-assumptions")
  void unknownReservedMetadataDoesNoHarm(
      @ForAll("reserved") String key, @ForAll("values") JsonNode value, Trial trial) {
    Stage stage = stage(trial);
    ObjectNode result = Script.textContent("text");
    result.putObject("_meta").set(key, value);
    stage.script().on("tools/call", asked -> Answer.complete(result));
    stage.brings("meta.no-assumptions", stage.connect().call("echo").await(), "text");
  }

  @Provide
  Arbitrary<String> reserved() {
    return Arbitraries.of(
        "io.modelcontextprotocol/unheard-of",
        "dev.mcp/anything",
        "org.modelcontextprotocol.api/x",
        "com.mcp.tools/y");
  }

  @Property
  @Checks("meta.trace-format")
  @Needs(abilities = "trace")
  void traceContextIsPassedOn(@ForAll long trace, @ForAll int span, Trial trial) {
    Stage stage = stage(trial);
    String parent = "00-%016x%016x-%016x-01".formatted(trace, trace ^ 0x5a5aL, span | 1L);
    stage.succeeds(
        "meta.trace-format", stage.connect(new Setup().trace(parent)).call("echo").await());
    for (Asked call : stage.inbox().all("tools/call")) {
      String sent = call.params().path("_meta").path("traceparent").stringValue("");
      trial.expect("meta.trace-format", sent.equals(parent), parent, sent);
    }
  }

  @Property
  @Checks("extension.one-sided")
  @Needs(abilities = "discover")
  void extensionThatOnlyTheServerHasDoesNoHarm(
      @ForAll("names") String name, @ForAll("values") JsonNode setting, Trial trial) {
    Stage stage = stage(trial);
    Script script = stage.script();
    script.on(
        "server/discover",
        asked -> {
          ObjectNode result =
              (ObjectNode) script.discovery().outcome().orElseThrow().path("result");
          ObjectNode capabilities = (ObjectNode) result.path("capabilities");
          ObjectNode settings = Json.object();
          settings.set("setting", setting);
          capabilities
              .putObject("extensions")
              .set("com.example/" + name.replace('_', 'x'), settings);
          return Answer.result(result);
        });
    Client client = stage.connect();
    stage.succeeds("extension.one-sided", client.discover().await());
    stage.brings("extension.one-sided", client.call("echo").await(), "{}");
  }

  @Property
  @Checks({"identity.no-behaviour", "discover.server-info-no-behaviour"})
  @Needs(abilities = "discover")
  void nameOfTheServerChangesNothing(@ForAll("serverNames") String name, Trial trial) {
    List<String> usual = play(trial, "conformance-script");
    List<String> named = play(trial, name);
    for (String requirement :
        List.of("identity.no-behaviour", "discover.server-info-no-behaviour")) {
      trial.expect(requirement, named.equals(usual), usual.toString(), named.toString());
    }
  }

  @Provide
  Arbitrary<String> serverNames() {
    Arbitrary<String> known =
        Arbitraries.of("github-mcp-server", "example-servers/everything", "filesystem", "mcp4j");
    return Arbitraries.oneOf(known, texts().ofMinLength(1).ofMaxLength(20));
  }

  private static List<String> play(Trial trial, String name) {
    Stage stage = stage(trial);
    stage.script().serverName(name);
    Client client = stage.connect();
    stage.succeeds("identity.no-behaviour", client.discover().await());
    stage.succeeds("identity.no-behaviour", client.call("echo").await());
    stage.succeeds("identity.no-behaviour", client.list("tools").await());
    return stage.inbox().all().stream().map(ExchangeProperties::withoutNumbers).toList();
  }

  private static String withoutNumbers(Asked asked) {
    ObjectNode params =
        asked.params().isObject() ? (ObjectNode) asked.params().deepCopy() : Json.object();
    params.remove("_meta");
    return asked.method() + " " + Json.write(params);
  }

  @Property
  @Checks("version.client-retries")
  void refusalWithoutACommonVersionIsTold(@ForAll("unknownVersions") String version, Trial trial) {
    Stage stage = stage(trial);
    ObjectNode data = Json.object().put("requested", Script.VERSION);
    data.putArray("supported").add(version);
    Answer refusal = Answer.error(-32022, "Unsupported protocol version").data(data).status(400);
    for (String method : List.of("tools/call", "tools/list", "server/discover")) {
      stage.script().on(method, asked -> refusal);
    }
    stage.fails("version.client-retries", stage.connect().call("echo").await());
  }

  @Property
  @Checks("tool.name-case")
  void namesThatDifferInCaseAreDifferent(@ForAll boolean upper, Trial trial) {
    Stage stage = stage(trial);
    String schema = "{\"type\":\"object\"}";
    stage.script().tools(Stage.tool("Search", schema), Stage.tool("search", schema));
    Client client = stage.connect();
    JsonNode listed = stage.succeeds("tool.name-case", client.list("tools").await());
    trial.expect("tool.name-case", listed.size() == 2, "two tools", Json.brief(listed));
    String wanted = upper ? "Search" : "search";
    stage.succeeds("tool.name-case", client.call(wanted).await());
    String called = stage.inbox().all("tools/call").get(0).params().path("name").stringValue("");
    trial.expect("tool.name-case", called.equals(wanted), wanted, called);
  }

  @Property
  @Checks("capability.respected")
  @Needs(
      value = Feature.HTTP,
      abilities = {"discover", "completion"})
  void missingFeatureIsAnErrorAndNoMore(Trial trial) {
    Stage stage = stage(trial);
    stage.script().without("completion/complete");
    Client client = stage.connect();
    stage.fails("capability.respected", client.complete("greet", "topic", "t").await());
    stage.brings("capability.respected", client.call("echo").await(), "{}");
  }

  @Property
  @Checks("completion.client-partial")
  @Needs(abilities = "completion")
  void completionWithoutCountIsUnderstood(
      @ForAll boolean total, @ForAll boolean more, Trial trial) {
    Stage stage = stage(trial);
    ObjectNode result = Json.object();
    ObjectNode completion = result.putObject("completion");
    completion.putArray("values");
    if (total) {
      completion.put("total", 7);
    }
    if (more) {
      completion.put("hasMore", true);
    }
    stage.script().on("completion/complete", asked -> Answer.complete(result));
    stage.succeeds(
        "completion.client-partial", stage.connect().complete("greet", "topic", "t").await());
  }
}
