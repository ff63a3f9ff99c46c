/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.framing;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down what a decoder reports, data as one character per byte. */
final class SseRecorder implements SseSink {

  static final String COMMENT = "comment";
  static final String TOO_LONG = "too long";

  final List<String> seen = new ArrayList<>();

  static String event(String type, @Nullable String id, String data) {
    return "event " + type + " id " + id + " data " + data;
  }

  static String message(String data) {
    return event("message", null, data);
  }

  static String retry(BigInteger millis) {
    return "retry " + millis.min(BigInteger.valueOf(Long.MAX_VALUE));
  }

  @Override
  public void onEvent(SseEvent event) {
    seen.add(event(event.type(), event.id(), Pieces.text(event.data())));
  }

  @Override
  public void onTooLong() {
    seen.add(TOO_LONG);
  }

  @Override
  public void onRetry(Duration delay) {
    seen.add("retry " + delay.toMillis());
  }

  @Override
  public void onComment() {
    seen.add(COMMENT);
  }
}
