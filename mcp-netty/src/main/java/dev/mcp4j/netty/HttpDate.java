/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.netty;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The time as the header {@code Date} shows it. Made once a second. */
final class HttpDate {
  private static final long MILLIS = 1000;
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static volatile Text last = textOf(0);

  private record Text(long second, String date) {}

  private HttpDate() {}

  static String now() {
    long second = System.currentTimeMillis() / MILLIS;
    Text text = last;
    if (text.second() != second) {
      text = textOf(second);
      last = text;
    }
    return text.date();
  }

  private static Text textOf(long second) {
    return new Text(second, FORMAT.format(Instant.ofEpochSecond(second)));
  }
}
