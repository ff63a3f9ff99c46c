/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the events of streams, so that a client that lost its connection can go on where it was.
 * Instances of a server that share a log can go on with each other's streams.
 *
 * <p>A stream belongs to one session and one principal. Event ids are opaque, and unique among all
 * events of the log; which stream one belongs to is looked up and never read from it. Nothing is
 * ever given to another session or another principal.
 *
 * <p>Implementations are safe for use by several threads, and bound what they keep by forgetting
 * the oldest. They may block, and throw whatever they have to when their store fails.
 *
 * <p>Specification 2025-11-25: basic/transports, Resumability and Redelivery.
 */
public interface EventLog {
  /**
   * An event.
   *
   * @param id its id, visible ASCII
   * @param message its data; empty for an event that only carries its id; shared, not modified
   */
  @SuppressWarnings("ArrayRecordComponent") // shared, never compared
  record Event(String id, byte[] message) {
    /**
     * Checks the components.
     *
     * @param id not null
     * @param message not null
     */
    public Event {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(message, "message");
    }
  }

  /**
   * A part of a stream.
   *
   * @param events the events in order
   * @param last whether nothing follows them, now and later: the stream has ended
   * @param gap whether events before these are forgotten
   */
  record Page(List<Event> events, boolean last, boolean gap) {
    /**
     * Copies the list.
     *
     * @param events copied; no null elements
     * @param last whether it is the end
     * @param gap whether something is missing before
     */
    public Page {
      events = List.copyOf(events);
    }
  }

  /** The right to hear of changes. */
  @FunctionalInterface
  interface Watch {
    /** Ends it. Idempotent; a call under way may still arrive. */
    void close();
  }

  /**
   * Adds an event at the end of a stream, which begins with its first event.
   *
   * @param stream the stream
   * @param message the data, which nobody modifies any more
   * @return the id of the event
   */
  String append(StreamKey stream, byte[] message);

  /**
   * Notes that a stream is complete. Does nothing if it is already, or is not known.
   *
   * @param stream the stream
   */
  void end(StreamKey stream);

  /**
   * Finds the stream of an event.
   *
   * @param eventId the id, as a client sent it
   * @param owner who asks
   * @return the stream, or null if the event is unknown, forgotten, or not the owner's
   */
  @Nullable StreamKey find(String eventId, SessionKey owner);

  /**
   * Reads on in a stream.
   *
   * @param stream the stream
   * @param after the id of the event before; null to read from the beginning
   * @param max the most events to return, at least 1
   * @return what follows; an empty page if nothing was written yet, and one with a gap if the event
   *     is not known in the stream
   */
  Page read(StreamKey stream, @Nullable String after, int max);

  /**
   * Asks to be told when there is more to read in a stream, or when it ends: whatever instance
   * causes it.
   *
   * @param stream the stream, also one that is not known yet
   * @param onChange what to call, from any thread; returns at once
   * @return ends it
   */
  Watch watch(StreamKey stream, Runnable onChange);

  /**
   * Forgets all streams of a session.
   *
   * @param session the session
   */
  void delete(SessionKey session);
}
