/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.jsonrpc.Inbound;
import dev.mcp4j.jsonrpc.PayloadTypes;
import dev.mcp4j.jsonrpc.example.Messages.Sent;
import dev.mcp4j.jsonrpc.framing.ByteSlice;
import dev.mcp4j.jsonrpc.framing.NdjsonDecoder;
import dev.mcp4j.jsonrpc.framing.NdjsonEncoder;
import dev.mcp4j.jsonrpc.framing.NdjsonSink;
import dev.mcp4j.jsonrpc.framing.SseDecoder;
import dev.mcp4j.jsonrpc.framing.SseEncoder;
import dev.mcp4j.jsonrpc.framing.SseEvent;
import dev.mcp4j.jsonrpc.framing.SseSink;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Messages on a stream arrive as they were sent, however the stream is cut into pieces. */
class FramedMessagePropertyTest {
  private interface Feed {
    void feed(byte[] bytes, int offset, int length);
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void messagesOnLinesArrive(
      @ForAll("messages") List<Sent> messages,
      @ForAll("lineEnds") List<String> ends,
      @ForAll("sizes") List<Integer> sizes) {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    for (int i = 0; i < messages.size(); i++) {
      byte[] line = NdjsonEncoder.encode(messages.get(i).bytes());
      stream.write(line, 0, line.length - 1);
      stream.writeBytes(ends.get(i % ends.size()).getBytes(UTF_8));
    }
    List<Inbound> received = new ArrayList<>();

    feed(stream.toByteArray(), sizes, new NdjsonDecoder(new Lines(received))::feed);

    assertThat(received).isEqualTo(read(messages));
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void messagesInEventsArrive(
      @ForAll("messages") List<Sent> messages,
      @ForAll("eventEnds") List<String> ends,
      @ForAll("between") List<String> between,
      @ForAll("sizes") List<Integer> sizes,
      @ForAll boolean mark) {
    StringBuilder stream = new StringBuilder(mark ? "\uFEFF" : "");
    for (int i = 0; i < messages.size(); i++) {
      String end = ends.get(i % ends.size());
      String event = new String(SseEncoder.encode(messages.get(i).bytes()), UTF_8);
      stream.append(between.get(i % between.size())).append(event.replace("\n", end));
    }
    List<Inbound> received = new ArrayList<>();

    feed(stream.toString().getBytes(UTF_8), sizes, new SseDecoder(new Events(received))::feed);

    assertThat(received).isEqualTo(read(messages));
  }

  private static List<Inbound> read(List<Sent> messages) {
    return messages.stream().map(Sent::bytes).map(FramedMessagePropertyTest::decode).toList();
  }

  private static Inbound decode(byte[] message) {
    return decode(ByteSlice.of(message));
  }

  private static Inbound decode(ByteSlice message) {
    return Messages.CODEC.decode(
        message.array(), message.offset(), message.length(), PayloadTypes.CORE);
  }

  /** Feeds pieces that are overwritten after the call. */
  private static void feed(byte[] stream, List<Integer> sizes, Feed decoder) {
    int from = 0;
    for (int i = 0; from < stream.length; i++) {
      int to = Math.min(stream.length, from + sizes.get(i % sizes.size()));
      byte[] piece = Arrays.copyOfRange(stream, from, to);
      decoder.feed(piece, 0, piece.length);
      Arrays.fill(piece, (byte) '#');
      from = to;
    }
  }

  private record Lines(List<Inbound> received) implements NdjsonSink {
    @Override
    public void onLine(ByteSlice line) {
      received.add(decode(line));
    }

    @Override
    public void onTooLong(ByteSlice head) {
      throw new AssertionError("too long: " + head);
    }
  }

  private record Events(List<Inbound> received) implements SseSink {
    @Override
    public void onEvent(SseEvent event) {
      if (!event.data().isEmpty()) {
        received.add(decode(event.data()));
      }
    }

    @Override
    public void onTooLong() {
      throw new AssertionError("too long");
    }
  }

  @Provide
  Arbitrary<List<Sent>> messages() {
    return Messages.any().list().ofMaxSize(5);
  }

  @Provide
  Arbitrary<List<String>> lineEnds() {
    return Arbitraries.of("\n", "\r\n", "\n\n", "\n \t\r\n").list().ofMinSize(1).ofMaxSize(3);
  }

  @Provide
  Arbitrary<List<String>> eventEnds() {
    return Arbitraries.of("\n", "\r\n", "\r").list().ofMinSize(1).ofMaxSize(3);
  }

  @Provide
  Arbitrary<List<String>> between() {
    return Arbitraries.of(
            "", ":\n\n", ": é\r\n", "id: 7\r\r", "retry: 10\n\n", "data:\n\n", "event: x\n\n")
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  @Provide
  Arbitrary<List<Integer>> sizes() {
    return Arbitraries.oneOf(
            Arbitraries.integers().between(1, 4), Arbitraries.integers().between(1, 400))
        .list()
        .ofMinSize(1)
        .ofMaxSize(30);
  }
}
