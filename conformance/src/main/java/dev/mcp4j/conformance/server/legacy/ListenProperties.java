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
import dev.mcp4j.conformance.server.common.ReadOn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import tools.jackson.databind.JsonNode;

/** The stream of a GET, and what belongs on it. */
@Needs(Feature.HTTP)
class ListenProperties extends Generators {
  private static final Duration BRIEFLY = Duration.ofMillis(150);
  private static final Duration QUIET = Duration.ofMillis(250);
  private static final int MOST_PINGS = 5;
  private static final String WATCHED = "test://watched-resource";

  /** What a GET brings at once. */
  static Reply briefly(Trial trial, Ask get) {
    try (MessageStream stream = trial.server().open(get)) {
      stream.next(BRIEFLY);
      return trial.seen(stream.soFar());
    }
  }

  /** What a GET brings that is to be refused: its head, for which there is time. */
  static Reply head(Trial trial, Ask get) {
    long end = System.nanoTime() + trial.server().patience().toNanos();
    try (MessageStream stream = trial.server().open(get)) {
      while (!stream.isOver() && stream.soFar().head().isEmpty() && System.nanoTime() < end) {
        stream.next(BRIEFLY);
      }
      return trial.seen(stream.soFar());
    }
  }

  /** Judges the answer to a GET. A server may send the head of a stream with its first event. */
  static void streamOr405(Trial trial, Reply get) {
    if (get.head().isPresent() || get.ending() != Reply.Ending.TIMED_OUT) {
      trial
          .expect("http.get.stream-or-405", get)
          .is(
              (get.isStream() && get.status() == 200) || get.status() == 405,
              "a stream of events, or status 405");
    }
  }

  @Property
  @Checks({"http.endpoint-get-post", "http.get.stream-or-405"})
  @Tries(4)
  void endpointTakesPostAndGet(@ForAll("ids") JsonNode id, Trial trial) {
    Conversation conversation = LegacyDialect.of(trial);
    Reply post = trial.send(conversation.ask("ping").id(id));
    trial.expect("http.endpoint-get-post", post).result();
    Reply get = briefly(trial, conversation.get());
    trial
        .expect("http.endpoint-get-post", get)
        .is(get.status() != 404 && get.status() != 501, "an answer of the same endpoint to GET");
    streamOr405(trial, get);
  }

  @Property
  @Checks({
    "http.get.no-responses",
    "http.get.unrelated",
    "http.get.polling",
    "http.one-stream-per-message",
    "ping.not-excessive"
  })
  @Tries(6)
  void whatBelongsToARequestDoesNotComeOnTheStreamOfAGet(
      @ForAll("calls") List<String> tools, @ForAll("ids") JsonNode token, Trial trial) {
    Conversation conversation = LegacyDialect.of(trial);
    Optional<MessageStream> listening = Conversations.listen(trial, conversation);
    if (listening.isEmpty()) {
      return;
    }
    trial.send(conversation.ask("ping"));
    for (String tool : tools) {
      if (trial.profile().tool(tool).isPresent()) {
        trial.send(conversation.call(tool, "Hello?").meta("progressToken", token));
      }
    }
    ReadOn.during(listening.get(), QUIET);
    List<Reply.Message> came = listening.get().soFar().messages();
    for (Reply.Message message : came) {
      String shown = Json.brief(message.node());
      trial.expect("http.get.no-responses", !message.isResponse(), "no responses", shown);
      boolean related =
          Respondent.QUESTIONS.contains(message.method())
              || message.method().equals("notifications/progress");
      trial.expect(
          "http.get.unrelated", !related, "nothing that belongs to a request in progress", shown);
    }
    Reply reply = listening.get().soFar();
    trial.expect("http.get.no-responses", reply).is(true, "");
    trial.expect("http.get.unrelated", reply).is(true, "");
    trial.expect("http.one-stream-per-message", reply).is(true, "");
    trial
        .expect("http.get.polling", reply)
        .is(
            !listening.get().isOver() || reply.retry().isPresent(),
            "the time to come back in, when the server hangs up");
    long pings = came.stream().filter(message -> message.method().equals("ping")).count();
    trial
        .expect("ping.not-excessive", reply)
        .is(pings <= MOST_PINGS, "at most " + MOST_PINGS + " pings in a moment");
  }

  @Provide
  Arbitrary<List<String>> calls() {
    return Arbitraries.of(
            "test_simple_text",
            "test_tool_with_progress",
            "test_tool_with_logging",
            "test_elicitation",
            "test_sampling",
            "test_input_required_result_list_roots")
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  @Property
  @Checks({"http.no-broadcast", "http.one-stream-per-message"})
  @Needs(tools = "conformance_touch_resource")
  @Tries(3)
  void noMessageComesOnSeveralStreams(
      @ForAll @IntRange(min = 2, max = 3) int streams,
      @ForAll @IntRange(min = 1, max = 2) int touches,
      Trial trial) {
    Conversation conversation = LegacyDialect.of(trial);
    List<MessageStream> listening = new ArrayList<>();
    for (int i = 0; i < streams; i++) {
      Conversations.listen(trial, conversation).ifPresent(listening::add);
    }
    if (!trial.profile().capabilities().path("resources").path("subscribe").booleanValue(false)) {
      return;
    }
    ChangeProperties.subscribe(trial, conversation, WATCHED);
    long came = 0;
    for (int changes = 1; changes <= touches; changes++) {
      Reply reply = trial.send(conversation.call("conformance_touch_resource"));
      came += updates(reply.notifications());
      for (MessageStream stream : listening) {
        came += updates(ReadOn.during(stream, QUIET));
      }
      String expected = changes + " updates at most, for as many changes";
      String actual = came + " on all streams together";
      trial.expect("http.no-broadcast", came <= changes, expected, actual);
      trial.expect("http.one-stream-per-message", came <= changes, expected, actual);
    }
  }

  private static long updates(List<Reply.Message> messages) {
    return messages.stream()
        .filter(message -> message.method().equals("notifications/resources/updated"))
        .count();
  }
}
