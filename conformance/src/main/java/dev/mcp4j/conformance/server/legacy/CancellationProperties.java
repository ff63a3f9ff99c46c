/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.legacy;

import dev.mcp4j.conformance.engine.Checks;
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
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import tools.jackson.databind.JsonNode;

/** Requests that are cancelled while they run. */
@Needs(tools = {"conformance_wait", "conformance_waits"})
class CancellationProperties extends Generators {
  private static final Duration SOON = Duration.ofSeconds(8);
  private static final Duration SILENCE = Duration.ofMillis(400);
  private static final int WAIT_MILLIS = 30_000;

  @Property
  @Checks({"cancel.receiver-stops", "cancel.no-response"})
  @Tries(3)
  void cancelledRequestEndsInSilence(@ForAll @IntRange(max = 3) int messages, Trial trial) {
    Conversation conversation = LegacyDialect.of(trial);
    long before = waits(trial, "cancelled");
    Ask call = waiting(conversation, WAIT_MILLIS);
    MessageStream stream = trial.open(call);
    ReadOn.until(stream, SOON, message -> true);
    for (int i = 0; i < messages; i++) {
      stream.next(SILENCE);
    }
    conversation.tell(cancellation(conversation, call));
    boolean noticed = await(() -> waits(trial, "cancelled") > before);
    ReadOn.during(stream, SILENCE);
    Reply reply = stream.soFar();
    trial
        .expect("cancel.receiver-stops", reply)
        .is(noticed, "that the call is cancelled within " + SOON.toSeconds() + " s");
    trial
        .expect("cancel.no-response", reply)
        .is(reply.response().isEmpty(), "no response to the cancelled request");
  }

  @Property
  @Checks("cancel.races")
  @Tries(6)
  void cancellationMayCrossTheResponse(@ForAll @IntRange(max = 60) int millis, Trial trial) {
    Conversation conversation = LegacyDialect.of(trial);
    Ask call = waiting(conversation, 20);
    MessageStream stream = trial.open(call);
    LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
    conversation.tell(cancellation(conversation, call));
    stream.close();
    trial.expect("cancel.races", trial.send(conversation.ask("ping"))).result();
  }

  private static Ask waiting(Conversation conversation, int millis) {
    Ask call = conversation.call("conformance_wait").meta("progressToken", Conversation.freshId());
    return call.param("arguments", Json.object().put("millis", millis));
  }

  static Ask cancellation(Conversation conversation, Ask request) {
    return conversation
        .notification("notifications/cancelled")
        .param("requestId", request.id().orElseThrow());
  }

  /** How many waits are in a state. */
  static long waits(Trial trial, String member) {
    JsonNode result = trial.send(LegacyDialect.of(trial).call("conformance_waits")).result();
    return result.path("structuredContent").path(member).longValue(0);
  }

  static boolean await(BooleanSupplier condition) {
    long end = System.nanoTime() + SOON.toNanos();
    while (System.nanoTime() < end) {
      if (condition.getAsBoolean()) {
        return true;
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
    return condition.getAsBoolean();
  }
}
