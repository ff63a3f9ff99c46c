/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.arbitrary;

import java.time.Instant;
import java.util.Base64;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Strings, by what they are good for. */
final class Texts {
  private static final Arbitrary<Integer> CODE_POINTS =
      Arbitraries.frequencyOf(
          Tuple.of(20, Arbitraries.integers().between(' ', '~')),
          Tuple.of(2, Arbitraries.of((int) '\n', (int) '\t', 0, (int) '"', (int) '\\', 0x7f)),
          Tuple.of(2, Arbitraries.of(0xe4, 0x301, 0x5d0, 0x2028, 0xfeff, 0xfffd, 0x1f600)),
          Tuple.of(1, Arbitraries.integers().between(0x80, 0xd7ff)),
          Tuple.of(1, Arbitraries.integers().between(0xe000, 0xffff)),
          Tuple.of(1, Arbitraries.integers().between(0x10000, 0x10ffff)));

  private Texts() {}

  /** Any text that UTF-8 can carry. */
  static Arbitrary<String> any() {
    return Arbitraries.frequencyOf(
        Tuple.of(
            10,
            CODE_POINTS
                .list()
                .ofMaxSize(12)
                .map(
                    points ->
                        points.stream()
                            .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                            .toString())),
        Tuple.of(2, Arbitraries.of("", " ", "null", "true", "7", "{}", "\r\n", "data: x")));
  }

  /** Names of tools and the like: what is safe everywhere. */
  static Arbitrary<String> names() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .withCharRange('A', 'Z')
        .numeric()
        .withChars("_-.")
        .ofMinLength(1)
        .ofMaxLength(12);
  }

  /** Names of metadata that nobody has taken. */
  static Arbitrary<String> metaKeys() {
    return names().map(name -> "com.example.test/x" + name.replaceAll("[^a-zA-Z0-9]", "") + "x");
  }

  static Arbitrary<String> uris() {
    return Combinators.combine(
            Arbitraries.of("file:///", "https://example.com/", "custom:", "urn:test:"),
            Arbitraries.strings().withCharRange('a', 'z').numeric().ofMinLength(1).ofMaxLength(8),
            Arbitraries.of("", "?q=1", "#part", "/%C3%A4"))
        .as((scheme, path, rest) -> scheme + path + rest);
  }

  static Arbitrary<String> webUris() {
    return uris().filter(uri -> uri.startsWith("https:"));
  }

  static Arbitrary<String> fileUris() {
    return uris().filter(uri -> uri.startsWith("file:"));
  }

  static Arbitrary<String> uriTemplates() {
    return Combinators.combine(
            uris().filter(uri -> !uri.contains("#") && !uri.contains("?")),
            Arbitraries.of("{name}", "{+path}", "{?a,b}", "{id}/{name}"))
        .as((uri, expression) -> uri + "/" + expression);
  }

  static Arbitrary<String> base64() {
    return Arbitraries.bytes()
        .array(byte[].class)
        .ofMaxSize(20)
        .map(bytes -> Base64.getEncoder().encodeToString(bytes));
  }

  static Arbitrary<String> mimeTypes() {
    return Arbitraries.of(
        "text/plain", "text/plain; charset=utf-8", "application/json", "image/png", "audio/wav");
  }

  static Arbitrary<String> moments() {
    return Arbitraries.longs()
        .between(0, 4_000_000_000L)
        .map(seconds -> Instant.ofEpochSecond(seconds).toString());
  }

  static Arbitrary<String> traceParents() {
    return Combinators.combine(
            Arbitraries.longs().greaterOrEqual(1), Arbitraries.longs().greaterOrEqual(1))
        .as((trace, span) -> "00-%032x-%016x-01".formatted(trace, span));
  }
}
