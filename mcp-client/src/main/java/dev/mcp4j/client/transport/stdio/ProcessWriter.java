/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.transport.stdio;

import dev.mcp4j.client.TransportException;
import dev.mcp4j.jsonrpc.framing.NdjsonEncoder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to the standard input of a process, one message after the other. A process that does not
 * read blocks the thread of this writer and nobody else; what then piles up is bounded.
 */
final class ProcessWriter implements Runnable {
  static final long MAX_WAITING_BYTES = 16L << 20;

  private static final int BUFFER_BYTES = 64 * 1024;
  private static final byte[] END = {};

  private static final Logger log = LoggerFactory.getLogger(ProcessWriter.class);

  private final OutputStream out;
  private final Runnable onBroken;
  private final BlockingQueue<byte[]> waiting = new LinkedBlockingQueue<>();
  private final AtomicLong waitingBytes = new AtomicLong();

  ProcessWriter(OutputStream stdin, Runnable onBroken) {
    this.out = new BufferedOutputStream(stdin, BUFFER_BYTES);
    this.onBroken = onBroken;
  }

  void send(byte[] message) {
    long before = waitingBytes.getAndAdd(message.length);
    if (before > 0 && before + message.length > MAX_WAITING_BYTES) {
      waitingBytes.addAndGet(-message.length);
      throw new TransportException(
          "the server does not read its input: %d bytes are waiting".formatted(before), null);
    }
    waiting.add(message);
  }

  /** Closes the stream once everything sent before is written. */
  void finish() {
    waiting.add(END);
  }

  @Override
  public void run() {
    try (OutputStream closedAtEnd = out) {
      for (byte[] message = waiting.take(); message != END; message = waiting.take()) {
        NdjsonEncoder.write(message, closedAtEnd);
        waitingBytes.addAndGet(-message.length);
        if (waiting.isEmpty()) {
          closedAtEnd.flush();
        }
      }
    } catch (IOException e) {
      log.debug("cannot write to the server: {}", e.getMessage());
      onBroken.run();
    } catch (InterruptedException e) {
      // Nobody has a reference to this thread to interrupt it with.
      Thread.currentThread().interrupt();
    }
  }
}
