/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.framing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * The HTML standard's account of an event stream, followed sentence by sentence on the whole stream
 * at once: what a decoder has to agree with.
 */
final class EventStreamRules {

  private final List<String> seen = new ArrayList<>();
  private String data = "";
  private String type = "";
  private String id = "";
  private String lastEventId = "";

  private EventStreamRules() {}

  /** Interprets a stream given as one character per byte. */
  static List<String> interpret(String stream) {
    EventStreamRules rules = new EventStreamRules();
    String text = stream.startsWith("\u00EF\u00BB\u00BF") ? stream.substring(3) : stream;
    String[] lines = text.split("\r\n|\r|\n", -1);
    for (int i = 0; i < lines.length - 1; i++) {
      rules.line(lines[i]);
    }
    return rules.seen;
  }

  private void line(String line) {
    if (line.isEmpty()) {
      dispatch();
    } else if (line.startsWith(":")) {
      seen.add(SseRecorder.COMMENT);
    } else if (line.contains(":")) {
      String value = line.substring(line.indexOf(':') + 1);
      field(
          line.substring(0, line.indexOf(':')), value.startsWith(" ") ? value.substring(1) : value);
    } else {
      field(line, "");
    }
  }

  private void field(String name, String value) {
    switch (name) {
      case "event" -> type = value;
      case "data" -> data += value + "\n";
      case "id" -> id = value.contains("\0") ? id : value;
      case "retry" -> {
        if (value.matches("[0-9]+")) {
          seen.add(SseRecorder.retry(new BigInteger(value)));
        }
      }
      default -> {}
    }
  }

  private void dispatch() {
    lastEventId = id;
    if (!data.isEmpty()) {
      seen.add(
          SseRecorder.event(
              type.isEmpty() ? "message" : fromUtf8(type),
              lastEventId.isEmpty() ? null : fromUtf8(lastEventId),
              data.substring(0, data.length() - 1)));
    }
    data = "";
    type = "";
  }

  private static String fromUtf8(String value) {
    return new String(value.getBytes(ISO_8859_1), UTF_8);
  }
}
