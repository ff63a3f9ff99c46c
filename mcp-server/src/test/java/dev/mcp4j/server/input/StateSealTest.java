/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.server.KeyRing;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateSealTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final byte[] CONTENT =
      "what the server remembers".getBytes(StandardCharsets.UTF_8);

  private final StateSeal seal = new StateSeal(KeyRing.random(RANDOM), RANDOM);

  @Property(tries = 200)
  void whatWasSealedOpens(@ForAll byte[] content) {
    assertThat(seal.open(seal.seal(content))).isEqualTo(content);
  }

  @Test
  void sameContentNeverLooksTheSame() {
    assertThat(seal.seal(CONTENT)).isNotEqualTo(seal.seal(CONTENT));
  }

  @Test
  void contentCannotBeRead() {
    byte[] sealed = Base64.getUrlDecoder().decode(seal.seal(CONTENT));
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("server");
  }

  @Property(tries = 500)
  void anyFlippedBitIsNoticed(@ForAll @IntRange(max = 10_000) int position) {
    byte[] sealed = Base64.getUrlDecoder().decode(seal.seal(CONTENT));
    int bit = position % (sealed.length * 8);
    sealed[bit / 8] ^= (byte) (1 << (bit % 8));
    assertThat(seal.open(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed))).isNull();
  }

  @Test
  void anyOtherCharacterIsNoticedAtAnyPlace() {
    String sealed = seal.seal(CONTENT);
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/ \n";
    for (int at = 0; at < sealed.length(); at++) {
      for (int i = 0; i < alphabet.length(); i++) {
        char c = alphabet.charAt(i);
        if (c != sealed.charAt(at)) {
          assertThat(seal.open(sealed.substring(0, at) + c + sealed.substring(at + 1))).isNull();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "=", "A", "AAAA", "not base64!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void textThatIsNoSealIsRefused(String text) {
    assertThat(seal.open(text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-TAMPERED", "=", "==", " ", "\n"})
  void anythingAppendedIsNoticed(String suffix) {
    assertThat(seal.open(seal.seal(CONTENT) + suffix)).isNull();
  }

  @Test
  void firstKeySealsAndAllKeysOpen() {
    byte[] older = key(1);
    byte[] newer = key(2);
    StateSeal before = new StateSeal(KeyRing.of(older), RANDOM);
    StateSeal during = new StateSeal(KeyRing.of(newer, older), RANDOM);
    StateSeal after = new StateSeal(KeyRing.of(newer), RANDOM);

    assertThat(during.open(before.seal(CONTENT))).isEqualTo(CONTENT);
    assertThat(after.open(during.seal(CONTENT))).isEqualTo(CONTENT);
    assertThat(after.open(before.seal(CONTENT))).isNull();
  }

  @Test
  void keyOfAnotherLengthIsRefused() {
    assertThatThrownBy(() -> KeyRing.of(new byte[16]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a key must have 32 bytes, had 16");
  }

  @Test
  void ringDoesNotShowItsKeys() {
    byte[] key = key(7);
    assertThat(KeyRing.of(key).toString()).isEqualTo("KeyRing of 1");
    Arrays.fill(key, (byte) 0);
    assertThat(KeyRing.of(key(7)).keys().get(0).getEncoded()).isEqualTo(key(7));
  }

  private static byte[] key(int fill) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) fill);
    return key;
  }
}
