/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.session;

import dev.mcp4j.api.legacy.LegacyRevision;
import dev.mcp4j.client.TransportException;
import dev.mcp4j.client.transport.ClientNotification;
import dev.mcp4j.client.transport.ClientRequest;
import dev.mcp4j.client.transport.Exchange;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.JsonRpcResponse;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Carries the messages of one session: a link is used for one handshake and what follows it. Safe
 * for use by several threads. Failures are subclasses of {@link
 * dev.mcp4j.client.McpClientException}; when the server does not know the session any more, an
 * exchange fails with {@link SessionGoneException}.
 */
public interface LegacyLink extends AutoCloseable {
  /**
   * Begins to receive. Called once, before any other method.
   *
   * @param unattributed takes what belongs to no exchange; called by any thread, does not block and
   *     does not throw. A payload of bytes is only good until it returns
   */
  void start(Consumer<JsonRpcMessage> unattributed);

  /**
   * Sends a request. Returns at once.
   *
   * @param request the request; its result stays bytes
   * @return what comes back, requests of the server that came with it included
   * @throws TransportException if there is no connection any more
   */
  Exchange open(ClientRequest request);

  /**
   * Sends a notification and waits until it is handed over or, where the connection confirms,
   * accepted.
   *
   * @param notification the notification
   * @param atMost how long to wait
   * @throws TransportException if it could not be sent or was not accepted in time
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  void send(ClientNotification notification, Duration atMost) throws InterruptedException;

  /**
   * Answers a request of the server. Does not wait and does not throw: a server that does not get
   * its answer finds that out by itself.
   *
   * @param response the answer
   */
  void answer(JsonRpcResponse response);

  /**
   * Takes note of the revision of the session, before anything else is sent in it.
   *
   * @param revision what both sides have agreed on
   */
  void agreed(LegacyRevision revision);

  /**
   * Makes way for what the server sends by itself, before any call is made.
   *
   * @param atMost how long to wait for the server
   * @return whether the server can send anything by itself
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  boolean listen(Duration atMost) throws InterruptedException;

  /**
   * Tells whether the session can still be used.
   *
   * @return false once the link is closed, its connection lost or the session gone
   */
  boolean isOpen();

  /** Ends the session and the link in bounded time. Open exchanges fail. Idempotent. */
  @Override
  void close();
}
