/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.framing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mcp4j.jsonrpc.scan.ByteScan;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Writes a {@code text/event-stream}, as the <a
 * href="https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation">HTML
 * standard</a> defines it. Every result is complete in itself, blank line included, so results can
 * be sent one after the other in any order.
 *
 * <p>Data with line breaks is sent as several {@code data} lines. A reader gets every line break
 * back as LF, so CR and CRLF do not survive; JSON written without line breaks passes unchanged.
 */
public final class SseEncoder {

  private static final byte[] DATA = "data: ".getBytes(UTF_8);

  private SseEncoder() {}

  /**
   * Encodes an event that has nothing but data.
   *
   * @param data the data, usually one JSON text
   * @return the bytes to send, in a fresh array
   */
  public static byte[] encode(byte[] data) {
    if (ByteScan.indexOfLineEnd(data, 0, data.length) < data.length) {
      return encode(SseEvent.of(data));
    }
    byte[] event = new byte[DATA.length + data.length + 2];
    System.arraycopy(DATA, 0, event, 0, DATA.length);
    System.arraycopy(data, 0, event, DATA.length, data.length);
    event[event.length - 2] = '\n';
    event[event.length - 1] = '\n';
    return event;
  }

  /**
   * Encodes an event. The default type is left out.
   *
   * @param event the event
   * @return the bytes to send, in a fresh array
   */
  public static byte[] encode(SseEvent event) {
    return encodeFields(event, null);
  }

  /**
   * Encodes an event that also tells how long to wait before reconnecting.
   *
   * @param event the event
   * @param retry the time to wait, zero or more; sent in whole milliseconds
   * @return the bytes to send, in a fresh array
   * @throws IllegalArgumentException if the time is negative
   */
  public static byte[] encode(SseEvent event, Duration retry) {
    if (retry.isNegative()) {
      throw new IllegalArgumentException("the retry time cannot be negative, but was " + retry);
    }
    return encodeFields(event, retry);
  }

  /**
   * Encodes a comment, which readers ignore. An empty one shows that the stream is alive.
   *
   * @param text the comment; no CR or LF
   * @return the bytes to send, in a fresh array
   * @throws IllegalArgumentException if the text holds a CR or LF
   */
  public static byte[] comment(String text) {
    if (text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("a comment cannot hold a line break");
    }
    return ((text.isEmpty() ? ":" : ": " + text) + "\n\n").getBytes(UTF_8);
  }

  private static byte[] encodeFields(SseEvent event, @Nullable Duration retry) {
    StringBuilder fields = new StringBuilder();
    if (!event.type().equals(SseEvent.MESSAGE)) {
      fields.append("event: ").append(event.type()).append('\n');
    }
    if (event.id() != null) {
      fields.append("id: ").append(event.id()).append('\n');
    }
    if (retry != null) {
      fields.append("retry: ").append(retry.toMillis()).append('\n');
    }
    ByteAccumulator encoded = new ByteAccumulator();
    byte[] head = fields.toString().getBytes(UTF_8);
    encoded.append(head, 0, head.length);
    appendData(event.data(), encoded);
    encoded.append((byte) '\n');
    return encoded.take().toByteArray();
  }

  private static void appendData(ByteSlice data, ByteAccumulator encoded) {
    byte[] bytes = data.array();
    int end = data.offset() + data.length();
    int start = data.offset();
    while (true) {
      int lineEnd = ByteScan.indexOfLineEnd(bytes, start, end);
      encoded.append(DATA, 0, DATA.length);
      encoded.append(bytes, start, lineEnd - start);
      encoded.append((byte) '\n');
      if (lineEnd == end) {
        return;
      }
      boolean crLf = bytes[lineEnd] == '\r' && lineEnd + 1 < end && bytes[lineEnd + 1] == '\n';
      start = lineEnd + (crLf ? 2 : 1);
    }
  }
}
