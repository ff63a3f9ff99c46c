/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.http;

import dev.mcp4j.jsonrpc.JsonRpcCodec;
import dev.mcp4j.server.legacy.SessionKey;
import dev.mcp4j.server.legacy.SessionRecord;
import dev.mcp4j.server.legacy.SessionStore;
import dev.mcp4j.server.legacy.StreamKey;
import dev.mcp4j.server.transport.EventStream;
import dev.mcp4j.server.transport.HttpCall;
import dev.mcp4j.server.transport.http.HttpProblem;
import dev.mcp4j.server.transport.http.StreamableHttp;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Opens the streams of sessions that no request asked for, lets clients come back to a stream, and
 * ends sessions.
 *
 * <p>Specification 2025-11-25: basic/transports, Listening for Messages from the Server,
 * Resumability and Redelivery, Session Management.
 */
final class SessionStreams {
  private static final byte[] NOTHING = {};
  private static final int NO_CONTENT = 204;
  private static final int BAD_REQUEST = 400;
  private static final int NOT_ACCEPTABLE = 406;
  private static final String LAST_EVENT_ID = "Last-Event-ID";

  private final JsonRpcCodec codec;
  private final HttpSessions sessions;
  private final SessionStore store;
  private final LiveSessions live;
  private final Streams streams;
  private final Semaphore listens;
  private final Set<StreamReader> listening = ConcurrentHashMap.newKeySet();
  private volatile boolean draining;

  /**
   * Makes it.
   *
   * @param codec writes refusals
   * @param sessions finds sessions
   * @param store ends them
   * @param live what this process holds of them
   * @param streams opens streams
   * @param maxListens how many connections without a request there are at most
   */
  SessionStreams(
      JsonRpcCodec codec,
      HttpSessions sessions,
      SessionStore store,
      LiveSessions live,
      Streams streams,
      int maxListens) {
    this.codec = codec;
    this.sessions = sessions;
    this.store = store;
    this.live = live;
    this.streams = streams;
    this.listens = new Semaphore(maxListens);
  }

  /** Opens a stream, or goes on with one. */
  void open(HttpCall call) {
    SessionRecord session = sessions.of(call);
    HttpProblem problem = problemOf(call, session);
    if (problem == null && !StreamableHttp.acceptsEvents(call.headers())) {
      problem =
          HttpProblem.of(NOT_ACCEPTABLE, "Expected the Accept header to list text/event-stream");
    }
    if (problem == null && !listens.tryAcquire()) {
      problem = HttpProblem.unavailable("Too many streams are open");
    }
    if (problem != null || session == null) {
      refuse(call, problem);
      return;
    }
    call.onClosed(listens::release);
    open(call, session);
  }

  private void refuse(HttpCall call, @Nullable HttpProblem problem) {
    (problem == null ? LegacyHttp.noSession() : problem).answer(call, codec);
  }

  private static @Nullable HttpProblem problemOf(HttpCall call, @Nullable SessionRecord session) {
    if (session != null) {
      return null;
    }
    return call.headers().all(Streams.SESSION_ID).isEmpty()
        ? HttpProblem.of(BAD_REQUEST, "The header " + Streams.SESSION_ID + " is missing")
        : LegacyHttp.noSession();
  }

  private void open(HttpCall call, SessionRecord session) {
    LiveSession target = live.open(session, call.caller());
    String last = call.headers().first(LAST_EVENT_ID);
    StreamKey stream = last == null ? null : streams.find(last, session.key());
    Channel channel = stream == null ? fresh(target) : known(target, stream);
    // Only now: whoever sees the headers relies on being told what happens from then on.
    EventStream socket = call.stream(Streams.EVENTS);
    keep(streams.connect(channel, stream == null ? null : last, socket, call, target), call);
  }

  private Channel fresh(LiveSession session) {
    Channel channel = streams.open(session.key(), session.session().facts().revision());
    session.pushTo(channel);
    return channel;
  }

  private Channel known(LiveSession session, StreamKey stream) {
    Channel channel = session.channel(stream.streamId());
    return channel == null ? streams.channel(stream) : channel;
  }

  private void keep(StreamReader connection, HttpCall call) {
    listening.add(connection);
    call.onClosed(() -> listening.remove(connection));
    if (draining) {
      connection.close();
    }
  }

  /** Ends a session. */
  void delete(HttpCall call) {
    SessionRecord session = sessions.of(call);
    HttpProblem problem = problemOf(call, session);
    if (session == null) {
      refuse(call, problem);
    } else {
      end(session.key());
      call.reply(NO_CONTENT, Map.of(), NOTHING);
    }
  }

  private void end(SessionKey session) {
    var unused = store.delete(session);
    live.close(session);
  }

  /** Ends the connections that would stay open forever. */
  void drain() {
    draining = true;
    listening.forEach(StreamReader::close);
  }
}
