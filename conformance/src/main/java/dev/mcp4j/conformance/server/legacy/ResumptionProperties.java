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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import tools.jackson.databind.JsonNode;

/** Streams that are interrupted, and gone on with. */
@Needs(Feature.HTTP)
class ResumptionProperties extends Generators {
  private static final Duration SOON = Duration.ofSeconds(3);

  @Property
  @Checks({
    "http.stream.retry-sent",
    "http.stream.has-response",
    "http.stream.primed",
    "http.event-id.unique"
  })
  @Needs(tools = "test_reconnection")
  @Tries(2)
  void streamThatTheServerLeavesIsGoneOnWith(@ForAll("ids") JsonNode id, Trial trial) {
    Conversation conversation = LegacyDialect.of(trial);
    MessageStream stream = trial.open(conversation.call("test_reconnection").id(id));
    Reply first = conversation.read(stream);
    if (first.response().isPresent() || first.lastEventId().isEmpty()) {
      trial.seen(first);
      return;
    }
    trial
        .expect("http.stream.retry-sent", first)
        .is(first.retry().isPresent(), "the time to come back in, when the server hangs up");
    Reply whole = trial.seen(conversation.finish(first.ask(), first));
    trial.expect("http.stream.has-response", whole).result();
  }

  @Property
  @Checks("http.disconnect-is-no-cancel")
  @Needs(tools = {"conformance_wait", "conformance_waits"})
  @Tries(2)
  void closedConnectionIsNoCancellation(@ForAll @IntRange(max = 2) int messages, Trial trial) {
    Conversation conversation = LegacyDialect.of(trial);
    long before = CancellationProperties.waits(trial, "cancelled");
    MessageStream stream = trial.open(waiting(conversation, 700, Json.string("t")));
    stream.next(SOON);
    for (int i = 0; i < messages; i++) {
      stream.next(SOON);
    }
    stream.close();
    boolean ended =
        CancellationProperties.await(() -> CancellationProperties.waits(trial, "running") == 0);
    long after = CancellationProperties.waits(trial, "cancelled");
    trial.expect(
        "http.disconnect-is-no-cancel",
        ended && after == before,
        "that the call goes on when its connection is closed",
        after - before + " calls cancelled");
  }

  /** A call: how many messages are read before its connection is lost. */
  record Call(int read, boolean inOtherSession) {}

  @Provide
  Arbitrary<List<Call>> calls() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 3), Arbitraries.of(false, false, true))
        .as(Call::new)
        .list()
        .ofMinSize(2)
        .ofMaxSize(3);
  }

  @Property
  @Checks({
    "http.resume.own-stream-only",
    "http.event-id.names-stream",
    "http.event-id.unique",
    "progress.increases"
  })
  @Needs(tools = "conformance_wait")
  @Tries(3)
  void resumedStreamBringsOnlyWhatIsItsOwn(@ForAll("calls") List<Call> calls, Trial trial) {
    Conversation conversation = LegacyDialect.of(trial);
    Conversation other = Conversations.another(trial);
    List<Reply> parts = new ArrayList<>();
    for (int i = 0; i < calls.size(); i++) {
      Conversation session = calls.get(i).inOtherSession() ? other : conversation;
      MessageStream stream = trial.open(waiting(session, 400, Json.string("token " + i)));
      for (int read = 0; read <= calls.get(i).read(); read++) {
        stream.next(SOON);
      }
      parts.add(stream.soFar());
      stream.close();
    }
    for (Reply part : parts) {
      resume((Conversation) part.ask().membership().orElseThrow(), part, trial);
    }
  }

  private static void resume(Conversation session, Reply part, Trial trial) {
    Optional<String> last = part.lastEventId();
    if (last.isEmpty()) {
      return;
    }
    session.state().resumed();
    try (MessageStream stream = trial.server().open(session.resumption(last.get()))) {
      while (stream.soFar().response().isEmpty() && stream.next(SOON).isPresent()) {
        // read on
      }
      own(part, stream.soFar(), trial);
    }
  }

  private static void own(Reply part, Reply resumed, Trial trial) {
    JsonNode token = part.ask().meta().path("progressToken");
    for (Reply.Message message : resumed.messages()) {
      boolean foreign =
          isProgress(message)
              ? !Json.same(message.node().path("params").path("progressToken"), token)
              : message.isResponse()
                  && !Json.same(message.node().path("id"), part.ask().id().orElseThrow());
      String shown = Json.brief(message.node());
      trial.expect(
          "http.resume.own-stream-only",
          !foreign,
          "only what belongs to the stream with " + token,
          shown);
      trial.expect(
          "http.event-id.names-stream", !foreign, "the stream that the event id is of", shown);
    }
    double last = last(part);
    for (Reply.Message message : resumed.messages()) {
      if (isProgress(message)) {
        double now = message.node().path("params").path("progress").doubleValue(0);
        String shown = Json.brief(message.node());
        trial.expect("progress.increases", now > last, "more than " + last, shown);
        last = now;
      }
    }
  }

  private static boolean isProgress(Reply.Message message) {
    return message.method().equals("notifications/progress");
  }

  private static double last(Reply part) {
    return part.notifications().stream()
        .mapToDouble(message -> message.node().path("params").path("progress").doubleValue(0))
        .max()
        .orElse(Double.NEGATIVE_INFINITY);
  }

  @Property
  @Checks("http.resume.own-stream-only")
  @Needs(tools = "test_tool_with_progress")
  @Tries(4)
  void eventsOfAnotherSessionAreNotReplayed(@ForAll("ids") JsonNode token, Trial trial) {
    Conversation conversation = LegacyDialect.of(trial);
    Conversation other = Conversations.another(trial);
    Ask call = conversation.call("test_tool_with_progress").meta("progressToken", token);
    Reply reply = trial.send(call);
    Optional<String> first =
        reply.events().stream().flatMap(event -> event.id().stream()).findFirst();
    if (first.isEmpty() || other.sessionId().isEmpty()) {
      return;
    }
    Reply stolen = ListenProperties.briefly(trial, other.resumption(first.get()));
    trial
        .expect("http.resume.own-stream-only", stolen)
        .is(stolen.messages().isEmpty() || !stolen.isStream(), "nothing of another session");
  }

  private static Ask waiting(Conversation conversation, int millis, JsonNode token) {
    Ask call = conversation.call("conformance_wait").meta("progressToken", token);
    return call.param("arguments", Json.object().put("millis", millis));
  }
}
