/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class FaultsPropertyTest {
  @Property
  void splitBytesAreTheSameBytes(@ForAll byte[] bytes, @ForAll @IntRange(min = 1, max = 9) int most)
      throws IOException {
    InputStream in = Faults.none().splitInto(most).apply(new ByteArrayInputStream(bytes));
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] chunk = new byte[64];
    for (int count; (count = in.read(chunk)) >= 0; ) {
      assertThat(count).isBetween(1, most);
      all.write(chunk, 0, count);
    }

    assertThat(all.toByteArray()).isEqualTo(bytes);
  }
}
