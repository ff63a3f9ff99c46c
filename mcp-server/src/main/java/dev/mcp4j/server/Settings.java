/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import java.util.HashSet;
import java.util.Set;

/** What was set on a builder. Refuses, in plain words, what cannot be meant. */
final class Settings {
  private final String owner;
  private final Set<String> done = new HashSet<>();

  /**
   * Starts without settings.
   *
   * @param owner what is built, for messages
   */
  Settings(String owner) {
    this.owner = owner;
  }

  /**
   * Notes a setting.
   *
   * @throws IllegalStateException if it was made before
   */
  void once(String setting) {
    refuseIf(!done.add(setting), setting + " is set already");
  }

  boolean has(String setting) {
    return done.contains(setting);
  }

  /**
   * Refuses a contradiction.
   *
   * @throws IllegalStateException if there is one
   */
  void refuseIf(boolean contradiction, String why) {
    if (contradiction) {
      throw new IllegalStateException(owner + ": " + why);
    }
  }

  /**
   * Refuses a value.
   *
   * @throws IllegalArgumentException if it does not hold
   */
  void require(boolean holds, String why) {
    if (!holds) {
      throw new IllegalArgumentException(owner + ": " + why);
    }
  }
}
