/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api;

import org.jspecify.annotations.Nullable;

/**
 * Severity of a log message, from RFC 5424, least severe first.
 *
 * <p>Specification 2026-07-28: server/utilities/logging, Log Levels.
 */
public enum LoggingLevel {
  /** Detailed debugging information. */
  DEBUG("debug"),
  /** General informational messages. */
  INFO("info"),
  /** Normal but significant events. */
  NOTICE("notice"),
  /** Warning conditions. */
  WARNING("warning"),
  /** Error conditions. */
  ERROR("error"),
  /** Critical conditions. */
  CRITICAL("critical"),
  /** Action must be taken immediately. */
  ALERT("alert"),
  /** The system is unusable. */
  EMERGENCY("emergency");

  private final String wireName;

  LoggingLevel(String wireName) {
    this.wireName = wireName;
  }

  /**
   * Returns the name used in JSON.
   *
   * @return the name, for example {@code "debug"}
   */
  public String wireName() {
    return wireName;
  }

  /**
   * Finds the constant of a name used in JSON.
   *
   * @param wireName the name, compared exactly
   * @return the constant, or null if there is none of that name
   */
  public static @Nullable LoggingLevel ofWireName(String wireName) {
    for (LoggingLevel value : values()) {
      if (value.wireName.equals(wireName)) {
        return value;
      }
    }
    return null;
  }
}
