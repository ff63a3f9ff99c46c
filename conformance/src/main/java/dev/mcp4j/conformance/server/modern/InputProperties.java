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
import dev.mcp4j.conformance.server.common.Answers;
import dev.mcp4j.conformance.token.Mint;
import dev.mcp4j.conformance.token.Tokens;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Requests that need input, and their retries. */
class InputProperties extends Generators {
  private static final String EVERYTHING =
      """
      {"elicitation":{"form":{},"url":{}},"sampling":{"tools":{},"context":{}},"roots":{},
       "extensions":{}}
      """;
  private static final String ELICITATION = "test_input_required_result_elicitation";
  private static final String SAMPLING = "test_input_required_result_sampling";
  private static final String ROOTS = "test_input_required_result_list_roots";
  private static final String SEVERAL = "test_input_required_result_multiple_inputs";
  private static final String ROUNDS = "test_input_required_result_multi_round";
  private static final String TAMPERED = "test_input_required_result_tampered_state";
  private static final String SAMPLING_TOOLS = "conformance_sampling_tools";
  private static final String STATE = "test_input_required_result_request_state";

  @Property
  @Checks({
    "mrtr.only-way-to-ask",
    "mrtr.requests-or-state",
    "mrtr.request-kinds",
    "mrtr.keys-unique",
    "stateless.no-affinity",
    "schema.input-required-result"
  })
  @Needs(tools = {ELICITATION, SAMPLING, ROOTS, SEVERAL})
  void answeredQuestionsLeadToAResult(@ForAll("askingTools") String tool, Trial trial) {
    Reply asked = trial.send(trial.call(tool).capabilities(EVERYTHING));
    JsonNode result = trial.expect("mrtr.only-way-to-ask", asked).inputRequired();
    trial
        .expect("mrtr.requests-or-state", asked)
        .is(result.has("inputRequests") || result.has("requestState"), "requests or state");
    Reply retry = trial.send(retry(trial.call(tool), result, Answers.accept(result)));
    trial.expect("stateless.no-affinity", retry).complete();
  }

  @Provide
  Arbitrary<String> askingTools() {
    return Arbitraries.of(ELICITATION, SAMPLING, ROOTS, SEVERAL);
  }

  @Property
  @Checks("mrtr.only-way-to-ask")
  @Needs(tools = ROUNDS)
  void severalRoundsLeadToAResult(@ForAll("ids") JsonNode id, Trial trial) {
    Reply reply = trial.send(trial.call(ROUNDS).capabilities(EVERYTHING));
    for (int round = 0; round < 4; round++) {
      String type = reply.result().path("resultType").stringValue("");
      if (type.equals("complete")) {
        break;
      }
      JsonNode result = trial.expect("mrtr.only-way-to-ask", reply).inputRequired();
      reply = trial.send(retry(trial.call(ROUNDS), result, Answers.accept(result)));
    }
    trial.expect("mrtr.only-way-to-ask", reply).complete();
  }

  @Property
  @Checks({
    "mrtr.declared-inputs-only",
    "capability.undeclared-unused",
    "capability.missing-error",
    "capability.missing-status",
    "schema.missing-capability-error",
    "roots.server-checks-capability"
  })
  @Needs(tools = {ELICITATION, SAMPLING, ROOTS})
  void undeclaredCapabilityIsAnError(@ForAll("undeclared") Undeclared case0, Trial trial) {
    Reply reply = trial.send(trial.call(case0.tool()).capabilities(case0.capabilities()));
    boolean asked = reply.result().path("resultType").stringValue("").equals("input_required");
    trial.expect("mrtr.declared-inputs-only", reply).is(!asked, "no question to the client");
    trial.expect("capability.undeclared-unused", reply).is(!asked, "no question to the client");
    trial.expect("capability.missing-error", reply).error(-32021);
    trial.expect("capability.missing-status", reply).status(400);
    JsonNode required = reply.error().path("data").path("requiredCapabilities");
    trial
        .expect("schema.missing-capability-error", reply)
        .is(required.has(case0.missing()), "the capability " + case0.missing());
  }

  /** A tool and a client that cannot do what the tool needs. */
  record Undeclared(String tool, String missing, String capabilities) {}

  @Provide
  Arbitrary<Undeclared> undeclared() {
    return Arbitraries.of(
        new Undeclared(ELICITATION, "elicitation", "{}"),
        new Undeclared(ELICITATION, "elicitation", "{\"sampling\":{},\"roots\":{}}"),
        new Undeclared(SAMPLING, "sampling", "{\"elicitation\":{}}"),
        new Undeclared(SAMPLING, "sampling", "{\"roots\":{},\"extensions\":{}}"),
        new Undeclared(ROOTS, "roots", "{\"sampling\":{},\"elicitation\":{}}"),
        new Undeclared(ROOTS, "roots", "{\"experimental\":{\"roots\":{}}}"));
  }

  @Property
  @Checks("elicit.mode-declared")
  @Needs(tools = {ELICITATION, "conformance_url_elicitation"})
  void onlyDeclaredModesAreUsed(@ForAll boolean url, Trial trial) {
    String tool = url ? "conformance_url_elicitation" : ELICITATION;
    String other = url ? "{\"elicitation\":{\"form\":{}}}" : "{\"elicitation\":{\"url\":{}}}";
    Reply reply = trial.send(trial.call(tool).capabilities(other));
    boolean asked = reply.result().path("resultType").stringValue("").equals("input_required");
    trial.expect("elicit.mode-declared", reply).is(!asked, "no elicitation in another mode");
  }

  @Property
  @Checks({"elicit.url-shape", "elicit.url-valid"})
  @Needs(tools = "conformance_url_elicitation")
  void elicitationByUrlIsSound(@ForAll("ids") JsonNode id, Trial trial) {
    Ask ask = trial.call("conformance_url_elicitation").capabilities(EVERYTHING).id(id);
    JsonNode result = trial.expect("elicit.url-shape", trial.send(ask)).inputRequired();
    Reply retry =
        trial.send(
            retry(trial.call("conformance_url_elicitation"), result, Answers.accept(result)));
    trial.expect("elicit.url-valid", retry).answered();
  }

  @Property
  @Checks({"mrtr.state-tampered-rejected", "mrtr.state-untrusted", "mrtr.state-validated"})
  @Needs(tools = TAMPERED)
  void tamperedStateIsRefused(
      @ForAll("positions") double position, @ForAll("tampering") Tampering how, Trial trial) {
    Reply asked = trial.send(trial.call(TAMPERED).capabilities(EVERYTHING));
    JsonNode result = trial.expect("mrtr.state-validated", asked).inputRequired();
    String state = result.path("requestState").stringValue("");
    if (state.length() < 16) {
      return;
    }
    ObjectNode changed = (ObjectNode) result.deepCopy();
    changed.put("requestState", how.apply(state, position));
    Reply reply = trial.send(retry(trial.call(TAMPERED), changed, Answers.accept(result)));
    trial.expect("mrtr.state-untrusted", reply).answered();
    trial.expect("mrtr.state-tampered-rejected", reply).error();
    trial.expect("mrtr.state-validated", reply).error();
  }

  /** A way to change a text, never only its last characters, whose bits may not all count. */
  enum Tampering {
    CHANGE,
    REMOVE,
    INSERT,
    CUT,
    REPLACE;

    String apply(String state, double position) {
      int at = (int) ((state.length() - 8) * position);
      char other = state.charAt(at) == 'A' ? 'B' : 'A';
      return switch (this) {
        case CHANGE -> state.substring(0, at) + other + state.substring(at + 1);
        case REMOVE -> state.substring(0, at) + state.substring(at + 4);
        case INSERT -> state.substring(0, at) + other + other + other + other + state.substring(at);
        case CUT -> state.substring(0, at);
        case REPLACE -> "mcp4j-conformance-invented-state";
      };
    }
  }

  @Provide
  Arbitrary<Tampering> tampering() {
    return Arbitraries.of(Tampering.values());
  }

  @Property
  @Checks("mrtr.state-bound-to-request")
  @Needs(tools = {TAMPERED, STATE})
  void stateOfAnotherRequestIsRefused(@ForAll boolean swapped, Trial trial) {
    String from = swapped ? STATE : TAMPERED;
    String to = swapped ? TAMPERED : STATE;
    Reply asked = trial.send(trial.call(from).capabilities(EVERYTHING));
    JsonNode result = asked.result();
    if (result.has("requestState")) {
      Reply reply = trial.send(retry(trial.call(to), result, Answers.accept(result)));
      // A server that leaves the state aside may ask anew.
      trial.expect("mrtr.state-bound-to-request", reply).is(!isTaken(reply), "not a normal end");
    }
  }

  @Property
  @Checks({"mrtr.state-principal", "elicit.bound-to-user"})
  @Needs(
      value = {Feature.PROTECTED, Feature.OWN_TOKENS},
      tools = {TAMPERED, STATE})
  void stateOfAnotherUserIsRefused(@ForAll boolean tampered, Trial trial) {
    String tool = tampered ? TAMPERED : STATE;
    Reply asked = trial.send(trial.call(tool).capabilities(EVERYTHING));
    JsonNode result = asked.result();
    if (result.has("requestState")) {
      Ask retry = retry(trial.call(tool), result, Answers.accept(result));
      Mint mint = trial.profile().tokens().flatMap(Tokens::mint).orElseThrow();
      String token = mint.issue("somebody-else", mint.scopes());
      retry.headers().set("Authorization", "Bearer " + token);
      Reply reply = trial.send(retry);
      trial.observe(
          "elicit.bound-to-user", !isTaken(reply), "no end by another user", reply.brief());
      trial.expect("mrtr.state-principal", reply).is(!isTaken(reply), "not a normal end");
    }
  }

  @Property
  @Checks("mrtr.extra-responses-ignored")
  @Needs(tools = ELICITATION)
  void responsesThatNobodyAskedForAreIgnored(
      @ForAll("extraKeys") String key, @ForAll("values") JsonNode value, Trial trial) {
    Reply asked = trial.send(trial.call(ELICITATION).capabilities(EVERYTHING));
    JsonNode result = asked.result();
    ObjectNode responses = Answers.accept(result);
    responses.set(key, Json.object().put("action", "accept").set("content", Json.object()));
    Reply reply = trial.send(retry(trial.call(ELICITATION), result, responses));
    trial.expect("mrtr.extra-responses-ignored", reply).complete();
  }

  @Provide
  Arbitrary<String> extraKeys() {
    return names().map(name -> "conformance_extra_" + name);
  }

  @Property
  @Checks("mrtr.missing-asked-again")
  @Needs(tools = ELICITATION)
  void missingResponseIsAskedForAgain(@ForAll boolean empty, Trial trial) {
    Reply asked = trial.send(trial.call(ELICITATION).capabilities(EVERYTHING));
    Ask retry = retry(trial.call(ELICITATION), asked.result(), Json.object());
    if (!empty) {
      retry.params().remove("inputResponses");
    }
    trial.expect("mrtr.missing-asked-again", trial.send(retry)).inputRequired();
  }

  @Property
  @Checks({"mrtr.responses-validated", "mrtr.protocol-errors"})
  @Needs(tools = ELICITATION)
  void malformedResponsesAreRefused(@ForAll("malformed") String responses, Trial trial) {
    Reply asked = trial.send(trial.call(ELICITATION).capabilities(EVERYTHING));
    JsonNode result = asked.result();
    String key = result.path("inputRequests").propertyStream().findFirst().orElseThrow().getKey();
    JsonNode value = Json.read(responses.replace("KEY", key)).orElseThrow();
    Ask retry = retry(trial.call(ELICITATION), result, value).spoiled();
    Reply reply = trial.send(retry);
    trial.expect("mrtr.responses-validated", reply).is(!isTaken(reply), "no normal completion");
    if (reply.error().isObject()) {
      trial.expect("mrtr.protocol-errors", reply).error(-32602, -32600);
    }
  }

  @Provide
  Arbitrary<String> malformed() {
    return Arbitraries.of(
        "5",
        "\"text\"",
        "[]",
        "{\"KEY\":5}",
        "{\"KEY\":\"accept\"}",
        "{\"KEY\":{}}",
        "{\"KEY\":{\"action\":\"perhaps\"}}",
        "{\"KEY\":{\"action\":5}}",
        "{\"KEY\":[]}");
  }

  @Property
  @Checks("elicit.decline-handled")
  @Needs(tools = {ELICITATION, SEVERAL})
  void declineAndCancelAreHandled(
      @ForAll("refusals") String action, @ForAll boolean several, Trial trial) {
    String tool = several ? SEVERAL : ELICITATION;
    Reply asked = trial.send(trial.call(tool).capabilities(EVERYTHING));
    JsonNode result = asked.result();
    Reply reply = trial.send(retry(trial.call(tool), result, Answers.refuse(result, action)));
    trial.expect("elicit.decline-handled", reply).answered();
    trial
        .expect("elicit.decline-handled", reply)
        .is(reply.code().filter(code -> code == -32603).isEmpty(), "no internal error");
  }

  @Provide
  Arbitrary<String> refusals() {
    return Arbitraries.of("decline", "cancel");
  }

  @Property
  @Checks("elicit.server-validates")
  @Needs(tools = ELICITATION)
  void contentThatBreaksTheFormIsNotTaken(@ForAll("wrongContents") JsonNode wrong, Trial trial) {
    Reply asked = trial.send(trial.call(ELICITATION).capabilities(EVERYTHING));
    JsonNode result = asked.result();
    ObjectNode responses = Answers.accept(result);
    for (var member : responses.properties()) {
      ObjectNode content = Json.object();
      JsonNode form = result.path("inputRequests").path(member.getKey()).path("params");
      form.path("requestedSchema")
          .path("properties")
          .properties()
          .forEach(property -> content.set(property.getKey(), wrong));
      ((ObjectNode) member.getValue()).set("content", content);
    }
    Reply reply = trial.send(retry(trial.call(ELICITATION), result, responses).spoiled());
    boolean taken =
        reply.result().path("resultType").stringValue("").equals("complete")
            && !reply.result().path("isError").booleanValue(false);
    trial.expect("elicit.server-validates", reply).is(!taken, "no completion with such content");
  }

  @Provide
  Arbitrary<JsonNode> wrongContents() {
    return Arbitraries.of(Json.object(), Json.array(List.of(Json.object())));
  }

  @Property
  @Checks({
    "sampling.tool-use-answered",
    "sampling.tool-use-balanced",
    "sampling.tool-results-alone",
    "sampling.tool-result-id"
  })
  @Needs(tools = SAMPLING_TOOLS)
  void everyToolUseIsAnswered(@ForAll("toolUses") List<String> ids, Trial trial) {
    Reply first = trial.send(trial.call(SAMPLING_TOOLS).capabilities(EVERYTHING));
    JsonNode result = trial.expect("sampling.tool-use-answered", first).inputRequired();
    ObjectNode responses = Answers.accept(result);
    responses.properties().forEach(member -> member.setValue(Answers.toolUses(ids)));
    Reply second = trial.send(retry(trial.call(SAMPLING_TOOLS), result, responses));
    JsonNode next = trial.expect("sampling.tool-use-answered", second).inputRequired();
    JsonNode messages =
        next.path("inputRequests")
            .valueStream()
            .map(request -> request.path("params").path("messages"))
            .filter(list -> list.size() > 1)
            .findFirst()
            .orElse(Json.object());
    JsonNode last = messages.path(messages.size() - 1);
    List<String> answered =
        Answers.blocks(last).stream().map(b -> b.path("toolUseId").stringValue("")).toList();
    trial
        .expect("sampling.tool-use-answered", second)
        .is(
            answered.stream().sorted().toList().equals(ids.stream().sorted().toList()),
            "a message of tool results for " + ids);
  }

  @Provide
  Arbitrary<List<String>> toolUses() {
    return names().list().uniqueElements().ofMinSize(1).ofMaxSize(4);
  }

  @Property
  @Checks("sampling.content-validated")
  @Needs(tools = SAMPLING)
  void malformedContentOfSamplingIsNotTaken(
      @ForAll("malformedContents") String response, Trial trial) {
    Reply reply = answerSampling(response, trial);
    trial.expect("sampling.content-validated", reply).is(!isTaken(reply), "no normal completion");
  }

  @Provide
  Arbitrary<String> malformedContents() {
    return Arbitraries.of(
        "{}",
        "{\"role\":\"assistant\",\"model\":\"m\"}",
        "{\"role\":\"assistant\",\"model\":\"m\",\"content\":{\"type\":\"text\"}}",
        "{\"role\":\"assistant\",\"model\":\"m\",\"content\":7}");
  }

  @Property
  @Checks("mrtr.responses-validated")
  @Needs(tools = SAMPLING)
  void malformedSamplingIsNotTaken(@ForAll("malformedSamplings") String response, Trial trial) {
    Reply reply = answerSampling(response, trial);
    trial.expect("mrtr.responses-validated", reply).is(!isTaken(reply), "no normal completion");
  }

  @Provide
  Arbitrary<String> malformedSamplings() {
    return Arbitraries.of(
        "{\"role\":\"robot\",\"model\":\"m\",\"content\":{\"type\":\"text\",\"text\":\"a\"}}",
        "{\"role\":\"assistant\",\"content\":{\"type\":\"text\",\"text\":\"a\"}}");
  }

  private static Reply answerSampling(String response, Trial trial) {
    Reply asked = trial.send(trial.call(SAMPLING).capabilities(EVERYTHING));
    ObjectNode responses = Answers.accept(asked.result());
    responses.properties().forEach(member -> member.setValue(Json.object(response)));
    return trial.send(retry(trial.call(SAMPLING), asked.result(), responses).spoiled());
  }

  private static boolean isTaken(Reply reply) {
    return reply.result().path("resultType").stringValue("").equals("complete")
        && !reply.result().path("isError").booleanValue(false);
  }

  private static Ask retry(Ask ask, JsonNode result, JsonNode responses) {
    ask.capabilities(EVERYTHING).param("inputResponses", responses);
    if (result.has("requestState")) {
      ask.param("requestState", result.path("requestState"));
    }
    return ask;
  }
}
