/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.event;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries changes within this process, on the thread that publishes them. A subscriber that fails
 * is logged and disturbs nobody else.
 */
public final class InMemoryEventBus implements EventBus {
  private static final Logger log = LoggerFactory.getLogger(InMemoryEventBus.class);

  private final List<Entry> entries = new CopyOnWriteArrayList<>();

  /** Makes a bus without subscribers. */
  public InMemoryEventBus() {}

  @Override
  public void publish(ServerEvent event) {
    Objects.requireNonNull(event, "event");
    for (Entry entry : entries) {
      entry.deliver(event);
    }
  }

  @Override
  public Registration subscribe(Consumer<ServerEvent> subscriber) {
    Entry entry = new Entry(subscriber);
    entries.add(entry);
    return () -> entries.remove(entry);
  }

  private static final class Entry {
    private final Consumer<ServerEvent> subscriber;

    Entry(Consumer<ServerEvent> subscriber) {
      this.subscriber = Objects.requireNonNull(subscriber, "subscriber");
    }

    void deliver(ServerEvent event) {
      try {
        subscriber.accept(event);
      } catch (RuntimeException e) {
        log.warn("A subscriber failed on {}", event, e);
      }
    }
  }
}
