/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit;

import dev.mcp4j.client.transport.ClientNotification;
import dev.mcp4j.client.transport.ClientRequest;
import dev.mcp4j.client.transport.ClientTransport;
import dev.mcp4j.client.transport.Exchange;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.JsonRpcResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A transport that does what another one does, but for what is overridden. */
class ForwardingTransport implements ClientTransport {
  private final ClientTransport to;

  ForwardingTransport(ClientTransport to) {
    this.to = Objects.requireNonNull(to, "to");
  }

  @Override
  public void start(Consumer<JsonRpcMessage> unmatched) {
    to.start(unmatched);
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
  public void abandon(String requestState) {
    to.abandon(requestState);
  }

  @Override
  public void answer(JsonRpcResponse response) {
    to.answer(response);
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
    to.close();
  }
}
