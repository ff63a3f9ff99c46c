/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RememberedCheckTest {
  private final List<String> tested = new ArrayList<>();
  private final RememberedCheck check =
      new RememberedCheck(
          value -> {
            tested.add(value);
            return value.startsWith("good");
          });

  @Test
  void whatPassedOncePassesWithoutATest() {
    assertThat(check.passes("good")).isTrue();
    assertThat(check.passes("good")).isTrue();

    assertThat(tested).containsExactly("good");
  }

  @Test
  void whatFailedIsTestedAgain() {
    assertThat(check.passes("bad")).isFalse();
    assertThat(check.passes("bad")).isFalse();

    assertThat(tested).containsExactly("bad", "bad");
  }

  @Test
  void noMoreThanAFewShortValuesAreKept() {
    for (int i = 0; i < 1_000; i++) {
      assertThat(check.passes("good" + i)).isTrue();
    }
    String lengthy = "good" + "!".repeat(1_000);
    assertThat(check.passes(lengthy)).isTrue();
    tested.clear();

    assertThat(check.passes("good0")).isTrue();
    assertThat(check.passes("good999")).isTrue();
    assertThat(check.passes(lengthy)).isTrue();

    assertThat(tested).containsExactly("good999", lengthy);
  }
}
