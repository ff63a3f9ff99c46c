/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.framing;

/**
 * Takes the lines a {@link NdjsonDecoder} finds.
 *
 * <p>Called on the thread that feeds the decoder, in the order of the stream. A callback may block,
 * which holds up the stream; it must not feed the decoder it is called from. What it throws leaves
 * through {@code feed} and ends the decoder's use.
 */
public interface NdjsonSink {

  /**
   * Takes one line that is not blank.
   *
   * @param line the line without its line end; good until this method returns
   */
  void onLine(ByteSlice line);

  /**
   * Takes the beginning of a line that is over the limit. Called once for the line, as soon as it
   * is known to be too long; the rest of it is dropped.
   *
   * <p>The beginning usually shows which message this was, so that its sender can be answered.
   *
   * @param head the first bytes of the line, exactly as many as the limit allows; good until this
   *     method returns
   */
  void onTooLong(ByteSlice head);
}
