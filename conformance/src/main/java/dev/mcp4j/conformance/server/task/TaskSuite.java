/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.task;

import java.util.List;

/** What there is to check of servers with tasks. */
public final class TaskSuite {
  private TaskSuite() {}

  /**
   * Returns the classes with the properties.
   *
   * @return the classes in the order they run in
   */
  public static List<Class<?>> properties() {
    return List.of(
        TaskRequestProperties.class,
        TaskProperties.class,
        TaskToolProperties.class,
        TaskInputProperties.class,
        TaskListenProperties.class);
  }
}
