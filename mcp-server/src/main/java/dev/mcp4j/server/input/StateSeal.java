/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.input;

import dev.mcp4j.server.KeyRing;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * Turns bytes into text that only a holder of the keys can read or make: AES-256-GCM under a random
 * nonce, in Base64url. Safe for use by several threads.
 */
public final class StateSeal {
  private static final String TRANSFORMATION = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final String REQUEST_STATE = "mcp4j requestState 1";

  private final KeyRing keys;
  private final SecureRandom random;
  private final byte[] purpose;

  /** Makes a seal for the states of requests. */
  StateSeal(KeyRing keys, SecureRandom random) {
    this(keys, random, REQUEST_STATE);
  }

  /**
   * Makes a seal.
   *
   * @param keys the keys
   * @param random where nonces come from
   * @param purpose what is sealed, in ASCII; a seal of another purpose does not open it
   */
  public StateSeal(KeyRing keys, SecureRandom random, String purpose) {
    this.keys = keys;
    this.random = random;
    this.purpose = purpose.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Seals with the first key of the ring.
   *
   * @param content what is sealed
   * @return visible ASCII
   */
  public String seal(byte[] content) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, keys.keys().get(0), nonce);
      byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(content.length));
      cipher.doFinal(content, 0, content.length, sealed, NONCE_BYTES);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM is not available", e);
    }
  }

  /**
   * Opens with whatever key fits.
   *
   * @param text the text
   * @return what was sealed; null if no key fits or the text is not exactly one seal's
   */
  public byte @Nullable [] open(String text) {
    byte[] sealed = decode(text);
    if (sealed == null || sealed.length < NONCE_BYTES + TAG_BITS / 8) {
      return null;
    }
    for (SecretKey key : keys.keys()) {
      byte[] content = open(sealed, key);
      if (content != null) {
        return content;
      }
    }
    return null;
  }

  private byte @Nullable [] open(byte[] sealed, SecretKey key) {
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, NONCE_BYTES));
      return cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    } catch (GeneralSecurityException e) {
      return null;
    }
  }

  private static byte @Nullable [] decode(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      // The decoder forgives padding and stray bits in the last character.
      String again = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      return again.equals(text) ? bytes : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private Cipher cipher(int mode, SecretKey key, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(TRANSFORMATION);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(purpose);
    return cipher;
  }
}
