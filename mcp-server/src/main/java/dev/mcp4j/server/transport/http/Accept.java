/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a client is ready to read. Parameters other than the weight are of no meaning here.
 *
 * <p>RFC 9110, section 12.5.1.
 */
final class Accept {
  private static final Pattern WEIGHT = Pattern.compile("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?");

  private final List<Optional<MediaRange>> ranges;

  private Accept(List<Optional<MediaRange>> ranges) {
    this.ranges = ranges;
  }

  /** Reads the values of the header. Malformed elements stand for nothing. */
  static Accept of(List<String> values) {
    return new Accept(values.stream().flatMap(v -> MediaRange.parseList(v).stream()).toList());
  }

  /**
   * Tells whether the client reads a media type. The most specific ranges that cover it decide. A
   * client that names no range at all reads everything.
   */
  boolean accepts(String type, String subtype) {
    if (ranges.isEmpty()) {
      return true;
    }
    int closest = -1;
    boolean accepted = false;
    for (Optional<MediaRange> element : ranges) {
      if (element.isEmpty() || !covers(element.get(), type, subtype)) {
        continue;
      }
      MediaRange range = element.get();
      String weight = range.parameters().getOrDefault("q", "1");
      if (!WEIGHT.matcher(weight).matches()) {
        continue;
      }
      int precision = precision(range);
      boolean wanted = new BigDecimal(weight).signum() > 0;
      if (precision > closest) {
        closest = precision;
        accepted = wanted;
      } else if (precision == closest) {
        accepted |= wanted;
      }
    }
    return accepted;
  }

  private static boolean covers(MediaRange range, String type, String subtype) {
    return (range.type().equals("*") || range.type().equals(type))
        && (range.subtype().equals("*") || range.subtype().equals(subtype));
  }

  private static int precision(MediaRange range) {
    if (!range.subtype().equals("*")) {
      return 2;
    }
    return range.type().equals("*") ? 0 : 1;
  }
}
