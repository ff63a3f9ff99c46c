/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EcmaPatternTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "^a$|a|true",
        "^a$|a\n|false",
        "^[^[\\]]+$|a|true",
        "^[^[\\]]+$|[|false",
        "^[[]$|[|true",
        "^[a&&b]+$|a&b|true",
        "^[^]$|\n|true",
        "[]|x|false",
        "^\\u{1F600}$|\uD83D\uDE00|true",
        "^\\p{Letter}+$|ü|true",
        "^\\p{L}$|1|false",
        "^\\p{Script=Greek}$|π|true",
        "^{x}$|{x}|true",
        "^x{2}$|xx|true",
        "^x{2,}$|x|false",
        "^\\{x\\}$|{x}|true",
        "^\\/a\\-b$|/a-b|true",
        "^\\0$|\0|true",
        "^\\$$|$|true",
        "^[$]$|$|true",
        "^(?<name>a)\\k<name>$|aa|true",
        "(?<!a)b|ab|false",
      })
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
