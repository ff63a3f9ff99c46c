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
import dev.mcp4j.conformance.engine.Needs;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.engine.Tries;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.script.Answer;
import dev.mcp4j.conformance.script.Asked;
import dev.mcp4j.conformance.script.Script;
import dev.mcp4j.conformance.wire.HttpListener;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Questions of a server, and how they are answered. */
@Needs(abilities = {"tools", "elicitation"})
class InputProperties extends ClientGenerators {
  @Property
  @Checks({
    "mrtr.client-fulfils-first",
    "mrtr.state-echoed",
    "mrtr.state-opaque",
    "mrtr.new-id",
    "elicit.mode-absent-is-form",
    "schema.input-response"
  })
  void questionsAreAnsweredAndTheStateGoesBack(
      @ForAll("opaque") String state,
      @ForAll("opaque") String key,
      @ForAll boolean withMode,
      Trial trial) {
    Stage stage = stage(trial);
    ObjectNode form = Questions.form("name", "{\"type\":\"string\"}");
    if (withMode) {
      Questions.params(form).put("mode", "form");
    }
    ObjectNode questions = Json.object();
    questions.set(key, form);
    stage.script().on("tools/call", Questions.once(questions, Optional.of(state)));
    Setup setup = new Setup().handler("elicitation", Questions.accept(args("name", "Ann")));
    Done done = stage.connect(setup).call("echo").await();
    stage.brings(
        withMode ? "mrtr.client-fulfils-first" : "elicit.mode-absent-is-form", done, "answered");
    Asked retry = Questions.retry(trial, stage, "tools/call");
    JsonNode answer = retry.params().path("inputResponses").path(key);
    trial.expect(
        "mrtr.client-fulfils-first",
        answer.path("action").stringValue("").equals("accept"),
        "an answer to the question " + Json.brief(Json.string(key)),
        Json.brief(retry.params()));
    JsonNode echoed = retry.params().path("requestState");
    trial.expect("mrtr.state-echoed", echoed.isString(), "the state " + state, Json.brief(echoed));
    trial.expect(
        "mrtr.state-opaque",
        echoed.stringValue("").equals(state),
        Json.brief(Json.string(state)),
        Json.brief(echoed));
    JsonNode first = stage.inbox().all("tools/call").get(0).id();
    trial.expect(
        "mrtr.new-id", !Json.same(first, retry.id()), "another id", Json.brief(retry.id()));
  }

  @Property
  @Checks({"mrtr.no-state-invented", "mrtr.client-fulfils-first"})
  void noStateIsInvented(@ForAll("names") String key, Trial trial) {
    Stage stage = stage(trial);
    ObjectNode questions = Json.object();
    questions.set(key, Questions.form("name", "{\"type\":\"string\"}"));
    stage.script().on("tools/call", Questions.once(questions, Optional.empty()));
    Setup setup = new Setup().handler("elicitation", Questions.accept(args("name", "Ann")));
    stage.brings(
        "mrtr.client-fulfils-first", stage.connect(setup).call("echo").await(), "answered");
    JsonNode state = Questions.retry(trial, stage, "tools/call").params().path("requestState");
    trial.expect("mrtr.no-state-invented", state.isMissingNode(), "no state", Json.brief(state));
  }

  @Provide("names")
  Arbitrary<String> somePlainNames() {
    return names();
  }

  @Property
  @Checks("mrtr.no-spill")
  void otherRequestsKnowNothingOfTheState(@ForAll("opaque") String state, Trial trial) {
    Stage stage = stage(trial);
    stage
        .script()
        .tools(
            Stage.tool("asking", "{\"type\":\"object\"}"),
            Stage.tool("plain", "{\"type\":\"object\"}"));
    ObjectNode questions = Json.object();
    questions.set("q", Questions.form("name", "{\"type\":\"string\"}"));
    var asking = Questions.once(questions, Optional.of(state));
    stage
        .script()
        .on(
            "tools/call",
            asked ->
                asked.params().path("name").stringValue("").equals("asking")
                    ? asking.apply(asked)
                    : Script.echo(asked));
    Setup setup = new Setup().handler("elicitation", Questions.accept(args("name", "Ann")));
    Client client = stage.connect(setup);
    Pending first = client.call("asking");
    Pending second = client.call("plain");
    stage.brings("mrtr.client-fulfils-first", first.await(), "answered");
    stage.succeeds("mrtr.no-spill", second.await());
    stage.succeeds("mrtr.no-spill", client.call("plain").await());
    stage.succeeds("mrtr.no-spill", client.call("asking").await());
    List<Asked> calls = stage.inbox().all("tools/call");
    for (Asked call : calls) {
      boolean plain = call.params().path("name").stringValue("").equals("plain");
      boolean carries = call.params().has("requestState") || call.params().has("inputResponses");
      trial.expect("mrtr.no-spill", !plain || !carries, "nothing", Json.brief(call.params()));
    }
    long fresh =
        calls.stream()
            .filter(call -> call.params().path("name").stringValue("").equals("asking"))
            .filter(call -> !call.params().has("requestState"))
            .count();
    trial.expect(
        "mrtr.no-spill", fresh == 2, "each new call without a state", fresh + " without a state");
  }

  @Property
  @Checks({
    "elicit.capability",
    "elicit.some-mode",
    "sampling.capability",
    "sampling.tools-declared",
    "roots.capability"
  })
  @Needs(abilities = {"sampling", "roots"})
  void handlersAreDeclaredOnEveryRequest(
      @ForAll boolean elicitation, @ForAll boolean sampling, @ForAll boolean roots, Trial trial) {
    Setup setup = new Setup();
    if (elicitation) {
      setup.handler("elicitation", Questions.decline());
    }
    if (sampling) {
      boolean tools = trial.profile().abilities().contains("sampling-tools");
      setup.handler(tools ? "sampling-tools" : "sampling", Questions.message("Hello."));
    }
    if (roots) {
      setup.handler("roots", Questions.roots("file:///work"));
    }
    Stage stage = stage(trial);
    Client client = stage.connect(setup);
    stage.succeeds("elicit.capability", client.call("echo").await());
    stage.succeeds("elicit.capability", client.list("tools").await());
  }

  @Property
  @Checks({"schema.input-response", "roots.file-uri", "mrtr.client-fulfils-first"})
  @Needs(abilities = {"sampling", "roots"})
  void allKindsOfQuestionsAreAnsweredTogether(
      @ForAll("labels") String text, @ForAll("names") String folder, Trial trial) {
    Stage stage = stage(trial);
    ObjectNode questions = Json.object();
    questions.set("form", Questions.form("name", "{\"type\":\"string\"}"));
    questions.set("sample", Questions.sample("Say something."));
    questions.set("folders", Json.object().put("method", "roots/list"));
    stage.script().on("tools/call", Questions.once(questions, Optional.empty()));
    Setup setup =
        new Setup()
            .handler("elicitation", Questions.accept(args("name", text)))
            .handler("sampling", Questions.message(text))
            .handler("roots", Questions.roots("file:///work/" + folder));
    Done done = stage.connect(setup).call("echo").await();
    stage.brings("mrtr.client-fulfils-first", done, "answered");
    JsonNode answers = Questions.retry(trial, stage, "tools/call").params().path("inputResponses");
    for (String key : List.of("form", "sample", "folders")) {
      trial.expect("mrtr.client-fulfils-first", answers.has(key), key, Json.brief(answers));
    }
    String said = answers.path("sample").path("content").path("text").stringValue("");
    JsonNode several = answers.path("sample").path("content").path(0).path("text");
    trial.expect(
        "schema.input-response",
        said.equals(text) || several.stringValue("").equals(text),
        Json.brief(Json.string(text)),
        Json.brief(answers));
  }

  @Property
  @Checks({"sampling.undeclared-tools-refused", "sampling.undeclared-tool-choice-refused"})
  @Needs(abilities = "sampling")
  void samplingWithToolsIsRefusedWhereItIsNotDeclared(@ForAll boolean onlyChoice, Trial trial) {
    Stage stage = stage(trial);
    ObjectNode sample = Questions.sample("Use a tool.");
    if (onlyChoice) {
      Questions.params(sample).putObject("toolChoice").put("mode", "auto");
    } else {
      Questions.params(sample)
          .putArray("tools")
          .add(Stage.tool("weather", "{\"type\":\"object\"}"));
    }
    ObjectNode questions = Json.object();
    questions.set("q", sample);
    stage.script().on("tools/call", Questions.once(questions, Optional.empty()));
    Setup setup = new Setup().handler("sampling", Questions.message("Hello."));
    stage.connect(setup).call("echo").await();
    boolean sampled =
        stage.inbox().all("tools/call").stream()
            .anyMatch(call -> call.params().path("inputResponses").path("q").has("content"));
    trial.expect(
        onlyChoice
            ? "sampling.undeclared-tool-choice-refused"
            : "sampling.undeclared-tools-refused",
        !sampled && !stage.wasAsked("sampling"),
        "no sampling",
        sampled ? "an answer of the model" : "the application was asked");
  }

  @Property
  @Checks("elicit.defaults-shown")
  void defaultsAreFilledIn(@ForAll("labels") String value, Trial trial) {
    Stage stage = stage(trial);
    ObjectNode type = Json.object().put("type", "string").put("default", value);
    ObjectNode questions = Json.object();
    questions.set("q", Questions.form("name", Json.write(type)));
    stage.script().on("tools/call", Questions.once(questions, Optional.empty()));
    Setup setup = new Setup().handler("elicitation", Questions.accept(Json.object()));
    stage.brings("elicit.defaults-shown", stage.connect(setup).call("echo").await(), "answered");
    JsonNode content =
        Questions.retry(trial, stage, "tools/call").params().at("/inputResponses/q/content");
    String given = content.path("name").stringValue("nothing");
    trial.expect("elicit.defaults-shown", given.equals(value), value, given);
  }

  @Property
  @Checks("elicit.client-validates")
  void answerThatDoesNotFitIsNotSent(@ForAll("misfits") String type, Trial trial) {
    Stage stage = stage(trial);
    ObjectNode form = Questions.form("name", type);
    Questions.params(form).withObject("/requestedSchema").putArray("required").add("name");
    ObjectNode questions = Json.object();
    questions.set("q", form);
    stage.script().on("tools/call", Questions.once(questions, Optional.empty()));
    Setup setup = new Setup().handler("elicitation", Questions.accept(args("name", "wrong")));
    stage.connect(setup).call("echo").await();
    for (Asked call : stage.inbox().all("tools/call")) {
      JsonNode sent = call.params().at("/inputResponses/q/content/name");
      trial.expect(
          "elicit.client-validates",
          !sent.stringValue("").equals("wrong"),
          "no content that the schema does not allow",
          Json.brief(sent));
    }
  }

  @Provide
  Arbitrary<String> misfits() {
    return Arbitraries.of(
        "{\"type\":\"integer\"}",
        "{\"type\":\"boolean\"}",
        "{\"type\":\"string\",\"minLength\":40}",
        "{\"type\":\"string\",\"enum\":[\"red\",\"green\"]}");
  }

  @Property
  @Tries(4)
  @Checks({"elicit.url-no-prefetch", "elicit.url-consent"})
  @Needs(abilities = "url")
  void linkIsNotOpenedByItself(@ForAll boolean agreed, Trial trial) {
    AtomicInteger visits = new AtomicInteger();
    HttpListener listener =
        new HttpListener(
            trial.peer().recorder(),
            connection -> {
              visits.incrementAndGet();
              connection.close();
            });
    trial.atEnd(() -> {}, listener::close);
    Stage stage = stage(trial);
    String url = "http://127.0.0.1:" + listener.port() + "/consent";
    ObjectNode questions = Json.object();
    questions.set("q", Questions.link(url));
    stage.script().on("tools/call", Questions.once(questions, Optional.empty()));
    JsonNode answer = agreed ? Json.object().put("action", "accept") : Questions.decline();
    stage.connect(new Setup().handler("url", answer)).call("echo").await();
    stage.told(event -> false, Stage.QUIET);
    trial.expect(
        agreed ? "elicit.url-no-prefetch" : "elicit.url-consent",
        visits.get() == 0,
        "no visit of the URL",
        visits.get() + " visits");
  }

  @Property
  @Checks("cache.retries-not-cached")
  @Needs(abilities = "resources")
  void resultOfARetryIsNotCached(@ForAll("names") String name, Trial trial) {
    Stage stage = stage(trial);
    ObjectNode questions = Json.object();
    questions.set("q", Questions.form("name", "{\"type\":\"string\"}"));
    stage
        .script()
        .on(
            "resources/read",
            asked ->
                asked.params().has("inputResponses")
                    ? Answer.complete(Script.contents(asked, 60_000))
                    : Questions.ask(questions, Optional.empty()));
    Client client =
        stage.connect(new Setup().handler("elicitation", Questions.accept(args("name", "Ann"))));
    String uri = "test://" + name;
    stage.succeeds("mrtr.client-fulfils-first", client.read(uri).await());
    stage.succeeds("mrtr.client-fulfils-first", client.read(uri).await());
    long fresh =
        stage.inbox().all("resources/read").stream()
            .filter(asked -> !asked.params().has("inputResponses"))
            .count();
    trial.expect(
        "cache.retries-not-cached",
        fresh == 2,
        "a request each time",
        fresh + " requests without answers");
  }
}
