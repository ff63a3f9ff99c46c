/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jose;

import org.jspecify.annotations.Nullable;

/**
 * Signs with a private key, wherever the key is: {@link SigningKey} has it in memory; an
 * implementation of your own can ask a key management service.
 *
 * <p>Implementations are safe for use by several threads, and show no key in their text form.
 */
public interface JwtSigner {
  /**
   * Returns how it signs.
   *
   * @return the algorithm
   */
  SigningAlgorithm algorithm();

  /**
   * Returns the name of the key.
   *
   * @return the value of {@code kid}; null to send none
   */
  @Nullable String keyId();

  /**
   * Signs. May block.
   *
   * @param input what to sign
   * @return the signature as a JWS has it; for ECDSA the two numbers one after the other, of the
   *     same length, without any structure around them
   */
  byte[] sign(byte[] input);
}
