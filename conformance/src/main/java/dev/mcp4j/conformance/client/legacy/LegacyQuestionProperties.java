/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.legacy;

import dev.mcp4j.conformance.client.Stage;
import dev.mcp4j.conformance.driver.Client;
import dev.mcp4j.conformance.driver.Setup;
import dev.mcp4j.conformance.engine.Checks;
import dev.mcp4j.conformance.engine.Needs;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.engine.Tries;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.script.Asked;
import dev.mcp4j.conformance.script.Script;
import dev.mcp4j.conformance.wire.HttpListener;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Requests and notifications that a server of 2025-11-25 sends while a call is open. */
@Needs(abilities = {"legacy", "tools"})
class LegacyQuestionProperties extends LegacyGenerators {
  @Property
  @Tries(8)
  @Checks({"ping.answered", "result.same-id", "result.present"})
  void pingIsAnswered(@ForAll("ids") JsonNode id, Trial trial) {
    Stage stage = stage(trial);
    Held held = hold(trial, stage, new Setup());
    ObjectNode ping = Json.object().put("method", "ping");
    JsonNode message = ask(trial, stage, held, "ping.answered", id, ping);
    boolean empty = message.path("result").isObject() && message.path("result").isEmpty();
    trial.expect("ping.answered", empty, "an empty result", Json.brief(message));
  }

  @Property
  @Tries(8)
  @Checks({"error.same-id", "error.shape", "error.code-integer"})
  void unknownRequestIsRefused(
      @ForAll("ids") JsonNode id, @ForAll("plain") String name, Trial trial) {
    Stage stage = stage(trial);
    Held held = hold(trial, stage, new Setup());
    ObjectNode request = Json.object().put("method", "conformance/" + name);
    request.putObject("params");
    JsonNode message = ask(trial, stage, held, "error.same-id", id, request);
    trial.expect("error.shape", message.has("error"), "an error", Json.brief(message));
  }

  @Property
  @Tries(6)
  @Checks({"elicit.capability", "elicit.some-mode", "elicit.mode-absent-is-form"})
  @Needs(abilities = "elicitation")
  void formIsAnsweredWithOrWithoutItsMode(
      @ForAll boolean withMode, @ForAll("plain") String name, Trial trial) {
    Stage stage = stage(trial);
    ObjectNode content = Json.object().put("name", name);
    ObjectNode accept = accept(content);
    Held held = hold(trial, stage, new Setup().handler("elicitation", accept));
    ObjectNode form = form();
    if (withMode) {
      form.withObject("/params").put("mode", "form");
    }
    String requirement = "elicit.mode-absent-is-form";
    JsonNode message = ask(trial, stage, held, requirement, Json.string("q"), form);
    boolean accepted = Json.same(message.path("result").path("content"), content);
    trial.expect(requirement, accepted, Json.brief(accept), Json.brief(message));
  }

  @Property
  @Tries(4)
  @Checks("elicit.defaults-shown")
  @Needs(abilities = "elicitation")
  void defaultsAreFilledIn(@ForAll("plain") String value, Trial trial) {
    Stage stage = stage(trial);
    Held held = hold(trial, stage, new Setup().handler("elicitation", accept(Json.object())));
    ObjectNode form = form();
    form.withObject("/params/requestedSchema/properties/name").put("default", value);
    String requirement = "elicit.defaults-shown";
    JsonNode message = ask(trial, stage, held, requirement, Json.string("q"), form);
    String given = message.at("/result/content/name").stringValue("nothing");
    trial.expect(requirement, given.equals(value), value, given);
  }

  @Property
  @Tries(4)
  @Checks("elicit.client-validates")
  @Needs(abilities = "elicitation")
  void answerThatDoesNotFitIsNotSent(@ForAll("misfits") String type, Trial trial) {
    Stage stage = stage(trial);
    ObjectNode wrong = accept(Json.object().put("name", "wrong"));
    Held held = hold(trial, stage, new Setup().handler("elicitation", wrong));
    ObjectNode form = form();
    ObjectNode schema = form.withObject("/params/requestedSchema");
    schema.putArray("required").add("name");
    schema.withObject("/properties").set("name", Json.object(type));
    String requirement = "elicit.client-validates";
    JsonNode message = ask(trial, stage, held, requirement, Json.string("q"), form);
    boolean sent = message.at("/result/content/name").stringValue("").equals("wrong");
    trial.expect(
        requirement, !sent, "no content that the schema does not allow", Json.brief(message));
  }

  @Provide
  Arbitrary<String> misfits() {
    return Arbitraries.of(
        "{\"type\":\"integer\"}",
        "{\"type\":\"boolean\"}",
        "{\"type\":\"string\",\"minLength\":40}",
        "{\"type\":\"string\",\"enum\":[\"red\",\"green\"]}");
  }

  private static ObjectNode accept(ObjectNode content) {
    ObjectNode accept = Json.object().put("action", "accept");
    accept.set("content", content);
    return accept;
  }

  @Property
  @Tries(2)
  @Checks("elicit.undeclared-mode-code")
  @Needs(abilities = {"elicitation", "url"})
  void modeThatWasNotDeclaredIsRefused(@ForAll boolean form, Trial trial) {
    Stage stage = stage(trial);
    ObjectNode decline = Json.object().put("action", "decline");
    Setup setup = new Setup().handler(form ? "url" : "elicitation", decline);
    Held held = hold(trial, stage, setup);
    ObjectNode question = form ? form() : link("https://example.com/x");
    String requirement = "elicit.undeclared-mode-code";
    JsonNode message = ask(trial, stage, held, requirement, Json.string("q"), question);
    int code = message.path("error").path("code").intValue(0);
    trial.expect(requirement, code == -32602, "the error -32602", Json.brief(message));
  }

  @Property
  @Tries(2)
  @Checks({"sampling.undeclared-tools-refused", "sampling.undeclared-tool-choice-refused"})
  @Needs(abilities = "sampling")
  void samplingWithToolsIsRefusedWhereItIsNotDeclared(@ForAll boolean onlyChoice, Trial trial) {
    Stage stage = stage(trial);
    ObjectNode sample = sample();
    if (onlyChoice) {
      sample.withObject("/params").putObject("toolChoice").put("mode", "auto");
    } else {
      sample
          .withObject("/params")
          .putArray("tools")
          .add(Stage.tool("weather", "{\"type\":\"object\"}"));
    }
    Held held = hold(trial, stage, new Setup().handler("sampling", message("Hello.")));
    String requirement =
        onlyChoice
            ? "sampling.undeclared-tool-choice-refused"
            : "sampling.undeclared-tools-refused";
    JsonNode answer = ask(trial, stage, held, requirement, Json.string("q"), sample);
    trial.expect(requirement, answer.has("error"), "an error", Json.brief(answer));
  }

  @Property
  @Tries(4)
  @Checks({"sampling.capability", "sampling.tools-declared", "roots.capability", "roots.file-uri"})
  @Needs(abilities = {"sampling", "sampling-tools", "roots"})
  void modelAndRootsAnswer(@ForAll boolean roots, @ForAll("plain") String name, Trial trial) {
    Stage stage = stage(trial);
    JsonNode folders =
        Json.array(List.of(Json.object().put("uri", "file:///work/" + name).put("name", name)));
    Setup setup = new Setup().handler("sampling-tools", message(name)).handler("roots", folders);
    Held held = hold(trial, stage, setup);
    ObjectNode question = roots ? Json.object().put("method", "roots/list") : sample();
    String requirement = roots ? "roots.file-uri" : "sampling.capability";
    JsonNode answer = ask(trial, stage, held, requirement, Json.string("q"), question);
    boolean right =
        roots
            ? answer.path("result").path("roots").size() == 1
            : answer.path("result").path("model").isString();
    trial.expect(requirement, right, "an answer", Json.brief(answer));
  }

  @Property
  @Tries(3)
  @Checks({"elicit.unknown-complete-ignored", "notification.no-response"})
  void notificationIsNotAnswered(@ForAll("plain") String name, Trial trial) {
    Stage stage = stage(trial);
    Held held = hold(trial, stage, new Setup());
    held.call()
        .event(
            Script.notification(
                "notifications/elicitation/complete",
                Json.object().put("elicitationId", "unknown-" + name)));
    held.call().event(Script.notification("notifications/conformance/" + name, Json.object()));
    held.call().answer(Script.text("done"));
    stage.brings("elicit.unknown-complete-ignored", held.pending().await(), "done");
    stage.told(event -> false, Stage.QUIET);
    long responses = stage.inbox().all().stream().filter(Asked::isResponse).count();
    trial.expect(
        "notification.no-response", responses == 0, "no response", responses + " responses");
  }

  @Property
  @Tries(2)
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
    JsonNode answer = Json.object().put("action", agreed ? "accept" : "decline");
    Held held = hold(trial, stage, new Setup().handler("url", answer));
    String requirement = agreed ? "elicit.url-no-prefetch" : "elicit.url-consent";
    ObjectNode question = link("http://127.0.0.1:" + listener.port() + "/consent");
    ask(trial, stage, held, requirement, Json.string("q"), question);
    stage.told(event -> false, Stage.QUIET);
    trial.expect(requirement, visits.get() == 0, "no visit of the URL", visits.get() + " visits");
  }

  @Property
  @Checks("roots.capability")
  @Needs(abilities = {"elicitation", "roots"})
  void handlersAreDeclaredInTheHandshake(
      @ForAll boolean elicitation, @ForAll boolean roots, Trial trial) {
    Setup setup = new Setup();
    if (elicitation) {
      setup.handler("elicitation", Json.object().put("action", "decline"));
    }
    if (roots) {
      setup.handler("roots", Json.array(List.of(Json.object().put("uri", "file:///work"))));
    }
    Stage stage = stage(trial);
    Client client = connect(stage, setup);
    stage.succeeds("base.core-supported", client.call("echo").await());
  }

  private static ObjectNode form() {
    ObjectNode request = Json.object().put("method", "elicitation/create");
    ObjectNode params = request.putObject("params").put("message", "Please tell.");
    ObjectNode schema = params.putObject("requestedSchema").put("type", "object");
    schema.putObject("properties").putObject("name").put("type", "string");
    return request;
  }

  private static ObjectNode link(String url) {
    ObjectNode request = Json.object().put("method", "elicitation/create");
    request
        .putObject("params")
        .put("mode", "url")
        .put("message", "Please agree.")
        .put("elicitationId", "e-1")
        .put("url", url);
    return request;
  }

  private static ObjectNode sample() {
    ObjectNode request = Json.object().put("method", "sampling/createMessage");
    ObjectNode message =
        request
            .putObject("params")
            .put("maxTokens", 100)
            .putArray("messages")
            .addObject()
            .put("role", "user");
    message.putObject("content").put("type", "text").put("text", "Hello?");
    return request;
  }

  private static ObjectNode message(String text) {
    ObjectNode message = Json.object().put("role", "assistant").put("model", "conformance");
    message.putObject("content").put("type", "text").put("text", text);
    return message;
  }
}
