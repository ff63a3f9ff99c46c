/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.catalogue;

/** How strong a requirement is, by the key words of BCP 14. */
public enum Level {
  /** Absolutely required; also REQUIRED and SHALL. */
  MUST("MUST"),
  /** Absolutely forbidden; also SHALL NOT. */
  MUST_NOT("MUST NOT"),
  /** Required unless there are good reasons; also RECOMMENDED. */
  SHOULD("SHOULD"),
  /** Forbidden unless there are good reasons; also NOT RECOMMENDED. */
  SHOULD_NOT("SHOULD NOT");

  private final String keyWord;

  Level(String keyWord) {
    this.keyWord = keyWord;
  }

  /**
   * Returns the key word.
   *
   * @return for example {@code MUST NOT}
   */
  public String keyWord() {
    return keyWord;
  }

  /**
   * Tells whether there are no exceptions.
   *
   * @return true for MUST and MUST NOT
   */
  public boolean isMust() {
    return this == MUST || this == MUST_NOT;
  }

  static Level of(String keyWord) {
    return switch (keyWord) {
      case "MUST", "REQUIRED", "SHALL" -> MUST;
      case "MUST NOT", "SHALL NOT" -> MUST_NOT;
      case "SHOULD", "RECOMMENDED" -> SHOULD;
      case "SHOULD NOT", "NOT RECOMMENDED" -> SHOULD_NOT;
      default -> throw new IllegalArgumentException("not a key word: " + keyWord);
    };
  }

  @Override
  public String toString() {
    return keyWord;
  }
}
