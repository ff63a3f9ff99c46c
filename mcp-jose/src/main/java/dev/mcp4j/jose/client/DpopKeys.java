/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jose.client;

import dev.mcp4j.client.auth.AuthorizationException;
import dev.mcp4j.jose.DpopKey;
import dev.mcp4j.jose.SigningAlgorithm;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Which key which token is bound to. A token that is seen for the first time was obtained with the
 * key of the last token request. Safe for use by several threads.
 */
final class DpopKeys {
  private static final List<SigningAlgorithm> PREFERRED =
      List.of(SigningAlgorithm.ES256, SigningAlgorithm.PS256, SigningAlgorithm.RS256);

  private final ReentrantLock lock = new ReentrantLock();
  private final Bounded<String, DpopKey> ofTokens = new Bounded<>(64);
  private @Nullable DpopKey current;
  private @Nullable DpopKey requested;

  DpopKeys(@Nullable DpopKey key) {
    this.current = key;
  }

  void rotate(DpopKey key) {
    lock.lock();
    try {
      current = key;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Returns the key for a token that is about to be asked for.
   *
   * @param supported the algorithms the server checks; null if it does not say
   */
  DpopKey forTokenRequest(@Nullable List<String> supported) {
    lock.lock();
    try {
      DpopKey key = current;
      if (key == null) {
        key = DpopKey.generate(choose(supported));
        current = key;
      } else if (supported != null && !supported.contains(key.algorithm().name())) {
        throw DpopProof.unsupported(supported, key.algorithm());
      }
      requested = key;
      return key;
    } finally {
      lock.unlock();
    }
  }

  private static SigningAlgorithm choose(@Nullable List<String> supported) {
    if (supported == null) {
      return PREFERRED.get(0);
    }
    for (SigningAlgorithm algorithm : PREFERRED) {
      if (supported.contains(algorithm.name())) {
        return algorithm;
      }
    }
    return supported.stream()
        .flatMap(name -> SigningAlgorithm.of(name).stream())
        .findFirst()
        .orElseThrow(
            () ->
                new AuthorizationException(
                    "the authorization server takes proofs signed with %s only"
                        .formatted(supported)));
  }

  /** Returns the key a token is bound to. */
  DpopKey forToken(String digest) {
    lock.lock();
    try {
      DpopKey known = ofTokens.get(digest);
      if (known == null) {
        // A token from a store was bound before this process began; then the key was given.
        known = requested != null ? requested : current;
        if (known == null) {
          throw new AuthorizationException(
              "the token is bound to a key that was not kept; give the key to the proofs");
        }
        ofTokens.put(digest, known);
      }
      return known;
    } finally {
      lock.unlock();
    }
  }
}
