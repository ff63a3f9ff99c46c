/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.jsonrpc.Inbound;
import dev.mcp4j.jsonrpc.PayloadTypes;
import dev.mcp4j.jsonrpc.example.Messages.Sent;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Every message survives the way through bytes. */
class MessagePropertyTest {
  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void whatIsEncodedIsDecoded(@ForAll("messages") Sent sent) {
    assertThat(sent.decode(sent.bytes())).isEqualTo(new Inbound.Single(sent.message()));
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void orderOfMembersMakesNoDifference(@ForAll("messages") Sent sent, @ForAll Random random) {
    byte[] shuffled = Shuffled.members(sent.bytes(), random);

    assertThat(sent.decode(shuffled)).isEqualTo(new Inbound.Single(sent.message()));
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void messageNobodyReadsIsForwardedByteByByte(@ForAll("messages") Sent sent) {
    byte[] bytes = sent.bytes();
    Inbound unread = Messages.CODEC.decode(bytes, 0, bytes.length, PayloadTypes.NONE);

    assertThat(Messages.CODEC.encode(((Inbound.Single) unread).message())).isEqualTo(bytes);
  }

  @Provide
  Arbitrary<Sent> messages() {
    return Messages.any();
  }
}
