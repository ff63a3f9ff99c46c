/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.modern;

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
import java.util.concurrent.locks.LockSupport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import tools.jackson.databind.JsonNode;

/** Requests that are given up while they run. */
@Needs(tools = {"conformance_wait", "conformance_waits"})
class CancellationProperties extends Generators {
  private static final Duration SOON = Duration.ofSeconds(8);
  private static final Duration SILENCE = Duration.ofMillis(400);
  private static final int WAIT_MILLIS = 30_000;

  @Property
  @Checks({"cancel.disconnect-cancels", "http.cancel-stops-work", "cancel.server-stops"})
  @Needs(Feature.HTTP)
  @Tries(2)
  void closedStreamCancels(@ForAll @IntRange(max = 3) int messages, Trial trial) {
    long before = cancelled(trial);
    MessageStream stream = waiting(trial);
    ReadOn.until(stream, SOON, message -> true);
    for (int i = 0; i < messages; i++) {
      stream.next(SILENCE);
    }
    stream.close();
    boolean noticed = await(() -> cancelled(trial) > before);
    Reply reply = trial.send(trial.call("conformance_waits"));
    String expected = "that the call is cancelled within " + SOON.toSeconds() + " s";
    trial.observe("http.cancel-stops-work", noticed, expected, reply.brief());
    trial.observe("cancel.server-stops", noticed, expected, reply.brief());
    trial.expect("cancel.disconnect-cancels", reply).is(noticed, expected);
  }

  @Property
  @Checks({
    "stdio.cancel-silences",
    "stdio.cancel-stops-work",
    "cancel.no-response",
    "cancel.server-stops"
  })
  @Needs(Feature.STDIO)
  @Tries(4)
  void cancelledRequestIsSilent(@ForAll @IntRange(max = 3) int messages, Trial trial) {
    long before = cancelled(trial);
    MessageStream stream = waiting(trial);
    ReadOn.until(stream, SOON, message -> true);
    for (int i = 0; i < messages; i++) {
      stream.next(SILENCE);
    }
    stream.close();
    boolean noticed = await(() -> cancelled(trial) > before);
    // What was on its way when the notification was sent is excused.
    ReadOn.until(stream, SILENCE, message -> false);
    int excused = stream.soFar().messages().size();
    ReadOn.until(stream, SILENCE, message -> false);
    Reply reply = stream.soFar();
    String expected = "that the call is cancelled within " + SOON.toSeconds() + " s";
    trial.observe("stdio.cancel-stops-work", noticed, expected, reply.brief());
    trial.observe("cancel.server-stops", noticed, expected, reply.brief());
    trial
        .expect("cancel.no-response", reply)
        .is(reply.response().isEmpty(), "no response to the cancelled request");
    trial
        .expect("stdio.cancel-silences", reply)
        .is(reply.messages().size() == excused, "nothing more for the cancelled request");
  }

  @Property
  @Checks("cancel.races")
  @Tries(6)
  void cancellationMayCrossTheResponse(@ForAll @IntRange(max = 60) int millis, Trial trial) {
    Ask ask = trial.call("conformance_wait", Json.object().put("millis", 20));
    MessageStream stream = trial.open(ask.meta("progressToken", trial.freshId()));
    LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
    stream.close();
    trial.expect("cancel.races", trial.send(trial.ask("server/discover"))).result();
  }

  private static MessageStream waiting(Trial trial) {
    Ask ask = trial.call("conformance_wait", Json.object().put("millis", WAIT_MILLIS));
    return trial.open(ask.meta("progressToken", trial.freshId()));
  }

  private static long cancelled(Trial trial) {
    JsonNode result = trial.send(trial.call("conformance_waits")).result();
    return result.path("structuredContent").path("cancelled").longValue(0);
  }

  private static boolean await(java.util.function.BooleanSupplier condition) {
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
