/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json, text/event-stream",
        "text/event-stream,application/json",
        "APPLICATION/JSON, Text/Event-Stream",
        "*/*",
        "application/*, text/*",
        "application/json;q=0.001, text/event-stream;q=1.000",
        "application/json; charset=utf-8, text/event-stream",
        "application/json;v=\"a,b\\\";c\", text/event-stream",
        "text/html;q=0, */*;q=0.1",
        "*/*;q=0, application/json, text/event-stream",
        ", ,application/json,,text/event-stream",
        "text/html;level, */*",
        ""
      })
  void bothKindsOfAnswerAreAccepted(String header) {
    assertThat(acceptsBoth(header)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "text/event-stream",
        "text/html",
        "*/json",
        "application/json, text/event-stream;q=0",
        "application/json, text/event-stream;q=0.000",
        "*/*, text/*;q=0",
        "*/*, application/json;q=0",
        "application/jsonx, text/event-stream",
        "application/json text/event-stream",
        "application/json;q=2, text/event-stream",
        "application/json;q=0.0001, text/event-stream",
        "application/json;q=-1, text/event-stream",
        "application/json;q=, text/event-stream",
        "application/json, \"text/event-stream\"",
        "x"
      })
  void oneKindAloneIsNotEnough(String header) {
    assertThat(acceptsBoth(header)).isFalse();
  }

  @Test
  void absentHeaderAcceptsEverything() {
    assertThat(Accept.of(List.of()).accepts("application", "json")).isTrue();
  }

  @Property(tries = 200)
  void mostSpecificRangeDecides(@ForAll("ranges") List<Range> ranges) {
    Accept accept = Accept.of(List.of(header(ranges)));

    assertThat(accept.accepts("application", "json"))
        .isEqualTo(expected(ranges, "application", "json"));
    assertThat(accept.accepts("text", "event-stream"))
        .isEqualTo(expected(ranges, "text", "event-stream"));
  }

  @Property(tries = 200)
  void orderCaseAndSplittingOverHeadersChangeNothing(
      @ForAll("ranges") List<Range> ranges, @ForAll Random random) {
    List<Range> shuffled = new ArrayList<>(ranges);
    Collections.shuffle(shuffled, random);
    List<String> headers =
        shuffled.stream().map(r -> r.toString().toUpperCase(Locale.ROOT)).toList();

    assertThat(Accept.of(headers).accepts("application", "json"))
        .isEqualTo(Accept.of(List.of(header(ranges))).accepts("application", "json"));
  }

  @Property(tries = 200)
  void garbageNeitherFailsNorHidesWhatIsWellFormed(@ForAll String garbage) {
    String quoteless = garbage.replace("\"", "").replace(",", "");

    assertThat(acceptsBoth(quoteless + ", application/json, text/event-stream"))
        .isEqualTo(!refuses(quoteless));
    acceptsBoth(garbage);
  }

  /** Whether a generated text happens to be a range that refuses one of the two. */
  private static boolean refuses(String text) {
    return MediaRange.parse(text.strip())
        .filter(r -> r.subtype().equals("json") || r.subtype().equals("event-stream"))
        .isPresent();
  }

  private static boolean acceptsBoth(String header) {
    Accept accept = Accept.of(List.of(header));
    return accept.accepts("application", "json") && accept.accepts("text", "event-stream");
  }

  record Range(String type, String weight) {
    @Override
    public String toString() {
      return weight.isEmpty() ? type : type + " ;\tq=" + weight;
    }

    int precision() {
      return Arrays.asList("*/*", "application/*", "text/*").indexOf(type) < 0
          ? 2
          : type.equals("*/*") ? 0 : 1;
    }

    boolean covers(String major, String minor) {
      return type.equals("*/*") || type.equals(major + "/*") || type.equals(major + "/" + minor);
    }

    boolean wanted() {
      return weight.isEmpty() || new BigDecimal(weight).signum() > 0;
    }
  }

  @Provide
  Arbitrary<List<Range>> ranges() {
    Arbitrary<String> types =
        Arbitraries.of(
            "*/*", "application/*", "text/*", "application/json", "text/event-stream", "text/html");
    Arbitrary<String> weights = Arbitraries.of("", "0", "0.0", "0.000", "0.5", "0.001", "1", "1.0");
    return Combinators.combine(types, weights).as(Range::new).list().ofMinSize(1).ofMaxSize(6);
  }

  private static String header(List<Range> ranges) {
    return ranges.stream().map(Range::toString).collect(Collectors.joining(" , "));
  }

  private static boolean expected(List<Range> ranges, String major, String minor) {
    List<Range> covering = ranges.stream().filter(r -> r.covers(major, minor)).toList();
    int closest = covering.stream().mapToInt(Range::precision).max().orElse(-1);
    return covering.stream().filter(r -> r.precision() == closest).anyMatch(Range::wanted);
  }
}
