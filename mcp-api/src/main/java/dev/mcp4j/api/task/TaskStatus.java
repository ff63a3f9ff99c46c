/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.task;

import org.jspecify.annotations.Nullable;

/**
 * How far a task has come.
 *
 * <p>Specification of the Tasks extension: Task Status.
 */
public enum TaskStatus {
  /** It is being worked on. */
  WORKING("working"),
  /** It waits for answers of the client. */
  INPUT_REQUIRED("input_required"),
  /** It has a result, which may be one with {@code isError}. */
  COMPLETED("completed"),
  /** It was cancelled before it had a result. */
  CANCELLED("cancelled"),
  /** It ended with a JSON-RPC error. */
  FAILED("failed");

  private final String wireName;

  TaskStatus(String wireName) {
    this.wireName = wireName;
  }

  /**
   * Returns the name used in JSON.
   *
   * @return the name, for example {@code "input_required"}
   */
  public String wireName() {
    return wireName;
  }

  /**
   * Tells whether nothing changes any more.
   *
   * @return true for completed, cancelled and failed
   */
  public boolean isTerminal() {
    return this == COMPLETED || this == CANCELLED || this == FAILED;
  }

  /**
   * Finds the constant of a name used in JSON.
   *
   * @param wireName the name, compared exactly
   * @return the constant, or null if there is none of that name
   */
  public static @Nullable TaskStatus ofWireName(String wireName) {
    for (TaskStatus value : values()) {
      if (value.wireName.equals(wireName)) {
        return value;
      }
    }
    return null;
  }
}
