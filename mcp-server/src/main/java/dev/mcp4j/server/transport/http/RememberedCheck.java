/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * A check of a header value that knows what has passed before: clients send the same few values
 * with every request. Safe for use by several threads.
 */
final class RememberedCheck {
  private static final int MOST_VALUES = 32;
  private static final int LONGEST_VALUE = 256;

  private final Predicate<String> check;
  private final Set<String> passed = ConcurrentHashMap.newKeySet();

  /**
   * Makes a check that remembers.
   *
   * @param check the check; its verdict on a value never changes
   */
  RememberedCheck(Predicate<String> check) {
    this.check = check;
  }

  boolean passes(String value) {
    if (passed.contains(value)) {
      return true;
    }
    if (!check.test(value)) {
      return false;
    }
    // A peer can send any number of values, so only the first few are kept.
    if (value.length() <= LONGEST_VALUE && passed.size() < MOST_VALUES) {
      passed.add(value);
    }
    return true;
  }
}
