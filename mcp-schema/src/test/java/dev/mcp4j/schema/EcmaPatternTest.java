/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EcmaPatternTest {

  static List<Arguments> expressions() {
    return List.of(
        Arguments.of("^a$", "a", true),
        Arguments.of("^a$", "a\n", false),
        Arguments.of("^[^[\\]]+$", "a", true),
        Arguments.of("^[^[\\]]+$", "[", false),
        Arguments.of("^[[]$", "[", true),
        Arguments.of("^[a&&b]+$", "a&b", true),
        Arguments.of("^[^]$", "\n", true),
        Arguments.of("[]", "x", false),
        Arguments.of("^\\u{1F600}$", "\uD83D\uDE00", true),
        Arguments.of("^\\p{Letter}+$", "ü", true),
        Arguments.of("^\\p{L}$", "1", false),
        Arguments.of("^\\p{Script=Greek}$", "π", true),
        Arguments.of("^{x}$", "{x}", true),
        Arguments.of("^x{2}$", "xx", true),
        Arguments.of("^x{2,}$", "x", false),
        Arguments.of("^\\{x\\}$", "{x}", true),
        Arguments.of("^\\/a\\-b$", "/a-b", true),
        Arguments.of("^\\0$", "\0", true),
        Arguments.of("^\\$$", "$", true),
        Arguments.of("^[$]$", "$", true),
        Arguments.of("^(?<name>a)\\k<name>$", "aa", true),
        Arguments.of("(?<!a)b", "ab", false));
  }

  @ParameterizedTest
  @MethodSource("expressions")
  void expressionsMatchAsInEcmaScript(String pattern, String text, boolean matches) {
    assertThat(EcmaPattern.compile(pattern).matcher(text).find()).isEqualTo(matches);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "[a", "a**", "(?<a", "\\p{Nope}", "\\"})
  void whatCannotBeCompiledHasAProblem(String pattern) {
    assertThat(EcmaPattern.problem(pattern)).isEqualTo("is no regular expression understood here");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "^a+$", "^(?!\\.)(?!.*\\.\\.)([A-Za-z0-9_'+\\-\\.]*)[A-Za-z0-9_+-]@x$"})
  void whatCanBeCompiledHasNone(String pattern) {
    assertThat(EcmaPattern.problem(pattern)).isNull();
  }
}
