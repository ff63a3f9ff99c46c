/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy;

import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps events in this process. Of every stream the latest are kept; of the streams of a session
 * that have ended, the latest too, and those that are still read. Safe for use by several threads;
 * does not block.
 */
public final class InMemoryEventLog implements EventLog {
  /** How many events of a stream are kept unless another number is given. */
  public static final int DEFAULT_MAX_EVENTS = 1_000;

  /** How many bytes of a stream are kept unless another number is given. */
  public static final int DEFAULT_MAX_BYTES = 4 << 20;

  /** How many bytes are kept of all streams together unless another number is given. */
  public static final long DEFAULT_MAX_TOTAL_BYTES = 256L << 20;

  /** How many streams of a session are kept after their end. */
  static final int MAX_ENDED = 16;

  /** What an event takes beside its data, roughly. */
  private static final int EVENT_BYTES = 200;

  private static final int RADIX = 36;

  /** Where an event is. */
  private record Position(Stream stream, long number) {}

  private final class Stream {
    final StreamKey key;
    final NavigableMap<Long, Event> events = new TreeMap<>();
    final List<Runnable> watchers = new ArrayList<>();
    int bytes;
    boolean known;
    boolean ended;

    /** The event before the first one that is kept; null while nothing was forgotten. */
    @Nullable String forgotten;

    Stream(StreamKey key) {
      this.key = key;
    }

    void add(Event event, long number) {
      known = true;
      filled.add(this);
      events.put(number, event);
      bytes += sizeOf(event);
      totalBytes += sizeOf(event);
      positions.put(event.id(), new Position(this, number));
    }

    void forgetFirst() {
      Event event = events.pollFirstEntry().getValue();
      bytes -= sizeOf(event);
      totalBytes -= sizeOf(event);
      positions.remove(event.id());
      forgotten = event.id();
      if (events.isEmpty()) {
        filled.remove(this);
      }
    }

    void forgetAll() {
      while (!events.isEmpty()) {
        forgetFirst();
      }
      known = false;
    }

    /** What follows an event, or everything; null if some of it is forgotten. */
    @Nullable Collection<Event> after(@Nullable String eventId) {
      if (Objects.equals(eventId, forgotten)) {
        return events.values();
      }
      Position position = eventId == null ? null : positions.get(eventId);
      return position == null || position.stream != this
          ? null
          : events.tailMap(position.number, false).values();
    }
  }

  private final int maxEvents;
  private final int maxBytes;
  private final long maxTotalBytes;
  private final String prefix;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<StreamKey, Stream> streams = new HashMap<>();

  /** The streams with events that go on, the one that got its first event longest ago first. */
  private final Set<Stream> filled = new LinkedHashSet<>();

  /** The streams that have ended, in the order of their ends. */
  private final Set<Stream> complete = new LinkedHashSet<>();

  private final Map<SessionKey, Deque<Stream>> ended = new HashMap<>();
  private final Map<SessionKey, Set<Stream>> bySession = new HashMap<>();
  private final Map<String, Position> positions = new HashMap<>();
  private long totalBytes;
  private long count;

  /** Makes a log with the default limits. */
  public InMemoryEventLog() {
    this(DEFAULT_MAX_EVENTS, DEFAULT_MAX_BYTES, DEFAULT_MAX_TOTAL_BYTES);
  }

  /**
   * Makes a log.
   *
   * @param maxEvents how many events of a stream are kept, at least 1
   * @param maxBytes how many bytes of a stream are kept, at least 1; the latest event is always
   *     kept
   * @param maxTotalBytes how many bytes are kept of all streams together, at least 1
   * @throws IllegalArgumentException if a number is less than 1
   */
  public InMemoryEventLog(int maxEvents, int maxBytes, long maxTotalBytes) {
    if (maxEvents < 1 || maxBytes < 1 || maxTotalBytes < 1) {
      throw new IllegalArgumentException("the limits must be at least 1");
    }
    this.maxEvents = maxEvents;
    this.maxBytes = maxBytes;
    this.maxTotalBytes = maxTotalBytes;
    this.prefix = Long.toString(new SecureRandom().nextLong() >>> 1, RADIX) + '-';
  }

  private static int sizeOf(Event event) {
    return event.message().length + EVENT_BYTES;
  }

  @Override
  public String append(StreamKey stream, byte[] message) {
    List<Runnable> watchers;
    String id;
    lock.lock();
    try {
      Stream target = open(stream);
      if (target.ended) {
        throw new IllegalStateException("the stream has ended");
      }
      id = prefix + Long.toString(count, RADIX);
      target.add(new Event(id, message), count++);
      while (target.events.size() > maxEvents
          || (target.bytes > maxBytes && target.events.size() > 1)) {
        target.forgetFirst();
      }
      makeRoom(target);
      watchers = List.copyOf(target.watchers);
    } finally {
      lock.unlock();
    }
    watchers.forEach(Runnable::run);
    return id;
  }

  private Stream open(StreamKey key) {
    Stream stream = streams.get(key);
    if (stream == null) {
      stream = new Stream(key);
      streams.put(key, stream);
      bySession.computeIfAbsent(key.session(), session -> new LinkedHashSet<>()).add(stream);
    }
    return stream;
  }

  /** Forgets the oldest streams that have ended, then the oldest events of the oldest streams. */
  private void makeRoom(Stream latest) {
    while (totalBytes > maxTotalBytes && !complete.isEmpty()) {
      remove(complete.iterator().next());
    }
    while (totalBytes > maxTotalBytes) {
      Stream oldest = oldestBut(latest);
      if (oldest == null) {
        return;
      }
      oldest.forgetFirst();
    }
  }

  private @Nullable Stream oldestBut(Stream latest) {
    for (Stream stream : filled) {
      if (stream != latest) {
        return stream;
      }
    }
    return null;
  }

  private void remove(Stream stream) {
    stream.forgetAll();
    streams.remove(stream.key, stream);
    complete.remove(stream);
    removeFrom(bySession, stream);
    removeFrom(ended, stream);
  }

  private static <C extends Collection<Stream>> void removeFrom(
      Map<SessionKey, C> map, Stream stream) {
    map.computeIfPresent(
        stream.key.session(),
        (session, streams) -> {
          streams.remove(stream);
          return streams.isEmpty() ? null : streams;
        });
  }

  @Override
  public void end(StreamKey stream) {
    List<Runnable> watchers;
    lock.lock();
    try {
      Stream target = streams.get(stream);
      if (target == null || target.ended) {
        return;
      }
      target.ended = true;
      filled.remove(target);
      complete.add(target);
      ended.computeIfAbsent(stream.session(), key -> new ArrayDeque<>()).add(target);
      forgetEnded(stream.session());
      watchers = List.copyOf(target.watchers);
    } finally {
      lock.unlock();
    }
    watchers.forEach(Runnable::run);
  }

  /** Forgets the oldest streams that have ended. Those whose events somebody still reads stay. */
  private void forgetEnded(SessionKey session) {
    Deque<Stream> siblings = ended.getOrDefault(session, new ArrayDeque<>());
    for (Stream stream : List.copyOf(siblings)) {
      if (siblings.size() > MAX_ENDED && stream.watchers.isEmpty()) {
        remove(stream);
      }
    }
  }

  @Override
  public @Nullable StreamKey find(String eventId, SessionKey owner) {
    lock.lock();
    try {
      Position position = positions.get(eventId);
      return position != null && position.stream.key.session().equals(owner)
          ? position.stream.key
          : null;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Page read(StreamKey stream, @Nullable String after, int max) {
    lock.lock();
    try {
      Stream source = streams.get(stream);
      if (source == null || !source.known) {
        return new Page(List.of(), false, after != null);
      }
      Collection<Event> rest = source.after(after);
      if (rest == null) {
        return new Page(List.of(), false, true);
      }
      List<Event> events = rest.stream().limit(max).toList();
      return new Page(events, source.ended && events.size() == rest.size(), false);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Watch watch(StreamKey stream, Runnable onChange) {
    Stream target;
    lock.lock();
    try {
      target = open(stream);
      target.watchers.add(onChange);
    } finally {
      lock.unlock();
    }
    return () -> unwatch(target, onChange);
  }

  private void unwatch(Stream target, Runnable onChange) {
    lock.lock();
    try {
      target.watchers.remove(onChange);
      if (!target.known && target.watchers.isEmpty()) {
        remove(target);
      }
      forgetEnded(target.key.session());
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void delete(SessionKey session) {
    List<Runnable> watchers = new ArrayList<>();
    lock.lock();
    try {
      for (Stream stream : List.copyOf(bySession.getOrDefault(session, Set.of()))) {
        watchers.addAll(stream.watchers);
        remove(stream);
      }
    } finally {
      lock.unlock();
    }
    watchers.forEach(Runnable::run);
  }

  /**
   * Returns how many bytes are kept, roughly.
   *
   * @return the number
   */
  public long bytes() {
    lock.lock();
    try {
      return totalBytes;
    } finally {
      lock.unlock();
    }
  }
}
