/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.fault;

import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Runs a test several times, each time with other random numbers, and says on failure which seed
 * they came from. With the system property {@value #PROPERTY} set to that seed, the test runs once,
 * with the same numbers.
 */
public final class Seeds {
  /** The system property that chooses the seed. */
  public static final String PROPERTY = "mcp4j.testkit.seed";

  private Seeds() {}

  /** A test that needs random numbers. */
  @FunctionalInterface
  public interface SeededTest {
    /**
     * Runs the test.
     *
     * @param random where its numbers come from, and nowhere else
     * @throws Exception if the test fails
     */
    void run(RandomGenerator random) throws Exception;
  }

  /**
   * Runs a test.
   *
   * @param times how often, with a seed each
   * @param test the test
   * @throws AssertionError if it fails; the message names the seed, the cause is the failure
   */
  public static void repeat(int times, SeededTest test) {
    Long chosen = Long.getLong(PROPERTY);
    if (chosen != null) {
      run(chosen, test);
      return;
    }
    Random seeds = new Random();
    for (int i = 0; i < times; i++) {
      run(seeds.nextLong(), test);
    }
  }

  private static void run(long seed, SeededTest test) {
    try {
      test.run(new Random(seed));
    } catch (Exception | AssertionError e) {
      throw new AssertionError(
          "failed with seed %d, repeat it with -D%s=%d: %s"
              .formatted(seed, PROPERTY, seed, e.getMessage()),
          e);
    }
  }
}
