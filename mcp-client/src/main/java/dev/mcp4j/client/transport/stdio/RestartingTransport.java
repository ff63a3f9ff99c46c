/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.transport.stdio;

import dev.mcp4j.client.TransportException;
import dev.mcp4j.client.transport.ClientNotification;
import dev.mcp4j.client.transport.ClientRequest;
import dev.mcp4j.client.transport.ClientTransport;
import dev.mcp4j.client.transport.Exchange;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.JsonRpcResponse;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces a transport that has lost its server by a new one when the next request is sent.
 *
 * <p>Specification 2026-07-28: basic/transports/stdio, Unexpected Termination.
 */
final class RestartingTransport implements ClientTransport {
  private static final Logger log = LoggerFactory.getLogger(RestartingTransport.class);

  private final Supplier<ClientTransport> launcher;
  private final ReentrantLock lock = new ReentrantLock();
  private ClientTransport current;
  private boolean closed;
  private Consumer<JsonRpcMessage> unmatched = message -> {};

  RestartingTransport(ClientTransport first, Supplier<ClientTransport> launcher) {
    this.current = first;
    this.launcher = launcher;
  }

  @Override
  public void start(Consumer<JsonRpcMessage> unmatched) {
    lock.lock();
    try {
      this.unmatched = unmatched;
      current.start(unmatched);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Exchange open(ClientRequest request) {
    return live().open(request);
  }

  @Override
  public void send(ClientNotification notification, Duration atMost) throws InterruptedException {
    live().send(notification, atMost);
  }

  @Override
  public void answer(JsonRpcResponse response) {
    current().answer(response);
  }

  @Override
  public String target() {
    return current().target();
  }

  @Override
  public String authorizationPartition() {
    return current().authorizationPartition();
  }

  @Override
  public boolean mirrorsParameters() {
    return current().mirrorsParameters();
  }

  @Override
  public boolean isOpen() {
    lock.lock();
    try {
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    ClientTransport last;
    lock.lock();
    try {
      closed = true;
      last = current;
    } finally {
      lock.unlock();
    }
    last.close();
  }

  private ClientTransport current() {
    lock.lock();
    try {
      return current;
    } finally {
      lock.unlock();
    }
  }

  private ClientTransport live() {
    lock.lock();
    try {
      if (closed) {
        throw new TransportException("the client is closed", null);
      }
      if (!current.isOpen()) {
        log.info("{} is gone, launching it again", current.target());
        current.close();
        current = launcher.get();
        current.start(unmatched);
      }
      return current;
    } finally {
      lock.unlock();
    }
  }
}
