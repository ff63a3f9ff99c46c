/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.transport;

import dev.mcp4j.client.McpClientException;
import dev.mcp4j.client.TransportException;
import dev.mcp4j.jsonrpc.framing.ByteSlice;
import java.util.function.Supplier;

/**
 * Moves whole messages in both directions over one connection that all requests share: the streams
 * of a process, a socket, a pair of queues in memory. {@link ChannelTransport} makes a transport of
 * it.
 */
public interface MessageChannel extends AutoCloseable {
  /**
   * Begins to receive. Called once, before any other method.
   *
   * @param receiver takes what is received
   */
  void start(Receiver receiver);

  /**
   * Sends a message. Messages of one thread keep their order. Does not wait for the peer to read.
   *
   * @param message one JSON text on one line, without a line end; not changed afterwards
   * @throws TransportException if the channel is closed, or too much is waiting to be read by the
   *     peer
   */
  void send(byte[] message);

  /**
   * Tells whether messages can still be sent.
   *
   * @return false once the channel is closed on either side
   */
  boolean isOpen();

  /**
   * Names the peer.
   *
   * @return a text without secrets
   */
  String target();

  /** Ends the channel in bounded time and calls {@link Receiver#onClosed}. Idempotent. */
  @Override
  void close();

  /**
   * Takes what a channel receives. Called by one thread at a time; does not block on anything but
   * its own computation and does not throw.
   */
  interface Receiver {
    /**
     * Takes one message.
     *
     * @param message the bytes; good until this method returns
     */
    void onMessage(ByteSlice message);

    /**
     * Tells that a message is over the limit. The rest of it is dropped.
     *
     * @param head the beginning of the message; good until this method returns
     * @param limitBytes the most bytes a message may have
     */
    void onTooLong(ByteSlice head, long limitBytes);

    /**
     * Tells that nothing will be received any more. Called once, by any thread, and last.
     *
     * @param reason makes what the open requests fail with, one for each
     */
    void onClosed(Supplier<? extends McpClientException> reason);
  }
}
