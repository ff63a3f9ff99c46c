/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mcp4j.server.transport.EventStream;
import java.util.ArrayList;
import java.util.List;

/** A stream whose client reads when a test says so. */
final class FakeStream implements EventStream {
  private final int capacity;
  private final List<String> unread = new ArrayList<>();
  private final List<Runnable> roomActions = new ArrayList<>();
  private boolean closed;
  private boolean disconnected;

  FakeStream(int capacity) {
    this.capacity = capacity;
  }

  @Override
  public synchronized boolean offer(byte[] event) {
    if (closed || disconnected || unread.size() >= capacity) {
      return false;
    }
    unread.add(new String(event, UTF_8));
    notifyAll();
    return true;
  }

  @Override
  public void onRoom(Runnable action) {
    synchronized (this) {
      if (closed || disconnected) {
        return;
      }
      if (unread.size() >= capacity) {
        roomActions.add(action);
        notifyAll();
        return;
      }
    }
    action.run();
  }

  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }

  synchronized void disconnect() {
    disconnected = true;
  }

  synchronized boolean isClosed() {
    return closed;
  }

  /** Takes everything there is, which makes room. */
  List<String> read() {
    List<String> events;
    List<Runnable> actions;
    synchronized (this) {
      events = new ArrayList<>(unread);
      unread.clear();
      actions = new ArrayList<>(roomActions);
      roomActions.clear();
    }
    actions.forEach(Runnable::run);
    return events;
  }

  /** Waits until somebody waits for room. */
  synchronized void awaitFull() throws InterruptedException {
    while (roomActions.isEmpty()) {
      wait();
    }
  }

  /** Waits until the stream has ended. */
  synchronized void awaitClosed() throws InterruptedException {
    while (!closed) {
      wait();
    }
  }
}
