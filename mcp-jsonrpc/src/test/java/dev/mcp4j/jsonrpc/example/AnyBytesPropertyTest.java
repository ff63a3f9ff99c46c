/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.api.Result;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.jsonrpc.Inbound;
import dev.mcp4j.jsonrpc.Payload;
import dev.mcp4j.jsonrpc.PayloadTypes;
import dev.mcp4j.jsonrpc.example.Messages.Sent;
import dev.mcp4j.jsonrpc.json.JsonShapeException;
import dev.mcp4j.jsonrpc.json.JsonSyntaxException;
import dev.mcp4j.jsonrpc.json.McpJson;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;

/** Whatever the bytes, decoding gives a value, and reading throws nothing but what it documents. */
class AnyBytesPropertyTest {
  private static final PayloadTypes TYPES = new CoreWithResult(CallToolResult.class);
  private static final List<Class<?>> MODEL =
      ApiTypes.all().stream().filter(type -> hasReader(type)).toList();

  @Property(tries = 1000)
  void anyBytesAreDecoded(@ForAll byte[] bytes) {
    decode(bytes, TYPES);
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void piecesOfMessagesAreDecoded(@ForAll("soup") byte[] bytes) {
    decode(bytes, TYPES);
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void damagedMessageIsDecoded(@ForAll("messages") Sent sent, @ForAll Random random) {
    decode(Damaged.bytes(sent.bytes(), random), sent.types());
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void messageWithAWrongValueIsDecoded(@ForAll("messages") Sent sent, @ForAll Random random) {
    byte[] damaged = Damaged.value(sent.bytes(), random);

    decode(damaged, sent.types());
    decode(Shuffled.members(damaged, random), sent.types());
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void readingThrowsOnlyWhatItDocuments(
      @ForAll("examples") Example example, @ForAll("model") Class<?> type, @ForAll Random random) {
    for (byte[] bytes :
        List.of(
            example.bytes(),
            Damaged.bytes(example.bytes(), random),
            Damaged.value(example.bytes(), random))) {
      read(() -> McpJson.read(type, bytes));
      if (!isMessage(example)) {
        read(() -> ExampleReader.read(example.typeName(), bytes));
      }
      if (Result.class.isAssignableFrom(type)) {
        Payload raw = new Payload.Raw(bytes, 0, bytes.length);
        read(() -> Messages.CODEC.readReply(raw, type.asSubclass(Result.class)));
      }
    }
  }

  private static void decode(byte[] bytes, PayloadTypes types) {
    assertSpeaksForItself(Messages.CODEC.decode(bytes, 0, bytes.length, types));
  }

  private static void assertSpeaksForItself(Inbound inbound) {
    if (inbound instanceof Inbound.Batch batch) {
      assertThat(batch.messages())
          .isNotEmpty()
          .doesNotHaveAnyElementsOfTypes(Inbound.Batch.class)
          .allSatisfy(AnyBytesPropertyTest::assertSpeaksForItself);
    } else if (inbound instanceof Inbound.Malformed malformed) {
      assertFitForAPeer(malformed.reason());
    }
  }

  private static void read(Runnable reader) {
    try {
      reader.run();
    } catch (JsonSyntaxException | JsonShapeException e) {
      assertFitForAPeer(e.getMessage());
    }
  }

  private static void assertFitForAPeer(String reason) {
    assertThat(reason).isNotBlank().doesNotContainPattern("jackson|java|mcp4j|Exception|\\R");
  }

  private static boolean isMessage(Example example) {
    return McpJson.read(JsonNode.class, example.bytes()).has("jsonrpc");
  }

  private static boolean hasReader(Class<?> type) {
    try {
      McpJson.read(type, new byte[] {'0'});
      return true;
    } catch (JsonShapeException e) {
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Provide
  Arbitrary<byte[]> soup() {
    return Damaged.soup();
  }

  @Provide
  Arbitrary<Sent> messages() {
    return Messages.any();
  }

  @Provide
  Arbitrary<Example> examples() {
    return Arbitraries.of(Example.own());
  }

  @Provide
  Arbitrary<Class<?>> model() {
    return Arbitraries.of(MODEL);
  }
}
