/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.token;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tokens that there are for a server. Immutable. */
public final class Tokens {
  /** Tokens that a server must not take, or not for everything. */
  public enum Kind {
    /** One that was issued for another server. */
    FOREIGN,
    /** One that has expired. */
    EXPIRED,
    /** One that is good, but allows nothing that the server has. */
    NARROW
  }

  private final String valid;
  private final Map<Kind, String> others;
  private final Optional<Mint> mint;

  private Tokens(String valid, Map<Kind, String> others, Optional<Mint> mint) {
    this.valid = valid;
    this.others = Map.copyOf(others);
    this.mint = mint;
  }

  /**
   * Knows tokens that somebody else has issued.
   *
   * @param valid one that the server has to take
   * @param others others
   * @return the tokens
   */
  public static Tokens given(String valid, Map<Kind, String> others) {
    return new Tokens(valid, others, Optional.empty());
  }

  /**
   * Makes all tokens.
   *
   * @param mint what makes them
   * @return the tokens
   */
  public static Tokens made(Mint mint) {
    Map<Kind, String> others = new EnumMap<>(Kind.class);
    others.put(Kind.FOREIGN, mint.flawed(Flaw.OTHER_AUDIENCE, 0));
    others.put(Kind.EXPIRED, mint.flawed(Flaw.EXPIRED, 0));
    others.put(Kind.NARROW, mint.withScopes(Set.of("mcp4j.none")));
    return new Tokens(mint.valid(), others, Optional.of(mint));
  }

  /**
   * Returns a token that the server has to take.
   *
   * @return the token
   */
  public String valid() {
    return valid;
  }

  /**
   * Returns another token.
   *
   * @param kind which one
   * @return the token, empty if there is none
   */
  public Optional<String> of(Kind kind) {
    return Optional.ofNullable(others.get(kind));
  }

  /**
   * Returns what makes tokens.
   *
   * @return empty if somebody else has issued them
   */
  public Optional<Mint> mint() {
    return mint;
  }
}
