/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.driver;

import java.util.function.Consumer;

/** The way to a driver: lines in both directions. */
public interface Link extends AutoCloseable {
  /**
   * Begins. Lines may come until this is closed.
   *
   * @param onLine takes each line of the driver, one at a time
   * @param onEnd called once, when no more lines can come, with what the driver left as an
   *     explanation
   */
  void start(Consumer<String> onLine, Consumer<String> onEnd);

  /**
   * Hands a line to the driver.
   *
   * @param line the line, without its newline
   */
  void send(String line);

  @Override
  void close();
}
