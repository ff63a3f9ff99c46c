/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.session;

import dev.mcp4j.client.McpClientException;
import dev.mcp4j.client.TransportException;
import dev.mcp4j.client.transport.ClientTransport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Links over one connection after the other, each of which is closed before the next one opens. */
public final class TransportLinks implements Links {
  private final @Nullable Supplier<ClientTransport> launcher;
  private final boolean restart;
  private final ReentrantLock lock = new ReentrantLock();
  private ClientTransport current;
  private boolean used;
  private boolean replaceable;
  private boolean closed;

  /**
   * Makes the links.
   *
   * @param first the first connection, not started yet
   * @param launcher makes more of them; null if there are none
   * @param restart whether to make another one when one is lost
   */
  public TransportLinks(
      ClientTransport first, @Nullable Supplier<ClientTransport> launcher, boolean restart) {
    this.current = first;
    this.launcher = launcher;
    this.restart = restart;
  }

  /**
   * Gives up the first connection, which did not survive being asked what it is.
   *
   * @return whether there can be another one
   */
  public boolean replaceFirst() {
    ClientTransport last;
    lock.lock();
    try {
      used = true;
      replaceable = true;
      last = current;
    } finally {
      lock.unlock();
    }
    last.close();
    return launcher != null;
  }

  @Override
  public LegacyLink connect() {
    lock.lock();
    try {
      if (closed) {
        throw new TransportException("the client is closed", null);
      }
      if (used) {
        current.close();
        current = launch();
      }
      used = true;
      return new TransportLink(current);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean fallBack(McpClientException refusal) {
    return false;
  }

  @Override
  public boolean isOpen() {
    lock.lock();
    try {
      return !closed && (!used || (launcher != null && restart) || current.isOpen());
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

  private ClientTransport launch() {
    if (launcher == null || !(restart || replaceable)) {
      throw new TransportException("the connection to the server is closed", null);
    }
    replaceable = false;
    return launcher.get();
  }
}
