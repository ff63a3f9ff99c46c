/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.framing;

import dev.mcp4j.jsonrpc.scan.ByteScan;
import java.util.Objects;

/**
 * Cuts a byte stream into lines, one JSON-RPC message each, as the <a
 * href="https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/stdio">stdio
 * transport</a> delimits them.
 *
 * <ul>
 *   <li>LF ends a line; a CR right before it is left out. A CR elsewhere belongs to the line.
 *   <li>A line of nothing but JSON white space is ignored.
 *   <li>A line over the limit is reported once and skipped; decoding goes on with the next line.
 * </ul>
 *
 * <p>Not safe for use by several threads at once.
 */
public final class NdjsonDecoder {

  /** The limit on the bytes of one line unless another one is given: 4 MiB. */
  public static final int DEFAULT_MAX_LINE_BYTES = 4 * 1024 * 1024;

  private final LineAssembler lines;

  /**
   * Makes a decoder with the default limit.
   *
   * @param sink takes the lines
   */
  public NdjsonDecoder(NdjsonSink sink) {
    this(DEFAULT_MAX_LINE_BYTES, sink);
  }

  /**
   * Makes a decoder.
   *
   * @param maxLineBytes how many bytes a line may have, the LF not counted; 1 or more
   * @param sink takes the lines
   * @throws IllegalArgumentException if the limit is below 1
   */
  public NdjsonDecoder(int maxLineBytes, NdjsonSink sink) {
    Objects.requireNonNull(sink, "sink");
    lines =
        new LineAssembler(
            maxLineBytes,
            new LineAssembler.Sink() {
              @Override
              public void onLine(ByteSlice line) {
                emit(line, sink);
              }

              @Override
              public void onTooLong(ByteSlice head) {
                sink.onTooLong(head);
              }
            });
  }

  /**
   * Takes the next bytes of the stream and calls the sink for each line they complete. Does not
   * block unless the sink does.
   *
   * @param bytes holds the bytes; not written to, and not needed after this method returns
   * @param offset index of the first byte
   * @param length number of bytes, 0 or more
   * @throws IndexOutOfBoundsException if the range is not inside the array
   */
  public void feed(byte[] bytes, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    int end = offset + length;
    int start = offset;
    int lineEnd;
    while ((lineEnd = ByteScan.indexOf('\n', bytes, start, end)) < end) {
      lines.end(bytes, start, lineEnd);
      start = lineEnd + 1;
    }
    if (start < end) {
      lines.add(bytes, start, end);
    }
  }

  /**
   * Tells that the stream has ended. A last line that lacks its LF is passed on like any other; the
   * reader of the message finds out whether it is complete.
   *
   * <p>The decoder is then ready for the beginning of another stream.
   */
  public void finish() {
    lines.endOfInput();
  }

  private static void emit(ByteSlice line, NdjsonSink sink) {
    byte[] bytes = line.array();
    int start = line.offset();
    int end = start + line.length();
    int first = start;
    while (first < end && isWhiteSpace(bytes[first])) {
      first++;
    }
    if (first == end) {
      return;
    }
    boolean endsWithCr = bytes[end - 1] == '\r';
    sink.onLine(endsWithCr ? ByteSlice.of(bytes, start, line.length() - 1) : line);
  }

  private static boolean isWhiteSpace(byte b) {
    return b == ' ' || b == '\t' || b == '\r';
  }
}
