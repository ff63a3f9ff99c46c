/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The types with a built-in JSON form. Each form admits exactly what binds: every text that matches
 * is read without an exception, and everything written matches. The limits of that: years outside 0
 * to 9999, offsets with seconds, and amounts of time beyond 15 digits are written but do not match.
 */
final class LeafTypes {

  private static final Map<Class<?>, Leaf> LEAVES = new HashMap<>();

  private static final String BASE64 =
      "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$";
  private static final String DURATION =
      "^-?P(?=.)(?:-?\\d{1,12}D)?"
          + "(?:T(?=.)(?:-?\\d{1,15}H)?(?:-?\\d{1,15}M)?(?:-?\\d{1,15}(?:\\.\\d{1,9})?S)?)?$";
  private static final String PERIOD =
      "^-?P(?=.)(?:-?\\d{1,9}Y)?(?:-?\\d{1,9}M)?(?:-?\\d{1,8}W)?(?:-?\\d{1,9}D)?$";
  // Not the format "time": full minutes are written without seconds.
  private static final String OFFSET_TIME =
      "^(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d{1,9})?)?"
          + "(?:Z|[+-](?:(?:0\\d|1[0-7]):[0-5]\\d|18:00))$";
  private static final String YEAR_MONTH = "^\\d{4}-(?:0[1-9]|1[0-2])$";
  private static final String MONTH_DAY =
      "^--(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])"
          + "|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|[12]\\d))$";

  static {
    Leaf bool = leaf(Leaf.Kind.BOOLEAN, schema -> {});
    put(bool, boolean.class, Boolean.class);
    put(integer(Byte.MIN_VALUE, Byte.MAX_VALUE), byte.class, Byte.class);
    put(integer(Short.MIN_VALUE, Short.MAX_VALUE), short.class, Short.class);
    put(integer(Integer.MIN_VALUE, Integer.MAX_VALUE), int.class, Integer.class, OptionalInt.class);
    put(integer(Long.MIN_VALUE, Long.MAX_VALUE), long.class, Long.class, OptionalLong.class);
    put(leaf(Leaf.Kind.INTEGER, schema -> {}), BigInteger.class);
    Leaf number = leaf(Leaf.Kind.NUMBER, schema -> {});
    // Without bounds: numbers beyond the range of a double are refused everywhere.
    put(number, double.class, Double.class, OptionalDouble.class, BigDecimal.class, Number.class);
    put(leaf(Leaf.Kind.NUMBER, LeafTypes::floatBounds), float.class, Float.class);

    put(leaf(Leaf.Kind.STRING, schema -> {}), String.class, CharSequence.class, char[].class);
    put(leaf(Leaf.Kind.STRING, LeafTypes::character), char.class, Character.class);
    put(leaf(Leaf.Kind.STRING, LeafTypes::base64), byte[].class);
    put(format("uuid"), UUID.class);
    put(format("uri-reference"), URI.class);

    put(format("date-time"), Instant.class, OffsetDateTime.class, ZonedDateTime.class);
    put(format("date"), LocalDate.class);
    put(pattern(OFFSET_TIME, "09:30:00+01:00"), OffsetTime.class);
    put(format("date-time-local", "2026-11-22T09:30:00"), LocalDateTime.class);
    put(format("time-local", "09:30:00"), LocalTime.class);
    put(format("time-zone", "Europe/Paris"), ZoneId.class);
    put(pattern(DURATION, "PT1H30M"), Duration.class);
    put(pattern(PERIOD, "P1Y2M3D"), Period.class);
    put(pattern(YEAR_MONTH, "2026-11"), YearMonth.class);
    put(pattern(MONTH_DAY, "--11-22"), MonthDay.class);
    put(integer(Year.MIN_VALUE, Year.MAX_VALUE), Year.class);

    put(new Leaf(Leaf.Kind.ANY, schema -> {}), Object.class, JsonNode.class);
    put(leaf(Leaf.Kind.OBJECT, schema -> {}), ObjectNode.class);
    put(leaf(Leaf.Kind.ARRAY, schema -> schema.putObject("items")), ArrayNode.class);
  }

  private LeafTypes() {}

  static @Nullable Leaf find(Class<?> type) {
    return LEAVES.get(type);
  }

  static boolean isInteger(Class<?> type) {
    Leaf leaf = find(type);
    return leaf != null && leaf.kind() == Leaf.Kind.INTEGER;
  }

  private static void put(Leaf leaf, Class<?>... types) {
    for (Class<?> type : types) {
      LEAVES.put(type, leaf);
    }
  }

  private static Leaf leaf(Leaf.Kind kind, Consumer<ObjectNode> more) {
    String type = Keywords.typeName(kind);
    return new Leaf(
        kind,
        schema -> {
          schema.put("type", type);
          more.accept(schema);
        });
  }

  private static Leaf integer(long minimum, long maximum) {
    return leaf(
        Leaf.Kind.INTEGER,
        schema -> {
          schema.set("minimum", Keywords.number(BigDecimal.valueOf(minimum)));
          schema.set("maximum", Keywords.number(BigDecimal.valueOf(maximum)));
        });
  }

  private static Leaf format(String name) {
    return leaf(Leaf.Kind.STRING, schema -> schema.put("format", name));
  }

  private static Leaf format(String name, String example) {
    return leaf(Leaf.Kind.STRING, schema -> example(schema.put("format", name), example));
  }

  private static Leaf pattern(String pattern, String example) {
    return leaf(Leaf.Kind.STRING, schema -> example(schema.put("pattern", pattern), example));
  }

  private static void example(ObjectNode schema, String example) {
    schema.putArray("examples").add(example);
  }

  private static void floatBounds(ObjectNode schema) {
    schema.put("minimum", new BigDecimal(Float.toString(-Float.MAX_VALUE)));
    schema.put("maximum", new BigDecimal(Float.toString(Float.MAX_VALUE)));
  }

  /** One UTF-16 unit; a length of one would admit a pair of them. */
  private static void character(ObjectNode schema) {
    schema.put("pattern", "^[\\u0000-\\uFFFF]$");
  }

  private static void base64(ObjectNode schema) {
    schema.put("contentEncoding", "base64").put("pattern", BASE64);
  }
}
