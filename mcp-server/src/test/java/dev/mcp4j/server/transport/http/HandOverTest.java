/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.jsonrpc.JsonLimits;
import dev.mcp4j.jsonrpc.JsonRpcCodec;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HandOverTest {
  private final HandOver handOver =
      new HandOver(Runnable::run, JsonRpcCodec.create(JsonLimits.DEFAULT));
  private final FakeCall call = FakeCall.post("{}");
  private final AtomicInteger ends = new AtomicInteger();

  @Test
  void failureBeforeTheAnswerIsAnInternalError() {
    handOver.run(
        call,
        known -> {
          throw new IllegalStateException("boom");
        },
        ends::incrementAndGet);

    assertThat(call.status()).isEqualTo(500);
    assertThat(ends).hasValue(1);
  }

  @Test
  void failureAfterTheStreamHasBegunEndsTheStream() {
    handOver.run(
        call,
        known -> {
          var unused = known.stream(Map.of());
          throw new IllegalStateException("boom");
        },
        ends::incrementAndGet);

    assertThat(call.events().isClosed()).isTrue();
    assertThat(ends).hasValue(1);
  }
}
