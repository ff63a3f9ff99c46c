/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.transport.stdio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ByteRingTest {
  private static void write(ByteRing ring, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ring.write(bytes, bytes.length);
  }

  @Property(tries = 300)
  void keepsTheEndOfWhatWasWritten(
      @ForAll @Size(max = 20) List<@AlphaChars @StringLength(max = 30) String> pieces,
      @ForAll @IntRange(min = 1, max = 40) int capacity) {
    ByteRing ring = new ByteRing(capacity);

    pieces.forEach(piece -> write(ring, piece));

    String all = String.join("", pieces);
    assertThat(ring.text()).isEqualTo(all.substring(Math.max(0, all.length() - capacity)));
  }

  @Test
  void characterCutAtTheBeginningIsLeftOut() {
    ByteRing ring = new ByteRing(4);

    write(ring, "aéb€");

    assertThat(ring.text()).isEqualTo("b€");
  }
}
