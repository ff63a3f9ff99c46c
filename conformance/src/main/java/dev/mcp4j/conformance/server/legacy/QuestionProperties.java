/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.legacy;

import dev.mcp4j.conformance.engine.Checks;
import dev.mcp4j.conformance.engine.Feature;
import dev.mcp4j.conformance.engine.Needs;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.engine.Tries;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.Ask;
import dev.mcp4j.conformance.peer.MessageStream;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.rules.Generators;
import dev.mcp4j.conformance.server.common.Answers;
import dev.mcp4j.conformance.server.common.ReadOn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import tools.jackson.databind.JsonNode;

/** What servers ask of clients, and what they do with the answers. */
class QuestionProperties extends Generators {
  private static final Duration SOON = Duration.ofSeconds(4);
  private static final Duration QUIET = Duration.ofMillis(250);
  private static final String ELICITATION = "test_elicitation";
  private static final String SAMPLING = "test_sampling";
  private static final String ROOTS = "test_input_required_result_list_roots";
  private static final String SAMPLING_TOOLS = "conformance_sampling_tools";
  private static final String URL = "conformance_url_elicitation";

  @Property
  @Checks({
    "request.id.present",
    "request.id.not-null",
    "request.id.unused-in-session",
    "schema.server-request",
    "progress.token-type",
    "progress.token-unique",
    "elicit.params",
    "elicit.form-shape",
    "sampling.context-avoided"
  })
  @Needs(tools = {ELICITATION, SAMPLING})
  void answeredQuestionsLeadToAResult(@ForAll("askingTools") List<String> tools, Trial trial) {
    for (String tool : tools) {
      if (trial.profile().tool(tool).isPresent()) {
        Reply reply = trial.send(call(LegacyDialect.of(trial), tool));
        trial.expect("schema.server-request", reply).result();
        trial
            .expect("schema.server-request", reply)
            .is(reply.notifications().stream().anyMatch(Reply.Message::isRequest), "a question");
      }
    }
  }

  @Provide
  Arbitrary<List<String>> askingTools() {
    return Arbitraries.of(
            ELICITATION,
            SAMPLING,
            ROOTS,
            "test_elicitation_sep1034_defaults",
            "test_elicitation_sep1330_enums",
            "test_input_required_result_multiple_inputs",
            "test_input_required_result_multi_round")
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  private static Ask call(Conversation conversation, String tool) {
    return conversation.call(tool, "Who?");
  }

  /** A tool, and a client that cannot do what the tool needs. */
  record Undeclared(String tool, String method, String capabilities) {}

  @Property
  @Checks("lifecycle.negotiated-capabilities")
  @Needs(tools = {ELICITATION, SAMPLING, ROOTS})
  @Tries(8)
  void whatTheClientDidNotDeclareIsNotAsked(
      @ForAll("undeclared") Undeclared undeclared, Trial trial) {
    Conversation conversation = Conversations.begin(trial, undeclared.capabilities());
    Reply reply = trial.send(call(conversation, undeclared.tool()));
    boolean asked =
        reply.notifications().stream().anyMatch(m -> m.method().equals(undeclared.method()));
    trial
        .expect("lifecycle.negotiated-capabilities", reply)
        .is(!asked, "no " + undeclared.method() + " to a client of " + undeclared.capabilities());
  }

  @Provide
  Arbitrary<Undeclared> undeclared() {
    return Arbitraries.of(
        new Undeclared(ELICITATION, "elicitation/create", "{}"),
        new Undeclared(ELICITATION, "elicitation/create", "{\"sampling\":{},\"roots\":{}}"),
        new Undeclared(SAMPLING, "sampling/createMessage", "{\"elicitation\":{}}"),
        new Undeclared(SAMPLING, "sampling/createMessage", "{\"roots\":{}}"),
        new Undeclared(ROOTS, "roots/list", "{\"sampling\":{},\"elicitation\":{}}"),
        new Undeclared(ROOTS, "roots/list", "{\"experimental\":{\"roots\":{}}}"));
  }

  @Property
  @Checks("roots.server-checks-capability")
  @Needs(tools = ROOTS)
  @Tries(3)
  void rootsAreAskedForOnlyWhereTheyAreDeclared(@ForAll("rootless") String client, Trial trial) {
    Conversation conversation = Conversations.begin(trial, client);
    Reply reply = trial.send(conversation.call(ROOTS));
    boolean asked = reply.notifications().stream().anyMatch(m -> m.method().equals("roots/list"));
    trial.expect("roots.server-checks-capability", reply).is(!asked, "no roots/list");
  }

  @Provide
  Arbitrary<String> rootless() {
    return Arbitraries.of("{}", "{\"sampling\":{},\"elicitation\":{}}");
  }

  @Property
  @Checks({"elicit.mode-declared", "elicit.required-error-only-then"})
  @Needs(tools = {ELICITATION, URL})
  @Tries(4)
  void onlyDeclaredModesAreUsed(@ForAll boolean url, Trial trial) {
    String other = url ? "{\"elicitation\":{\"form\":{}}}" : "{\"elicitation\":{\"url\":{}}}";
    Conversation conversation = Conversations.begin(trial, other);
    Reply reply = trial.send(call(conversation, url ? URL : ELICITATION));
    boolean asked =
        reply.notifications().stream().anyMatch(m -> m.method().equals("elicitation/create"));
    trial.expect("elicit.mode-declared", reply).is(!asked, "no elicitation in another mode");
    trial.expect("elicit.required-error-only-then", reply).answered();
  }

  @Property
  @Checks({
    "elicit.url-shape",
    "elicit.url-valid",
    "elicit.required-error-list",
    "elicit.required-error-url-mode"
  })
  @Needs(tools = URL)
  void elicitationByUrlIsSound(@ForAll("ids") JsonNode id, Trial trial) {
    Reply reply = trial.send(LegacyDialect.of(trial).call(URL).id(id));
    trial.expect("elicit.url-valid", reply).answered();
    if (reply.code().filter(code -> code == -32042).isPresent()) {
      trial
          .expect("elicit.required-error-list", reply)
          .is(!reply.error().path("data").path("elicitations").isEmpty(), "the elicitations");
    }
  }

  @Property
  @Checks({"elicit.complete-id", "elicit.complete-to-initiator"})
  @Needs(
      value = Feature.HTTP,
      tools = {URL, "conformance_complete_urls"})
  @Tries(4)
  void completionIsToldToWhoWasAsked(@ForAll boolean byAnother, Trial trial) {
    Conversation asked = LegacyDialect.of(trial);
    Conversation other = Conversations.another(trial);
    Optional<MessageStream> here = Conversations.listen(trial, asked);
    Optional<MessageStream> there = Conversations.listen(trial, other);
    trial.send(asked.call(URL));
    trial.send((byAnother ? other : asked).call("conformance_complete_urls"));
    String method = "notifications/elicitation/complete";
    Optional<Reply.Message> told =
        here.flatMap(stream -> ReadOn.until(stream, QUIET, m -> m.method().equals(method)));
    told.ifPresent(
        message ->
            trial.expect(
                "elicit.complete-id",
                asked.state().hasElicited(message.node().path("params").path("elicitationId")),
                "the id of the elicitation",
                Json.brief(message.node())));
    boolean leaked =
        there
            .flatMap(stream -> ReadOn.until(stream, QUIET, m -> m.method().equals(method)))
            .isPresent();
    trial.expect(
        "elicit.complete-to-initiator", !leaked, "nothing for another client", "the " + method);
  }

  @Property
  @Checks("elicit.server-validates")
  @Needs(tools = ELICITATION)
  void contentThatBreaksTheFormIsNotTaken(@ForAll("wrongContents") String content, Trial trial) {
    JsonNode answer = Json.object("{\"action\":\"accept\",\"content\":" + content + "}");
    Reply reply = answered(trial, ELICITATION, answer);
    trial
        .expect("elicit.server-validates", reply)
        .is(!isTaken(reply), "no success with such content");
  }

  @Provide
  Arbitrary<String> wrongContents() {
    return Arbitraries.of(
        "{}",
        "{\"username\":5,\"email\":5}",
        "{\"username\":[\"a\"],\"email\":{}}",
        "{\"email\":true}");
  }

  @Property
  @Checks("sampling.content-validated")
  @Needs(tools = SAMPLING)
  void malformedSamplingIsNotTaken(@ForAll("malformedSamplings") String answer, Trial trial) {
    Reply reply = answered(trial, SAMPLING, Json.object(answer));
    trial.expect("sampling.content-validated", reply).is(!isTaken(reply), "no success with that");
  }

  @Provide
  Arbitrary<String> malformedSamplings() {
    return Arbitraries.of(
        "{}",
        "{\"role\":\"assistant\",\"model\":\"m\"}",
        "{\"role\":\"assistant\",\"model\":\"m\",\"content\":{\"type\":\"text\"}}",
        "{\"role\":\"assistant\",\"model\":\"m\",\"content\":7}");
  }

  /** Calls a tool whose question gets this answer, in the try's own conversation. */
  private static Reply answered(Trial trial, String tool, JsonNode answer) {
    Conversation conversation = LegacyDialect.of(trial);
    conversation.answeredBy(Respondent.with(answer));
    try {
      return trial.send(call(conversation, tool));
    } finally {
      conversation.answeredBy(Respondent.WILLING);
    }
  }

  private static boolean isTaken(Reply reply) {
    return reply.result().isObject() && !reply.result().path("isError").booleanValue(false);
  }

  @Property
  @Checks({
    "sampling.tool-use-answered",
    "sampling.tool-use-balanced",
    "sampling.tool-results-alone",
    "sampling.tool-result-id",
    "sampling.tools-only-if-declared"
  })
  @Needs(tools = SAMPLING_TOOLS)
  void everyToolUseIsAnswered(@ForAll("toolUses") List<String> ids, Trial trial) {
    Conversation conversation = LegacyDialect.of(trial);
    List<JsonNode> asked = new ArrayList<>();
    conversation.answeredBy(
        (c, request) -> {
          asked.add(request);
          JsonNode result = asked.size() == 1 ? Answers.toolUses(ids) : Answers.answer(request);
          return Optional.of(c.response(request.path("id"), "result", result));
        });
    Reply reply = trial.send(conversation.call(SAMPLING_TOOLS));
    conversation.answeredBy(Respondent.WILLING);
    trial
        .expect("sampling.tool-use-answered", reply)
        .is(asked.size() > 1, "another request for sampling");
    JsonNode messages = asked.get(asked.size() - 1).path("params").path("messages");
    JsonNode last = messages.path(messages.size() - 1);
    List<String> answered =
        Answers.blocks(last).stream().map(b -> b.path("toolUseId").stringValue("")).toList();
    trial.expect(
        "sampling.tool-use-answered",
        answered.stream().sorted().toList().equals(ids.stream().sorted().toList()),
        "a message of tool results for " + ids,
        Json.brief(last));
  }

  @Provide
  Arbitrary<List<String>> toolUses() {
    return names().list().uniqueElements().ofMinSize(1).ofMaxSize(4);
  }

  @Property
  @Checks({"sampling.tools-only-if-declared", "sampling.context-only-if-declared"})
  @Needs(tools = {SAMPLING_TOOLS, SAMPLING})
  @Tries(3)
  void noToolsForClientsWhoseModelsUseNone(@ForAll("samplings") String sampling, Trial trial) {
    Conversation conversation = Conversations.begin(trial, sampling);
    Reply reply = trial.send(conversation.call(SAMPLING_TOOLS));
    boolean tools =
        reply.notifications().stream().anyMatch(m -> m.node().path("params").has("tools"));
    trial.expect("sampling.tools-only-if-declared", reply).is(!tools, "no tools");
    Reply other = trial.send(call(conversation, SAMPLING));
    trial.expect("sampling.context-only-if-declared", other).answered();
  }

  @Provide
  Arbitrary<String> samplings() {
    return Arbitraries.of("{\"sampling\":{}}", "{\"sampling\":{\"context\":{}}}");
  }

  @Property
  @Checks({"http.stream.related-only", "result.same-id", "http.no-broadcast"})
  @Needs(
      value = Feature.HTTP,
      tools = {ELICITATION, SAMPLING})
  @Tries(6)
  void questionsOfSeveralCallsDoNotMix(
      @ForAll @IntRange(min = 2, max = 4) int number, @ForAll("orders") int order, Trial trial) {
    Conversation conversation = LegacyDialect.of(trial);
    List<MessageStream> streams = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      String tool = i % 2 == 0 ? ELICITATION : SAMPLING;
      streams.add(trial.open(conversation.call(tool, "question " + i)));
    }
    List<Integer> turns = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      turns.add(i);
    }
    Collections.shuffle(turns, new Random(order));
    // All of them are read before one is judged: what came twice shows in the second.
    Map<Integer, Reply> replies = new LinkedHashMap<>();
    for (int turn : turns) {
      replies.put(turn, trial.seen(conversation.read(streams.get(turn))));
    }
    replies.forEach((turn, reply) -> expectOnlyOwnQuestion(trial, turn, reply));
  }

  private static void expectOnlyOwnQuestion(Trial trial, int turn, Reply reply) {
    trial.expect("result.same-id", reply).result();
    String own = "question " + turn;
    boolean related =
        reply.notifications().stream()
            .filter(Reply.Message::isRequest)
            .allMatch(message -> message.raw().text().contains(own));
    trial
        .expect("http.stream.related-only", reply)
        .is(related, "only the question of the call with \"" + own + "\"");
  }

  @Provide
  Arbitrary<Integer> orders() {
    return Arbitraries.integers().between(0, 1000);
  }

  @Property
  @Checks({
    "cancel.late-response-ignored",
    "cancel.races",
    "cancel.known-request",
    "cancel.id-issued"
  })
  @Needs(tools = ELICITATION)
  @Tries(4)
  void lateAnswerToACancelledCallDoesNoHarm(@ForAll boolean twice, Trial trial) {
    Conversation conversation = LegacyDialect.of(trial);
    Ask call = call(conversation, ELICITATION);
    MessageStream stream = trial.open(call);
    Optional<Reply.Message> question = ReadOn.until(stream, SOON, Reply.Message::isRequest);
    conversation.tell(CancellationProperties.cancellation(conversation, call));
    ReadOn.during(stream, QUIET);
    for (int i = 0; question.isPresent() && i < (twice ? 2 : 1); i++) {
      conversation.answerAgain(question.get());
    }
    Reply after = trial.send(conversation.ask("ping"));
    trial.expect("cancel.late-response-ignored", after).result();
    trial.expect("cancel.races", after).result();
    for (Reply.Message message : stream.soFar().notifications()) {
      if (message.method().equals("notifications/cancelled")) {
        JsonNode id = message.node().path("params").path("requestId");
        boolean own = question.filter(q -> Json.same(q.node().path("id"), id)).isPresent();
        trial.expect("cancel.known-request", own, "the id of its question", Json.brief(id));
        trial.expect("cancel.id-issued", own, "the id of its question", Json.brief(id));
      }
    }
  }
}
