/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.transport.stdio;

import dev.mcp4j.client.CallCancelledException;
import dev.mcp4j.client.McpClientException;
import dev.mcp4j.client.TransportException;
import dev.mcp4j.client.transport.MessageChannel;
import dev.mcp4j.jsonrpc.framing.ByteSlice;
import dev.mcp4j.jsonrpc.framing.NdjsonDecoder;
import dev.mcp4j.jsonrpc.framing.NdjsonSink;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A pair of byte streams as a channel, one message a line. Two threads of its own serve it, one for
 * each stream.
 */
final class StreamChannel implements MessageChannel {
  private static final int READ_BYTES = 64 * 1024;

  private static final Logger log = LoggerFactory.getLogger(StreamChannel.class);

  private final InputStream in;
  private final String target;
  private final int maxMessageBytes;
  private final ProcessWriter writer;
  private final ReentrantLock receiving = new ReentrantLock();
  private @Nullable Receiver receiver;
  private volatile boolean open = true;

  StreamChannel(InputStream in, OutputStream out, String target, int maxMessageBytes) {
    this.in = in;
    this.target = target;
    this.maxMessageBytes = maxMessageBytes;
    this.writer =
        new ProcessWriter(
            out, () -> end(() -> new TransportException("the server reads no more", null)));
  }

  @Override
  public void start(Receiver receiver) {
    this.receiver = receiver;
    thread("mcp-stream-in", this::read);
    thread("mcp-stream-out", writer);
  }

  @Override
  public void send(byte[] message) {
    if (!open) {
      throw new TransportException("the connection is closed", null);
    }
    writer.send(message);
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public String target() {
    return target;
  }

  @Override
  public void close() {
    end(() -> new CallCancelledException("the client was closed", null));
  }

  private static void thread(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void read() {
    NdjsonDecoder decoder = new NdjsonDecoder(maxMessageBytes, new Lines());
    byte[] bytes = new byte[READ_BYTES];
    try {
      int length;
      while ((length = in.read(bytes)) >= 0) {
        decoder.feed(bytes, 0, length);
      }
      decoder.finish();
    } catch (IOException e) {
      log.debug("{} broke off: {}", target, e.getMessage());
    } finally {
      end(() -> new TransportException("the server closed the connection", null));
    }
  }

  /** Whoever comes first says why. */
  private void end(Supplier<? extends McpClientException> reason) {
    open = false;
    writer.finish();
    Receiver last;
    receiving.lock();
    try {
      last = receiver;
      receiver = null;
      if (last != null) {
        last.onClosed(reason);
      }
    } finally {
      receiving.unlock();
    }
    if (last != null) {
      closeInput();
    }
  }

  private void closeInput() {
    try {
      in.close();
    } catch (IOException e) {
      log.debug("{} cannot be closed: {}", target, e.getMessage());
    }
  }

  private final class Lines implements NdjsonSink {
    @Override
    public void onLine(ByteSlice line) {
      receiving.lock();
      try {
        if (receiver != null) {
          receiver.onMessage(line);
        }
      } finally {
        receiving.unlock();
      }
    }

    @Override
    public void onTooLong(ByteSlice head) {
      receiving.lock();
      try {
        if (receiver != null) {
          receiver.onTooLong(head, maxMessageBytes);
        }
      } finally {
        receiving.unlock();
      }
    }
  }
}
