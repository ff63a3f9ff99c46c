/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.framing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ByteSliceTest {

  @Test
  void sliceSharesTheArrayAndTheCopyDoesNot() {
    byte[] bytes = "abcd".getBytes(UTF_8);
    ByteSlice slice = ByteSlice.of(bytes, 1, 2);
    byte[] copy = slice.toByteArray();

    bytes[1] = 'x';

    assertThat(slice.toString()).isEqualTo("xc");
    assertThat(new String(copy, UTF_8)).isEqualTo("bc");
  }

  @Test
  void slicesOfTheSameBytesAreEqual() {
    ByteSlice slice = ByteSlice.of("abab".getBytes(UTF_8), 2, 2);

    assertThat(slice).isEqualTo(ByteSlice.of("ab".getBytes(UTF_8)));
    assertThat(slice).hasSameHashCodeAs(ByteSlice.of("ab".getBytes(UTF_8)));
    assertThat(slice).isNotEqualTo(ByteSlice.of("ba".getBytes(UTF_8)));
    assertThat(slice).isNotEqualTo(ByteSlice.of("aba".getBytes(UTF_8)));
  }

  @Test
  void rangeOutsideTheArrayIsRefused() {
    assertThatThrownBy(() -> ByteSlice.of(new byte[3], 2, 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
