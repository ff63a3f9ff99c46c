/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SeedsTest {
  @AfterEach
  void forgetTheProperty() {
    System.clearProperty(Seeds.PROPERTY);
  }

  @Test
  void testRunsWithOtherNumbersEachTime() {
    List<Long> numbers = new ArrayList<>();
    Seeds.repeat(5, random -> numbers.add(random.nextLong()));

    assertThat(numbers).hasSize(5).doesNotHaveDuplicates();
  }

  @Test
  void failureNamesTheSeedThatRepeatsIt() {
    List<Long> numbers = new ArrayList<>();
    Seeds.SeededTest test =
        random -> {
          numbers.add(random.nextLong());
          throw new IllegalStateException("broken");
        };

    AssertionError first = failureOf(() -> Seeds.repeat(5, test));
    String seed = first.getMessage().replaceFirst(".*=(-?\\d+):.*", "$1");
    assertThat(first)
        .hasMessage(
            "failed with seed %s, repeat it with -Dmcp4j.testkit.seed=%s: broken", seed, seed)
        .hasCauseInstanceOf(IllegalStateException.class);

    System.setProperty(Seeds.PROPERTY, seed);
    assertThatThrownBy(() -> Seeds.repeat(5, test)).hasMessage(first.getMessage());
    assertThat(numbers).hasSize(2);
    assertThat(numbers.get(1)).isEqualTo(numbers.get(0));
  }

  private static AssertionError failureOf(Runnable work) {
    try {
      work.run();
    } catch (AssertionError e) {
      return e;
    }
    throw new IllegalStateException("it did not fail");
  }
}
