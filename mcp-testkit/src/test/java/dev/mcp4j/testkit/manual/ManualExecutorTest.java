/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManualExecutorTest {
  private final ManualExecutor executor = new ManualExecutor();
  private final List<String> done = new ArrayList<>();

  @Test
  void tasksRunWhenATestSaysSoAndInOrder() {
    executor.execute(() -> done.add("a"));
    executor.execute(() -> done.add("b"));
    assertThat(done).isEmpty();
    assertThat(executor.waiting()).isEqualTo(2);

    executor.runNext();
    assertThat(done).containsExactly("a");
    assertThat(executor.runAll()).isEqualTo(1);
    assertThat(done).containsExactly("a", "b");
  }

  @Test
  void tasksGivenMeanwhileRunToo() {
    executor.execute(() -> executor.execute(() -> done.add("later")));

    assertThat(executor.runAll()).isEqualTo(2);
    assertThat(done).containsExactly("later");
  }

  @Test
  void runningNothingIsAFault() {
    assertThatThrownBy(executor::runNext)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no task waits");
  }

  @Test
  void idsCount() {
    SequentialIds ids = new SequentialIds("id");

    assertThat(ids.get()).isEqualTo("id-1");
    assertThat(ids.get()).isEqualTo("id-2");
  }

  @Test
  void predictableRandomRepeatsItself() {
    PredictableRandom one = new PredictableRandom(7);
    PredictableRandom other = new PredictableRandom(7);
    other.setSeed(8);

    byte[] first = new byte[16];
    byte[] second = new byte[16];
    one.nextBytes(first);
    other.nextBytes(second);
    assertThat(first).isEqualTo(second);
    assertThat(one.nextLong()).isEqualTo(other.nextLong());
    assertThat(one.generateSeed(4)).isEqualTo(other.generateSeed(4));
  }
}
