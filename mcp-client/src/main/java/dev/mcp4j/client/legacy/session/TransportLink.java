/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.session;

import dev.mcp4j.api.legacy.LegacyRevision;
import dev.mcp4j.client.TransportException;
import dev.mcp4j.client.transport.ClientNotification;
import dev.mcp4j.client.transport.ClientRequest;
import dev.mcp4j.client.transport.ClientTransport;
import dev.mcp4j.client.transport.Exchange;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.JsonRpcResponse;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A link over one connection that all messages share in both directions. */
public final class TransportLink implements LegacyLink {
  private static final Logger log = LoggerFactory.getLogger(TransportLink.class);

  private final ClientTransport transport;

  /**
   * Makes a link.
   *
   * @param transport carries the messages; closed with the link
   */
  public TransportLink(ClientTransport transport) {
    this.transport = transport;
  }

  @Override
  public void start(Consumer<JsonRpcMessage> unattributed) {
    transport.start(unattributed);
  }

  @Override
  public Exchange open(ClientRequest request) {
    return transport.open(request);
  }

  @Override
  public void send(ClientNotification notification, Duration atMost) throws InterruptedException {
    transport.send(notification, atMost);
  }

  @Override
  public void answer(JsonRpcResponse response) {
    try {
      transport.answer(response);
    } catch (TransportException e) {
      log.debug("question {} could not be answered: {}", response.id(), e.getMessage());
    }
  }

  @Override
  public void agreed(LegacyRevision revision) {}

  @Override
  public boolean listen(Duration atMost) {
    return true;
  }

  @Override
  public boolean isOpen() {
    return transport.isOpen();
  }

  @Override
  public void close() {
    transport.close();
  }
}
