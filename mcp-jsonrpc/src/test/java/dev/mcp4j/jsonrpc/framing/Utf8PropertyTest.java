/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.framing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.HexFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The decoder of the JDK is the judge. */
class Utf8PropertyTest {

  /** The bytes at which some rule of UTF-8 begins or ends to hold. */
  private static final byte[] EDGES =
      HexFormat.of()
          .parseHex(
              "0061 7f80 8f90 9fa0 bfc0 c1c2 dfe0 e1ec edee eff0 f1f3 f4f5 ff".replace(" ", ""));

  @Example
  void upToFourEdgeBytesAreJudgedAsTheJdkJudgesThem() {
    CharsetDecoder jdk = jdkDecoder();
    byte[] bytes = new byte[4];
    for (byte first : EDGES) {
      bytes[0] = first;
      for (byte second : EDGES) {
        bytes[1] = second;
        for (byte third : EDGES) {
          bytes[2] = third;
          for (byte fourth : EDGES) {
            bytes[3] = fourth;
            if (Utf8.indexOfInvalid(bytes, 0, 4) != jdkIndexOfInvalid(jdk, bytes, 0, 4)) {
              throw new AssertionError("differs on " + HexFormat.of().formatHex(bytes));
            }
          }
        }
      }
    }
  }

  @Property
  void anyBytesAreJudgedAsTheJdkJudgesThem(
      @ForAll("bytes") byte[] bytes, @ForAll @IntRange(max = 9) int before) {
    int offset = Math.min(before, bytes.length);
    int length = bytes.length - offset;

    assertThat(Utf8.indexOfInvalid(bytes, offset, length))
        .isEqualTo(jdkIndexOfInvalid(jdkDecoder(), bytes, offset, length));
  }

  @Property
  void textWithOneByteChangedIsJudgedAsTheJdkJudgesIt(
      @ForAll String text, @ForAll @IntRange(max = 1000) int place, @ForAll byte changed) {
    byte[] bytes = (text + "}").getBytes(UTF_8);
    bytes[place % bytes.length] = changed;

    assertThat(Utf8.indexOfInvalid(bytes, 0, bytes.length))
        .isEqualTo(jdkIndexOfInvalid(jdkDecoder(), bytes, 0, bytes.length));
  }

  private static CharsetDecoder jdkDecoder() {
    return UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  private static int jdkIndexOfInvalid(CharsetDecoder jdk, byte[] bytes, int offset, int length) {
    ByteBuffer in = ByteBuffer.wrap(bytes, offset, length);
    boolean malformed = jdk.reset().decode(in, CharBuffer.allocate(length), true).isError();
    return malformed ? in.position() : -1;
  }

  @Provide
  Arbitrary<byte[]> bytes() {
    Arbitrary<Byte> edges = Arbitraries.bytes().map(b -> EDGES[(b & 0xFF) % EDGES.length]);
    return Arbitraries.oneOf(edges, Arbitraries.of((byte) 'a'), Arbitraries.bytes())
        .array(byte[].class)
        .ofMaxSize(40);
  }
}
