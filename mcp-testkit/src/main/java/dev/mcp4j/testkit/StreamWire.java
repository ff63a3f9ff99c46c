/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit;

import dev.mcp4j.api.RequestId;
import dev.mcp4j.jsonrpc.framing.ByteSlice;
import dev.mcp4j.jsonrpc.framing.NdjsonDecoder;
import dev.mcp4j.jsonrpc.framing.NdjsonSink;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Messages as lines over a pair of byte streams. */
final class StreamWire implements Wire {
  private static final int MAX_MESSAGE_BYTES = 64 << 20;
  private static final int READ_BYTES = 64 << 10;

  private final InputStream in;
  private final OutputStream out;
  private final ReentrantLock writing = new ReentrantLock();

  StreamWire(InputStream in, OutputStream out) {
    this.in = in;
    this.out = out;
  }

  @Override
  public void start(Receiver receiver) {
    Thread thread = new Thread(() -> read(receiver), "mcp4j-scripted-peer");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void send(byte[] message, @Nullable RequestId about) throws IOException {
    writing.lock();
    try {
      out.write(message);
      out.write('\n');
      out.flush();
    } finally {
      writing.unlock();
    }
  }

  @Override
  public void finish() {
    try {
      out.close();
    } catch (IOException e) {
      // The other side has gone before.
    }
  }

  @Override
  public void close() {
    finish();
    try {
      in.close();
    } catch (IOException e) {
      // The other side has gone before.
    }
  }

  private void read(Receiver receiver) {
    NdjsonDecoder decoder = new NdjsonDecoder(MAX_MESSAGE_BYTES, new Lines(receiver));
    byte[] bytes = new byte[READ_BYTES];
    try {
      int length;
      while ((length = in.read(bytes)) >= 0) {
        decoder.feed(bytes, 0, length);
      }
      decoder.finish();
    } catch (IOException e) {
      // The connection is closed, by whichever side.
    } finally {
      receiver.onEnd();
    }
  }

  private record Lines(Receiver receiver) implements NdjsonSink {
    @Override
    public void onLine(ByteSlice line) {
      receiver.onMessage(line.toByteArray(), null);
    }

    @Override
    public void onTooLong(ByteSlice head) {
      receiver.onNote("sends a line of more than %d bytes".formatted(MAX_MESSAGE_BYTES));
    }
  }
}
