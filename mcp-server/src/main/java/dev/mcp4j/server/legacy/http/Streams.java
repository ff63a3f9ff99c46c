/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.http;

import dev.mcp4j.api.legacy.LegacyRevision;
import dev.mcp4j.server.RequestHeaders;
import dev.mcp4j.server.legacy.EventLog;
import dev.mcp4j.server.legacy.InMemoryEventLog;
import dev.mcp4j.server.legacy.SessionKey;
import dev.mcp4j.server.legacy.StreamKey;
import dev.mcp4j.server.transport.EventStream;
import dev.mcp4j.server.transport.HttpCall;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Opens streams and keeps those connections alive that are open. Safe for use by several threads.
 */
final class Streams {
  static final Map<String, String> EVENTS =
      Map.of(
          "Content-Type", "text/event-stream",
          "Cache-Control", "no-store",
          "X-Accel-Buffering", "no");

  static final String SESSION_ID = "Mcp-Session-Id";

  private final EventLog log;
  private final Supplier<String> ids;
  private final Executor threads;
  private final long heartbeat;
  private final Set<StreamReader> open = ConcurrentHashMap.newKeySet();

  /**
   * Makes it.
   *
   * @param log where the streams of sessions are kept
   * @param ids makes ids that no other stream has
   * @param threads reads logs, may block
   * @param heartbeat nanoseconds between two signs of life
   */
  Streams(EventLog log, Supplier<String> ids, Executor threads, long heartbeat) {
    this.log = log;
    this.ids = ids;
    this.threads = threads;
    this.heartbeat = heartbeat;
  }

  /**
   * Opens a stream of a session, to which its client can come back.
   *
   * @param session the session; null for a stream that ends with its connection
   */
  Channel open(@Nullable SessionKey session, LegacyRevision revision) {
    if (session == null) {
      EventLog own = new InMemoryEventLog();
      return new Channel(
          own, new StreamKey(new SessionKey(ids.get(), null), ids.get()), false, threads);
    }
    Channel channel = channel(new StreamKey(session, ids.get()));
    if (canPoll(revision)) {
      channel.prime();
    }
    return channel;
  }

  /** Returns a stream of a session that is written elsewhere, or no more. */
  Channel channel(StreamKey key) {
    return new Channel(log, key, true, threads);
  }

  /** Clients of older revisions stumble over events without data. */
  static boolean canPoll(LegacyRevision revision) {
    return revision.isAtLeast(LegacyRevision.V2025_11_25);
  }

  /**
   * Brings a stream to the client of a call, for as long as the client is there.
   *
   * @param after the event the client has; null for none
   * @param socket the open body of the response
   * @param session the session, which is in use meanwhile; null for none
   * @return the connection
   */
  StreamReader connect(
      Channel channel,
      @Nullable String after,
      EventStream socket,
      HttpCall call,
      @Nullable LiveSession session) {
    StreamReader reader = channel.attach(after, socket, closed -> disconnected(closed, session));
    open.add(reader);
    if (session != null) {
      session.opened(reader);
    }
    if (reader.isClosed()) {
      // It came to its end before it was known, so nobody takes it out again.
      disconnected(reader, session);
    }
    // Last: the client may have gone by now.
    call.onClosed(reader::close);
    reader.readSoon();
    return reader;
  }

  /** Finds the stream of an event; null unless it is the owner's. */
  @Nullable StreamKey find(String eventId, SessionKey owner) {
    StreamKey stream = log.find(eventId, owner);
    return stream != null && stream.session().equals(owner) ? stream : null;
  }

  private void disconnected(StreamReader reader, @Nullable LiveSession session) {
    open.remove(reader);
    if (session != null) {
      session.closed(reader);
    }
  }

  void tick(long now) {
    open.forEach(reader -> reader.tick(now, heartbeat));
  }

  /** Tells the browser of a page from elsewhere that the page may see the id of its session. */
  static Map<String, String> withSession(
      Map<String, String> headers, @Nullable String sessionId, RequestHeaders request) {
    if (sessionId == null) {
      return headers;
    }
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(SESSION_ID, sessionId);
    if (request.first("Origin") != null) {
      all.put(
          "Access-Control-Expose-Headers",
          SESSION_ID + ", DPoP-Nonce, Retry-After, WWW-Authenticate");
    }
    return all;
  }
}
