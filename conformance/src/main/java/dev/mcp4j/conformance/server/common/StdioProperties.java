/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.common;

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
import dev.mcp4j.conformance.wire.Bytes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is particular about standard streams. */
@Needs(Feature.STDIO)
class StdioProperties extends Generators {
  private static final Duration SILENCE = Duration.ofMillis(300);

  @Property
  @Checks("stdio.exit-on-eof")
  @Tries(2)
  void endOfInputEndsTheServer(@ForAll @IntRange(max = 3) int requests, Trial trial) {
    for (int i = 0; i < requests; i++) {
      trial.send(trial.askPlain());
    }
    Reply last = trial.send(trial.askPlain());
    boolean ended = trial.stdio().end();
    trial
        .expect("stdio.exit-on-eof", last)
        .is(ended, "that the process exits after the end of its input");
  }

  @Property
  @Checks({"stdio.stdout-messages-only", "stdio.no-embedded-newline"})
  @Tries(4)
  void nothingButMessagesIsWritten(
      @ForAll("tools") List<String> tools, @ForAll("noise") String noise, Trial trial) {
    trial.stdio().close();
    trial.send(trial.askPlain());
    trial.send(trial.askPlain().body(Bytes.utf8(noise)));
    for (String tool : tools) {
      if (trial.profile().tool(tool).isPresent()) {
        Ask ask =
            trial
                .call(tool)
                .meta("progressToken", trial.freshId())
                .meta(Ask.LOG_LEVEL, Json.string("debug"));
        trial.send(ask);
      }
    }
    // All that is written is looked at, whether the process goes on after noise or not.
    trial.send(trial.askPlain());
  }

  @Provide
  Arbitrary<List<String>> tools() {
    return Arbitraries.of(
            "test_simple_text",
            "test_tool_with_progress",
            "test_logging_tool",
            "test_error_handling")
        .list()
        .ofMaxSize(4);
  }

  @Provide
  Arbitrary<String> noise() {
    return Arbitraries.of("", "not json", "{", "[]", "{\"jsonrpc\":\"2.0\"}", "\u0000\u0001");
  }

  @Property
  @Checks({"stateless.many-conversations", "result.same-id"})
  @Tries(8)
  void requestsWrittenAtOnceAreAllAnswered(
      @ForAll @IntRange(min = 2, max = 8) int number, Trial trial) {
    List<MessageStream> streams =
        java.util.stream.IntStream.range(0, number)
            .mapToObj(i -> trial.open(i % 2 == 0 ? trial.ask("tools/list") : trial.askPlain()))
            .toList();
    for (MessageStream stream : streams) {
      Reply reply = trial.seen(stream.readAll());
      trial.expect("stateless.many-conversations", reply).result();
      JsonNode id = reply.ask().id().orElseThrow();
      trial
          .expect("result.same-id", reply)
          .is(MessageProperties.sameId(reply, id), "the id " + Json.write(id));
    }
  }

  @Property
  @Checks("stdio.cancel-silences")
  @Needs(value = Feature.SUBSCRIPTIONS, tools = "test_trigger_tool_change")
  @Tries(3)
  void cancelledSubscriptionIsSilent(@ForAll @IntRange(max = 2) int before, Trial trial) {
    ObjectNode filter = Json.object().put("toolsListChanged", true);
    MessageStream stream =
        trial.open(trial.ask("subscriptions/listen").param("notifications", filter));
    stream.next(trial.server().patience());
    for (int i = 0; i < before; i++) {
      trial.send(trial.call("test_trigger_tool_change"));
      ReadOn.until(stream, SILENCE, message -> true);
    }
    stream.close();
    trial.send(trial.askPlain());
    ReadOn.until(stream, SILENCE, message -> false);
    trial.send(trial.call("test_trigger_tool_change"));
    Optional<Reply.Message> after =
        ReadOn.until(stream, SILENCE, message -> message.method().contains("list_changed"));
    trial
        .expect("stdio.cancel-silences", stream.soFar())
        .is(after.isEmpty(), "nothing more for the cancelled subscription");
  }
}
