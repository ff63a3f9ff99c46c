/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mcp4j.server.KeyRing;
import dev.mcp4j.server.auth.SealedNonces.Freshness;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** D9: nonces without memory. */
class SealedNoncesTest {
  private static final Instant NOW = Instant.parse("2026-11-26T00:00:00Z");
  private static final KeyRing KEYS = KeyRing.of(key(1));

  private static byte[] key(int fill) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) fill);
    return key;
  }

  private static SealedNonces at(Instant now, KeyRing keys) {
    return new SealedNonces(keys, Duration.ofSeconds(100), Clock.fixed(now, ZoneOffset.UTC));
  }

  @ParameterizedTest
  @CsvSource({
    "0, FRESH",
    "50, FRESH",
    "51, AGING",
    "100, AGING",
    "101, UNUSABLE",
    "-30, FRESH",
    "-101, UNUSABLE"
  })
  void d9NonceOfOneInstanceIsCheckedByAnother(int age, Freshness expected) {
    String nonce = at(NOW, KEYS).issue();

    assertThat(at(NOW.plusSeconds(age), KeyRing.of(key(1))).freshness(nonce)).isEqualTo(expected);
  }

  @Test
  void d9NonceOutlivesAChangeOfKeys() {
    String nonce = at(NOW, KEYS).issue();

    assertThat(at(NOW, KeyRing.of(key(2), key(1))).freshness(nonce)).isEqualTo(Freshness.FRESH);
    assertThat(at(NOW, KeyRing.of(key(2))).freshness(nonce)).isEqualTo(Freshness.UNUSABLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "abc", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "\u00e9"})
  void d9ForgedNonceIsOfNoUse(String nonce) {
    assertThat(at(NOW, KEYS).freshness(nonce)).isEqualTo(Freshness.UNUSABLE);
  }

  @Test
  void noncesDiffer() {
    SealedNonces nonces = SealedNonces.of(KEYS);

    assertThat(nonces.issue()).isNotEqualTo(nonces.issue()).matches("[A-Za-z0-9_-]+");
  }

  @Test
  void lifetimeIsPositive() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SealedNonces(KEYS, Duration.ZERO, Clock.systemUTC()));
  }
}
