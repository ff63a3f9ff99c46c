/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.manual;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Makes {@code prefix-1}, {@code prefix-2} and so on. Safe for use by several threads. */
public final class SequentialIds implements Supplier<String> {
  private final String prefix;
  private final AtomicLong last = new AtomicLong();

  /**
   * Makes a source of ids.
   *
   * @param prefix what they begin with
   */
  public SequentialIds(String prefix) {
    this.prefix = Objects.requireNonNull(prefix, "prefix");
  }

  @Override
  public String get() {
    return prefix + "-" + last.incrementAndGet();
  }
}
