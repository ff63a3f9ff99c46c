/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.manual;

import java.security.SecureRandom;
import java.util.Random;

/**
 * Randomness that is the same in every run: keys, ids and sealed states of a server under test
 * repeat themselves. Never for anything but tests. Safe for use by several threads.
 */
public final class PredictableRandom extends SecureRandom {
  private static final long serialVersionUID = 1L;

  /** Where the numbers come from. */
  private final Random random;

  /**
   * Makes a source.
   *
   * @param seed what the numbers follow from
   */
  public PredictableRandom(long seed) {
    this.random = new Random(seed);
  }

  @Override
  public void nextBytes(byte[] bytes) {
    random.nextBytes(bytes);
  }

  /**
   * Does nothing: the seed of the constructor counts.
   *
   * @param seed ignored
   */
  @Override
  public void setSeed(byte[] seed) {}

  /**
   * Does nothing: the seed of the constructor counts.
   *
   * @param seed ignored
   */
  @Override
  public void setSeed(long seed) {}

  @Override
  public byte[] generateSeed(int numBytes) {
    byte[] bytes = new byte[numBytes];
    random.nextBytes(bytes);
    return bytes;
  }
}
