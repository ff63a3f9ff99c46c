/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.framing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mcp4j.jsonrpc.scan.ByteScan;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the events in a {@code text/event-stream}, by the rules of the <a
 * href="https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation">HTML
 * standard</a>: LF, CR and CRLF end a line, one leading byte order mark is skipped, a blank line
 * completes an event, an event without a {@code data} field is not dispatched (one with an empty
 * {@code data} field is), and an event the stream's end cuts off is discarded.
 *
 * <p>It differs from a browser in two points: the data stays bytes whose encoding is left to the
 * reader of the message, and size is limited. An event is too long when its data or any of its
 * lines is over the limit; it is reported once and dropped, and decoding goes on with the next
 * event.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class SseDecoder {

  /** The limit on the bytes of one event unless another one is given: 4 MiB. */
  public static final int DEFAULT_MAX_EVENT_BYTES = 4 * 1024 * 1024;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final byte[] DATA = "data".getBytes(UTF_8);
  private static final byte[] EVENT = "event".getBytes(UTF_8);
  private static final byte[] ID = "id".getBytes(UTF_8);
  private static final byte[] RETRY = "retry".getBytes(UTF_8);

  private final int maxEventBytes;
  private final SseSink sink;
  private final LineAssembler lines;
  private final EventData data = new EventData();

  private boolean atStart = true;
  private int markBytes;
  private boolean afterCr;

  private String type = "";
  private String idOfEvent = "";
  private String lastEventId = "";
  private boolean tooLong;

  /**
   * Makes a decoder with the default limit.
   *
   * @param sink takes the events
   */
  public SseDecoder(SseSink sink) {
    this(DEFAULT_MAX_EVENT_BYTES, sink);
  }

  /**
   * Makes a decoder.
   *
   * @param maxEventBytes how many bytes the data of an event, and each line of the stream without
   *     its line end, may have; 1 or more
   * @param sink takes the events
   * @throws IllegalArgumentException if the limit is below 1
   */
  public SseDecoder(int maxEventBytes, SseSink sink) {
    this.maxEventBytes = maxEventBytes;
    this.sink = Objects.requireNonNull(sink, "sink");
    this.lines =
        new LineAssembler(
            maxEventBytes,
            new LineAssembler.Sink() {
              @Override
              public void onLine(ByteSlice line) {
                interpret(line);
              }

              @Override
              public void onTooLong(ByteSlice head) {
                dropEvent();
              }
            });
  }

  /**
   * Takes the next bytes of the stream and calls the sink for what they complete. Does not block
   * unless the sink does.
   *
   * @param bytes holds the bytes; not written to, and not needed after this method returns
   * @param offset index of the first byte
   * @param length number of bytes, 0 or more
   * @throws IndexOutOfBoundsException if the range is not inside the array
   */
  public void feed(byte[] bytes, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    int end = offset + length;
    int start = atStart ? skipByteOrderMark(bytes, offset, end) : offset;
    while (true) {
      if (afterCr && start < end) {
        afterCr = false;
        start += bytes[start] == '\n' ? 1 : 0;
      }
      int lineEnd = ByteScan.indexOfLineEnd(bytes, start, end);
      if (lineEnd == end) {
        break;
      }
      lines.end(bytes, start, lineEnd);
      afterCr = bytes[lineEnd] == '\r';
      start = lineEnd + 1;
    }
    // The data may still lie in the caller's buffer or where the next partial line goes.
    data.keep();
    if (start < end) {
      lines.add(bytes, start, end);
    }
  }

  /**
   * Tells that the stream has ended. An event that lacks its blank line is discarded, with its id.
   *
   * <p>The decoder is then ready for the beginning of another stream and keeps the {@linkplain
   * #lastEventId() last event id}, as a client that reconnects needs it.
   */
  public void finish() {
    lines.reset();
    data.clear();
    atStart = true;
    markBytes = 0;
    afterCr = false;
    type = "";
    idOfEvent = lastEventId;
    tooLong = false;
  }

  /**
   * Returns the id to resume the stream after: the value of the last {@code id} field in a block
   * that a blank line has completed, whether or not the block carried data.
   *
   * @return the id, null if there was none or the last one was empty
   */
  public @Nullable String lastEventId() {
    return lastEventId.isEmpty() ? null : lastEventId;
  }

  private int skipByteOrderMark(byte[] bytes, int start, int end) {
    int next = start;
    while (next < end && bytes[next] == BYTE_ORDER_MARK[markBytes]) {
      next++;
      if (++markBytes == BYTE_ORDER_MARK.length) {
        atStart = false;
        return next;
      }
    }
    if (next < end) {
      atStart = false;
      lines.add(BYTE_ORDER_MARK, 0, markBytes);
    }
    return next;
  }

  private void interpret(ByteSlice line) {
    if (line.isEmpty()) {
      completeEvent();
      return;
    }
    byte[] bytes = line.array();
    int start = line.offset();
    int end = start + line.length();
    int colon = ByteScan.indexOf(':', bytes, start, end);
    if (colon == start) {
      sink.onComment();
      return;
    }
    int value = Math.min(colon + 1, end);
    if (value < end && bytes[value] == ' ') {
      value++;
    }
    if (isName(DATA, bytes, start, colon)) {
      addData(ByteSlice.of(bytes, value, end - value));
    } else if (isName(EVENT, bytes, start, colon)) {
      type = new String(bytes, value, end - value, UTF_8);
    } else if (isName(ID, bytes, start, colon)) {
      if (ByteScan.indexOf('\0', bytes, value, end) == end) {
        idOfEvent = new String(bytes, value, end - value, UTF_8);
      }
    } else if (isName(RETRY, bytes, start, colon)) {
      retry(bytes, value, end);
    }
  }

  private void addData(ByteSlice line) {
    if (tooLong) {
      return;
    }
    if (data.sizeWith(line.length()) > maxEventBytes) {
      dropEvent();
    } else {
      data.addLine(line);
    }
  }

  private void dropEvent() {
    if (!tooLong) {
      tooLong = true;
      data.clear();
      sink.onTooLong();
    }
  }

  private void completeEvent() {
    lastEventId = idOfEvent;
    String completed = type.isEmpty() ? SseEvent.MESSAGE : type;
    type = "";
    tooLong = false;
    if (data.isPresent()) {
      sink.onEvent(new SseEvent(completed, lastEventId(), data.take()));
    }
  }

  private void retry(byte[] bytes, int start, int end) {
    long millis = 0;
    for (int i = start; i < end; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return;
      }
      boolean overflows = millis > (Long.MAX_VALUE - digit) / 10;
      millis = overflows ? Long.MAX_VALUE : millis * 10 + digit;
    }
    if (start < end) {
      sink.onRetry(Duration.ofMillis(millis));
    }
  }

  private static boolean isName(byte[] name, byte[] bytes, int start, int end) {
    return Arrays.equals(name, 0, name.length, bytes, start, end);
  }
}
