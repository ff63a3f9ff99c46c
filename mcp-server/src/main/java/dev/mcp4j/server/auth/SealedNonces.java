/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.auth;

import dev.mcp4j.api.Experimental;
import dev.mcp4j.server.KeyRing;
import dev.mcp4j.server.input.StateSeal;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * Nonces that nobody has to remember: each is the time it was made, sealed with AES-256-GCM. Every
 * instance with the same keys can check it. Safe for use by several threads.
 *
 * <p>RFC 9449, section 9.
 */
@Experimental("SEP-1932")
public final class SealedNonces {
  /** How long a nonce may be used unless another time is given. */
  public static final Duration DEFAULT_LIFETIME = Duration.ofMinutes(5);

  private final StateSeal seal;
  private final Duration lifetime;
  private final Clock clock;

  /**
   * Makes nonces.
   *
   * @param keys the keys, the same for all instances of a server
   * @param lifetime how long a nonce may be used, positive
   * @param clock tells the time
   * @throws IllegalArgumentException if the lifetime is not positive
   */
  public SealedNonces(KeyRing keys, Duration lifetime, Clock clock) {
    if (lifetime.isNegative() || lifetime.isZero()) {
      throw new IllegalArgumentException("the lifetime must be positive: " + lifetime);
    }
    this.seal = new StateSeal(keys, new SecureRandom(), "mcp4j DPoP nonce 1");
    this.lifetime = lifetime;
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * Makes nonces that may be used for five minutes.
   *
   * @param keys the keys, the same for all instances of a server
   * @return the nonces
   */
  public static SealedNonces of(KeyRing keys) {
    return new SealedNonces(keys, DEFAULT_LIFETIME, Clock.systemUTC());
  }

  /**
   * Makes a nonce.
   *
   * @return visible ASCII
   */
  public String issue() {
    return seal.seal(ByteBuffer.allocate(Long.BYTES).putLong(clock.millis()).array());
  }

  /**
   * Tells how a nonce stands.
   *
   * @param nonce what a client sent
   * @return whether it may be used, and for how long
   */
  public Freshness freshness(String nonce) {
    byte[] made = seal.open(nonce);
    if (made == null || made.length != Long.BYTES) {
      return Freshness.UNUSABLE;
    }
    Duration age =
        Duration.between(Instant.ofEpochMilli(ByteBuffer.wrap(made).getLong()), clock.instant());
    // The clocks of instances differ a little, so a nonce may come from the future.
    if (age.abs().compareTo(lifetime) > 0) {
      return Freshness.UNUSABLE;
    }
    return age.multipliedBy(2).compareTo(lifetime) > 0 ? Freshness.AGING : Freshness.FRESH;
  }

  /** How a nonce stands. */
  public enum Freshness {
    /** It may be used. */
    FRESH,
    /** It may be used, but more than half of its time is over: the client should get another. */
    AGING,
    /** It is too old, or was not made here. */
    UNUSABLE
  }
}
