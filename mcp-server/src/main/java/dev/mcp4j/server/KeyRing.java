/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret keys that seal what a server asks a client to keep for it. The first key seals, every
 * key opens, so a key is replaced in three steps that may each take a rollout: add the new one at
 * the end of the ring of every instance, move it to the front, drop the old one after the lifetime
 * of a state.
 *
 * <p>Instances of one server that share a load balancer need the same ring. Immutable.
 */
public final class KeyRing {
  /** The length of a key: AES-256. */
  private static final int KEY_BYTES = 32;

  private final List<SecretKey> keys;

  private KeyRing(List<SecretKey> keys) {
    this.keys = List.copyOf(keys);
  }

  /**
   * Makes a ring.
   *
   * @param first the key that seals, 32 random bytes; copied
   * @param others the keys that only open; copied
   * @return the ring
   * @throws IllegalArgumentException if a key does not have 32 bytes
   */
  public static KeyRing of(byte[] first, byte[]... others) {
    List<SecretKey> keys = new ArrayList<>();
    keys.add(key(first));
    for (byte[] other : others) {
      keys.add(key(other));
    }
    return new KeyRing(keys);
  }

  /**
   * Makes a ring of one key nobody else has. What it seals nobody can open after the process ended,
   * nor in another process.
   *
   * @param random where the key comes from
   * @return the ring
   */
  public static KeyRing random(SecureRandom random) {
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    return of(key);
  }

  private static SecretKey key(byte[] bytes) {
    if (bytes.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          "a key must have " + KEY_BYTES + " bytes, had " + bytes.length);
    }
    return new SecretKeySpec(bytes, "AES");
  }

  /**
   * Returns the keys.
   *
   * @return the keys, the one that seals first
   */
  public List<SecretKey> keys() {
    return keys;
  }

  /**
   * Returns how many keys there are, and nothing about them.
   *
   * @return a text without secrets
   */
  @Override
  public String toString() {
    return "KeyRing of " + keys.size();
  }
}
