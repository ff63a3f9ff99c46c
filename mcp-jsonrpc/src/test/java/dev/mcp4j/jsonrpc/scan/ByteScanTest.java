/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntPredicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ByteScanTest {

  @Property
  void hitIsTheOneALookAtEachByteFinds(
      @ForAll("bytes") byte[] bytes,
      @ForAll @IntRange(max = 50) int some,
      @ForAll @IntRange(max = 50) int more) {
    int from = Math.min(Math.min(some, more), bytes.length);
    int to = Math.min(Math.max(some, more), bytes.length);

    assertThat(ByteScan.indexOf('\n', bytes, from, to))
        .isEqualTo(indexOf(b -> b == '\n', bytes, from, to));
    assertThat(ByteScan.indexOf('\0', bytes, from, to))
        .isEqualTo(indexOf(b -> b == 0, bytes, from, to));
    assertThat(ByteScan.indexOfLineEnd(bytes, from, to))
        .isEqualTo(indexOf(b -> b == '\n' || b == '\r', bytes, from, to));
    assertThat(ByteScan.indexOfNonAscii(bytes, from, to))
        .isEqualTo(indexOf(b -> b < 0, bytes, from, to));
    assertThat(ByteScan.indexOfUnplain(bytes, from, to))
        .isEqualTo(indexOf(b -> b == '"' || b == '\\' || (b >= 0 && b < ' '), bytes, from, to));
  }

  private static int indexOf(IntPredicate wanted, byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (wanted.test(bytes[i])) {
        return i;
      }
    }
    return to;
  }

  /** Mostly bytes next to the wanted ones, where arithmetic on words could go wrong. */
  @Provide
  Arbitrary<byte[]> bytes() {
    byte[] near = {
      0, 1, 9, 10, 11, 12, 13, 14, 31, 32, 33, 34, 35, 91, 92, 93, 127, -128, -127, -118, -115, -94,
      -36, -1
    };
    return Arbitraries.oneOf(
            Arbitraries.of((byte) 'a'),
            Arbitraries.bytes().map(b -> near[(b & 0x7F) % near.length]))
        .array(byte[].class)
        .ofMaxSize(50);
  }
}
