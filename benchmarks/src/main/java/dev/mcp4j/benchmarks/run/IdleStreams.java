/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.benchmarks.run;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Streams that a server keeps open, and on which nothing happens. */
final class IdleStreams implements AutoCloseable {
  private final List<SocketChannel> channels = new ArrayList<>();

  private IdleStreams() {}

  /** Opens streams one after the other; each is acknowledged before the next. */
  static IdleStreams open(URI uri, int count) throws IOException {
    IdleStreams streams = new IdleStreams();
    try {
      ByteBuffer answer = ByteBuffer.allocate(8 << 10);
      for (int i = 0; i < count; i++) {
        SocketChannel channel =
            SocketChannel.open(new InetSocketAddress(uri.getHost(), uri.getPort()));
        streams.channels.add(channel);
        channel.write(ByteBuffer.wrap(request(uri, i)));
        awaitAcknowledgement(channel, answer);
      }
      return streams;
    } catch (IOException | RuntimeException e) {
      streams.close();
      throw e;
    }
  }

  /** The connections, whose acknowledgements have been read. */
  List<SocketChannel> channels() {
    return List.copyOf(channels);
  }

  private static byte[] request(URI uri, int id) {
    String body = Era.MODERN.listen(id);
    StringBuilder text = new StringBuilder("POST " + uri.getPath() + " HTTP/1.1\r\n");
    text.append("Host: ").append(uri.getAuthority()).append("\r\n");
    text.append("Content-Length: ").append(body.length()).append("\r\n");
    for (Map.Entry<String, String> header : Era.MODERN.headers("subscriptions/listen").entrySet()) {
      text.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n");
    }
    return text.append("\r\n").append(body).toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void awaitAcknowledgement(SocketChannel channel, ByteBuffer answer)
      throws IOException {
    answer.clear();
    while (true) {
      if (channel.read(answer) < 0) {
        throw new IOException("a stream was refused: " + text(answer));
      }
      String text = text(answer);
      if (text.contains("acknowledged")) {
        return;
      }
      if (!text.startsWith("HTTP/1.1 200")) {
        throw new IOException("a stream was refused: " + text);
      }
    }
  }

  private static String text(ByteBuffer answer) {
    return StandardCharsets.UTF_8.decode(answer.duplicate().flip()).toString();
  }

  @Override
  public void close() throws IOException {
    for (SocketChannel channel : channels) {
      channel.close();
    }
  }
}
