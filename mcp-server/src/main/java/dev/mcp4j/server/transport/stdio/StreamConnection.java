/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.stdio;

import dev.mcp4j.jsonrpc.Inbound;
import dev.mcp4j.jsonrpc.JsonRpcCodec;
import dev.mcp4j.jsonrpc.framing.ByteSlice;
import dev.mcp4j.jsonrpc.framing.NdjsonDecoder;
import dev.mcp4j.jsonrpc.framing.NdjsonSink;
import dev.mcp4j.server.Caller;
import dev.mcp4j.server.core.ConnectionEndpoint;
import dev.mcp4j.server.core.ConnectionLimits;
import dev.mcp4j.server.core.MessageEndpoint;
import dev.mcp4j.server.core.MessageReader;
import dev.mcp4j.server.core.Outbound;
import dev.mcp4j.server.core.ServerCore;
import dev.mcp4j.server.transport.StdioOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves one client over a pair of byte streams, one message a line: standard streams, a socket, a
 * pipe inside a process.
 *
 * <p>Specification 2026-07-28: basic/transports/stdio.
 */
public final class StreamConnection implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(StreamConnection.class);
  private static final int CHUNK = 64 << 10;

  private final InputStream in;
  private final StdioOptions options;
  private final MessageReader reader;
  private final LineWriter writer;
  private final MessageEndpoint endpoint;
  private final CountDownLatch over = new CountDownLatch(1);

  /**
   * Makes a connection that does nothing yet.
   *
   * @param core the server
   * @param caller who is at the other end
   * @param in where messages come from; read on a thread of its own, not closed
   * @param out where messages go; not closed
   * @param options what is configured
   * @param decorator wraps what takes the messages, to serve other revisions too; is given the way
   *     to the client as well
   */
  public StreamConnection(
      ServerCore core,
      Caller caller,
      InputStream in,
      OutputStream out,
      StdioOptions options,
      BiFunction<? super ConnectionEndpoint, ? super Outbound, ? extends MessageEndpoint>
          decorator) {
    this.in = Objects.requireNonNull(in, "in");
    this.options = Objects.requireNonNull(options, "options");
    JsonRpcCodec codec = core.codec(options.maxMessageBytes());
    this.reader = core.reader(codec);
    this.writer =
        new LineWriter(codec, out, core.threads().background(), options.maxQueued(), this::close);
    this.endpoint =
        decorator.apply(
            new ConnectionEndpoint(
                core,
                caller,
                writer,
                new ConnectionLimits(
                    options.maxInFlight(), options.lookAheadBytes(), options.maxListens())),
            writer);
  }

  /**
   * Serves until the input ends, the connection is closed, or the client no longer takes output.
   * Then subscriptions end, requests in flight get the time the options give them, and the method
   * returns. Call it once.
   *
   * @throws InterruptedException if the thread is interrupted; requests in flight are cancelled
   */
  public void serve() throws InterruptedException {
    // Virtual threads would be pinned for the whole life of the server by a read from stdin.
    Thread thread = new Thread(this::read, "mcp4j-reader");
    thread.setDaemon(true);
    thread.start();
    try {
      over.await();
      endpoint.drain(options.drain());
      writer.awaitQueueWritten(options.drain());
    } finally {
      endpoint.close();
    }
  }

  /** Makes {@link #serve} end as it does when the input ends. Idempotent; does not wait. */
  @Override
  public void close() {
    over.countDown();
  }

  private void read() {
    NdjsonDecoder decoder = new NdjsonDecoder(options.maxMessageBytes(), new Lines());
    byte[] chunk = new byte[CHUNK];
    try {
      for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
        writer.inputAtHand(true);
        decoder.feed(chunk, 0, count);
        writer.inputAtHand(false);
      }
      decoder.finish();
    } catch (IOException e) {
      log.debug("The input broke off", e);
    } catch (RuntimeException e) {
      log.error("Reading the input failed", e);
    } finally {
      writer.inputAtHand(false);
      close();
    }
  }

  private final class Lines implements NdjsonSink {
    @Override
    public void onLine(ByteSlice line) {
      try {
        receive(reader.read(line.array(), line.offset(), line.length()), line.length());
      } catch (RuntimeException e) {
        log.error("A message could not be taken", e);
      }
    }

    @Override
    public void onTooLong(ByteSlice head) {
      receive(
          new Inbound.Malformed(
              null,
              Inbound.Defect.TOO_LARGE,
              "The message has more than " + head.length() + " bytes"),
          0);
    }

    private void receive(Inbound inbound, int size) {
      endpoint.receive(inbound, size);
      if (!endpoint.hasRoom()) {
        writer.inputAtHand(false);
        endpoint.awaitRoom();
        writer.inputAtHand(true);
      }
    }
  }
}
