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
import dev.mcp4j.conformance.peer.Server;
import dev.mcp4j.conformance.peer.StdioServer;
import dev.mcp4j.conformance.rules.Generators;
import dev.mcp4j.conformance.server.common.ReadOn;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The handshake: what is agreed on, and what waits for it. */
class HandshakeProperties extends Generators {
  private static final Duration SILENCE = Duration.ofMillis(300);
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(1);

  @Property
  @Checks({
    "lifecycle.initialize-result",
    "lifecycle.same-version",
    "schema.initialize-result",
    "base.core-supported",
    "result.same-id"
  })
  @Tries(12)
  void initializeIsAnswered(
      @ForAll("ids") JsonNode id,
      @ForAll("clientNames") String name,
      @ForAll("capabilities") ObjectNode capabilities,
      Trial trial) {
    Server server = Conversations.fresh(trial);
    JsonNode info = Json.object().put("name", name).put("version", "1");
    Ask ask = Conversation.initialize(Conversation.VERSION, capabilities, id);
    Reply reply = trial.seen(server.send(ask.param("clientInfo", info)));
    JsonNode result = trial.expect("lifecycle.initialize-result", reply).result();
    trial
        .expect("lifecycle.initialize-result", reply)
        .is(
            result.path("capabilities").isObject() && result.path("serverInfo").isObject(),
            "capabilities and serverInfo");
    trial
        .expect("lifecycle.same-version", reply)
        .is(
            result.path("protocolVersion").stringValue("").equals(Conversation.VERSION),
            "the version " + Conversation.VERSION + ", which the server is known to support");
    Conversation conversation =
        Conversations.kept(trial, Conversation.of(server, capabilities, reply));
    conversation.ready();
    Reply ping = trial.send(conversation.ask("ping"));
    trial.expect("base.core-supported", ping).result();
  }

  @Provide
  Arbitrary<String> clientNames() {
    return Arbitraries.oneOf(
        Arbitraries.of("claude-ai", "mcp-inspector", "../../etc"),
        texts().ofMinLength(1).ofMaxLength(30));
  }

  @Provide
  Arbitrary<ObjectNode> capabilities() {
    Arbitrary<String> known =
        Arbitraries.of(
            "{}",
            "{\"roots\":{}}",
            "{\"roots\":{\"listChanged\":true},\"sampling\":{}}",
            "{\"elicitation\":{}}",
            "{\"elicitation\":{\"url\":{}},\"experimental\":{\"conformance\":{\"a\":1}}}",
            "{\"tasks\":{\"list\":{},\"cancel\":{}}}",
            Conversation.EVERYTHING);
    return known.map(Json::object);
  }

  @Property
  @Checks({
    "lifecycle.other-version",
    "lifecycle.server-latest-version",
    "lifecycle.errors-expected"
  })
  @Tries(8)
  void unknownVersionIsAnsweredWithOneThatIsSupported(
      @ForAll("unknownVersions") String version, Trial trial) {
    Reply reply = trial.seen(Conversations.fresh(trial).send(initialize(version)));
    trial.expect("lifecycle.errors-expected", reply).answered();
    // The page forbids an error in one place, and shows one in another.
    if (reply.code().filter(code -> code == -32602).isPresent()) {
      return;
    }
    String offered =
        trial
            .expect("lifecycle.other-version", reply)
            .result()
            .path("protocolVersion")
            .stringValue("");
    trial
        .expect("lifecycle.other-version", reply)
        .is(!offered.equals(version) && !offered.isEmpty(), "another version than " + version);
    trial
        .expect("lifecycle.server-latest-version", reply)
        .is(
            offered.compareTo(Conversation.VERSION) >= 0,
            "the version " + Conversation.VERSION + " or a later one, which the server supports");
    Reply again = trial.seen(Conversations.fresh(trial).send(initialize(offered)));
    trial
        .expect("lifecycle.other-version", again)
        .is(
            again.result().path("protocolVersion").stringValue("").equals(offered),
            "the same version, " + offered + ", when that is asked for");
  }

  private static Ask initialize(String version) {
    return Conversation.initialize(version, Json.object(), Conversation.freshId());
  }

  @Property
  @Checks("lifecycle.initialize-first")
  @Needs(Feature.STDIO)
  void nothingIsSentBeforeTheHandshake(Trial trial) {
    StdioServer server = (StdioServer) Conversations.fresh(trial);
    MessageStream stream = server.listen(Ask.notification(""));
    List<Reply.Message> early = ReadOn.during(stream, SILENCE);
    trial.expect(
        "lifecycle.initialize-first",
        early.isEmpty(),
        "nothing before initialize",
        early.isEmpty() ? "" : early.get(0).raw().text());
    Reply reply = trial.seen(server.send(initialize(Conversation.VERSION)));
    trial.expect("lifecycle.initialize-first", reply).result();
    trial
        .expect("lifecycle.initialize-first", reply)
        .is(
            reply.messages().get(0).isResponse(),
            "the response to initialize as the first message");
  }

  @Property
  @Checks("lifecycle.server-waits")
  @Tries(4)
  void serverAsksNothingBeforeTheClientIsReady(@ForAll("askingTools") String tool, Trial trial) {
    Conversation conversation =
        Conversations.greet(trial, Conversation.EVERYTHING).answeredBy(Respondent.SILENT);
    Optional<MessageStream> listening = Conversations.listen(trial, conversation);
    Optional<MessageStream> calling = Optional.empty();
    if (trial.profile().tool(tool).isPresent()) {
      calling = Optional.of(conversation.open(conversation.call(tool, "Hello?")));
      MessageStream open = calling.get();
      trial.atEnd(() -> {}, open::close);
      ReadOn.until(open, LONG_ENOUGH, m -> m.isRequest() || m.isResponse());
    }
    listening.ifPresent(stream -> ReadOn.during(stream, SILENCE));
    for (MessageStream stream : (Iterable<MessageStream>) calling.stream()::iterator) {
      waits(stream.soFar(), trial);
    }
    listening.ifPresent(stream -> waits(stream.soFar(), trial));
  }

  private static void waits(Reply reply, Trial trial) {
    Optional<Reply.Message> request =
        reply.notifications().stream()
            .filter(m -> m.isRequest() && !m.method().equals("ping"))
            .findFirst();
    trial.expect(
        "lifecycle.server-waits",
        request.isEmpty(),
        "nothing but pings before notifications/initialized",
        request.map(message -> Json.brief(message.node())).orElse(""));
  }

  @Provide
  Arbitrary<String> askingTools() {
    return Arbitraries.of("test_elicitation", "test_sampling");
  }
}
