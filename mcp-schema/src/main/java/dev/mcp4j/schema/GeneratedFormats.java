/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.Format;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The formats that generated schemas assert: what the standard demands, narrowed to what binds. The
 * last three are not defined by JSON Schema, so other implementations take them as annotations.
 */
final class GeneratedFormats {

  private static final String TIME = "\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?";
  private static final String DATE = "\\d{4}-\\d{2}-\\d{2}";
  private static final String OFFSET = "(?:[zZ]|[+-]\\d{2}:\\d{2})";
  private static final String LOCAL_TIME = "\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?";
  private static final String UUID = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

  private static final List<Format> ALL =
      List.of(
          format("date", shaped(DATE, LocalDate::parse)),
          format("time", shaped(TIME + OFFSET, OffsetTime::parse)),
          format("date-time", shaped(DATE + "[tT]" + TIME + OFFSET, OffsetDateTime::parse)),
          format("uuid", shaped(UUID, text -> {})),
          format("uri", text -> isUri(text, true)),
          format("uri-reference", text -> isUri(text, false)),
          format("date-time-local", shaped(DATE + "T" + LOCAL_TIME, LocalDateTime::parse)),
          format("time-local", shaped(LOCAL_TIME, LocalTime::parse)),
          format("time-zone", shaped(".*", ZoneId::of)));

  private GeneratedFormats() {}

  static List<Format> all() {
    return ALL;
  }

  /** Text that matches an expression and that a parser of the JDK takes. */
  private static Predicate<String> shaped(String expression, Consumer<String> parser) {
    Predicate<String> shape = java.util.regex.Pattern.compile(expression).asMatchPredicate();
    return text -> shape.test(text) && parses(text, parser);
  }

  private static boolean parses(String text, Consumer<String> parser) {
    try {
      parser.accept(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isUri(String text, boolean absolute) {
    try {
      return new URI(text).isAbsolute() || !absolute;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static Format format(String name, Predicate<String> test) {
    return new Format() {
      @Override
      public String getName() {
        return name;
      }

      @Override
      public boolean matches(ExecutionContext context, String value) {
        return test.test(value);
      }
    };
  }
}
