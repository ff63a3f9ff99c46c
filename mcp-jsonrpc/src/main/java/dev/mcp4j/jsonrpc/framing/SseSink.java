/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.framing;

import java.time.Duration;

/**
 * Takes what an {@link SseDecoder} finds.
 *
 * <p>Called on the thread that feeds the decoder, in the order of the stream. A callback may block,
 * which holds up the stream; it must not feed the decoder it is called from. What it throws leaves
 * through {@code feed} and ends the decoder's use.
 */
public interface SseSink {

  /**
   * Takes one event. Its data can be empty: that is a priming event, not a message.
   *
   * @param event the event; its data is good until this method returns
   */
  void onEvent(SseEvent event);

  /**
   * Tells that an event is over the limit. Called once for the event, as soon as it is known to be
   * too long; its data is dropped, while its {@code id} and {@code retry} fields count.
   */
  void onTooLong();

  /**
   * Takes the time to wait before reconnecting, as a {@code retry} field gave it. Called whether or
   * not the field comes with data. Does nothing unless overridden.
   *
   * @param delay the time, zero or more, in whole milliseconds
   */
  default void onRetry(Duration delay) {}

  /**
   * Tells of a comment line, which servers send to show that they are alive. Does nothing unless
   * overridden.
   */
  default void onComment() {}
}
