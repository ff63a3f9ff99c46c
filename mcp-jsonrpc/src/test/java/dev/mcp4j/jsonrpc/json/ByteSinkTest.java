/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class ByteSinkTest {
  @Property(tries = 100)
  void everyPartIsThereInOrder(
      @ForAll @Size(max = 8) List<@Size(max = 2000) byte[]> parts, @ForAll byte single) {
    ByteSink sink = new ByteSink();
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      int offset = part.length / 3;
      sink.write(part, offset, part.length - offset);
      expected.write(part, offset, part.length - offset);
      sink.write(single);
      expected.write(single);
    }

    assertThat(sink.toByteArray()).isEqualTo(expected.toByteArray());
  }

  @Property(tries = 20)
  void whatIsWrittenFirstIsCopied(@ForAll @Size(min = 1) byte[] part) {
    byte[] reused = part.clone();
    ByteSink sink = new ByteSink();
    sink.write(reused, 0, reused.length);
    reused[0]++;

    assertThat(sink.toByteArray()).isEqualTo(part);
  }
}
