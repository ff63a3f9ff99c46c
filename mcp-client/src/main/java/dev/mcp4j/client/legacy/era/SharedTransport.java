/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.era;

import dev.mcp4j.client.transport.ClientNotification;
import dev.mcp4j.client.transport.ClientRequest;
import dev.mcp4j.client.transport.ClientTransport;
import dev.mcp4j.client.transport.Exchange;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.JsonRpcResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A connection on whose first use depends who uses it afterwards: it can be started once more, and
 * while it is lent, it stays open when one who cannot use it closes it.
 */
final class SharedTransport implements ClientTransport {
  private final ClientTransport to;
  private final AtomicBoolean started = new AtomicBoolean();
  private volatile Consumer<JsonRpcMessage> unmatched = message -> {};
  private volatile boolean lent;

  SharedTransport(ClientTransport to) {
    this.to = to;
  }

  /** From now on {@link #close} does nothing. */
  void lend() {
    lent = true;
  }

  /** From now on {@link #close} does what it says. */
  void settle() {
    lent = false;
  }

  @Override
  public void start(Consumer<JsonRpcMessage> unmatched) {
    this.unmatched = unmatched;
    if (started.compareAndSet(false, true)) {
      to.start(message -> this.unmatched.accept(message));
    }
  }

  @Override
  public Exchange open(ClientRequest request) {
    return to.open(request);
  }

  @Override
  public void send(ClientNotification notification, Duration atMost) throws InterruptedException {
    to.send(notification, atMost);
  }

  @Override
  public void abandon(String requestState) {
    to.abandon(requestState);
  }

  @Override
  public void answer(JsonRpcResponse response) {
    to.answer(response);
  }

  @Override
  public String target() {
    return to.target();
  }

  @Override
  public String authorizationPartition() {
    return to.authorizationPartition();
  }

  @Override
  public boolean mirrorsParameters() {
    return to.mirrorsParameters();
  }

  @Override
  public @Nullable String protocolVersion() {
    return to.protocolVersion();
  }

  @Override
  public boolean isOpen() {
    return to.isOpen();
  }

  @Override
  public void close() {
    if (!lent) {
      to.close();
    }
  }
}
