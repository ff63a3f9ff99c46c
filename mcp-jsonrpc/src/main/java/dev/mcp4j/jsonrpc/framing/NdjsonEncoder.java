/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.framing;

import dev.mcp4j.jsonrpc.scan.ByteScan;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Writes messages as lines, as the <a
 * href="https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/stdio">stdio
 * transport</a> delimits them: the message, then one LF.
 *
 * <p>A message with a raw CR or LF is refused: LF would cut it in two for every reader, CR for
 * many. JSON written without line breaks has neither, since strings escape them.
 */
public final class NdjsonEncoder {

  private NdjsonEncoder() {}

  /**
   * Makes one line of a message.
   *
   * @param message one JSON text without line breaks
   * @return the message and an LF, in a fresh array
   * @throws IllegalArgumentException if the message is empty or holds a CR or LF
   */
  public static byte[] encode(byte[] message) {
    checkOneLine(message);
    byte[] line = Arrays.copyOf(message, message.length + 1);
    line[message.length] = '\n';
    return line;
  }

  /**
   * Writes one line. Blocks as the stream does; does not flush. Two threads writing to the same
   * stream must take turns.
   *
   * @param message one JSON text without line breaks
   * @param out where to write; best buffered, for the LF is written on its own
   * @throws IllegalArgumentException if the message is empty or holds a CR or LF; nothing is
   *     written then
   * @throws IOException if the stream fails
   */
  public static void write(byte[] message, OutputStream out) throws IOException {
    checkOneLine(message);
    out.write(message);
    out.write('\n');
  }

  private static void checkOneLine(byte[] message) {
    if (message.length == 0) {
      throw new IllegalArgumentException("expected one JSON text, but the message is empty");
    }
    int lineEnd = ByteScan.indexOfLineEnd(message, 0, message.length);
    if (lineEnd < message.length) {
      throw new IllegalArgumentException(
          "expected a message on one line, but byte %d is a raw %s"
              .formatted(lineEnd, message[lineEnd] == '\r' ? "CR" : "LF"));
    }
  }
}
