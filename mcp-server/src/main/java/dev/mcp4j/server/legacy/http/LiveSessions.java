/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.http;

import dev.mcp4j.api.RequestId;
import dev.mcp4j.jsonrpc.JsonRpcCodec;
import dev.mcp4j.server.Caller;
import dev.mcp4j.server.core.ServerCore;
import dev.mcp4j.server.legacy.EventLog;
import dev.mcp4j.server.legacy.SessionKey;
import dev.mcp4j.server.legacy.SessionRecord;
import dev.mcp4j.server.legacy.SessionStore;
import dev.mcp4j.server.legacy.wire.ClientFacts;
import dev.mcp4j.server.legacy.wire.Handshake;
import dev.mcp4j.server.legacy.wire.LegacySession;
import dev.mcp4j.server.legacy.wire.PendingQuestions;
import dev.mcp4j.server.legacy.wire.UrlElicitations;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sessions this process holds something of. Keeps those in use from expiring, and lets go of
 * those that have. Safe for use by several threads.
 */
final class LiveSessions {
  private static final Logger log = LoggerFactory.getLogger(LiveSessions.class);

  /** How often sessions are looked after while one of them could expire. */
  private static final int ROUNDS_PER_IDLE_TIME = 4;

  private final ServerCore core;
  private final JsonRpcCodec codec;
  private final Handshake handshake;
  private final SessionStore store;
  private final EventLog events;
  private final UrlElicitations pages;
  private final Supplier<String> ids;
  private final Duration idle;
  private final Map<SessionKey, LiveSession> byKey = new ConcurrentHashMap<>();
  private final AtomicBoolean inRound = new AtomicBoolean();
  private long nextRound;

  /**
   * Makes it without sessions.
   *
   * @param codec writes notifications
   * @param handshake knows what the server declares
   * @param store where sessions are kept
   * @param events where their streams are kept
   * @param pages knows which web pages users were sent to
   * @param ids makes ids that no other request has
   * @param idle how long a session lives that nobody uses
   */
  LiveSessions(
      ServerCore core,
      JsonRpcCodec codec,
      Handshake handshake,
      SessionStore store,
      EventLog events,
      UrlElicitations pages,
      Supplier<String> ids,
      Duration idle) {
    this.core = core;
    this.codec = codec;
    this.handshake = handshake;
    this.store = store;
    this.events = events;
    this.pages = pages;
    this.ids = ids;
    this.idle = idle;
    this.nextRound = core.ticker().now() + idle.toNanos() / ROUNDS_PER_IDLE_TIME;
  }

  /** Returns what this process holds of a session, as the store knows it now. */
  LiveSession open(SessionRecord session, Caller caller) {
    LiveSession live = byKey.computeIfAbsent(session.key(), key -> make(session, caller));
    if (session.initialized()) {
      var unused = live.questions().initialized();
    }
    if (!live.session().isAs(session)) {
      follow(live.session(), session.key());
    }
    return live;
  }

  /** Reads anew: the client may have changed something here since the session was found. */
  private void follow(LegacySession live, SessionKey key) {
    long seen = live.changes();
    SessionRecord kept = store.find(key);
    if (kept != null) {
      live.follow(kept, seen);
    }
  }

  private LiveSession make(SessionRecord session, Caller caller) {
    ClientFacts facts = HttpSessions.factsOf(session);
    return new LiveSession(
        session.key(),
        push ->
            new LegacySession(
                caller,
                facts,
                handshake.capabilities(facts, caller),
                core.subscriptions(),
                pages,
                push),
        new PendingQuestions(() -> RequestId.of(ids.get()), () -> isInitialized(session.key())),
        new SerialTasks(core.threads().background()),
        codec::encode);
  }

  private boolean isInitialized(SessionKey key) {
    SessionRecord kept = store.find(key);
    return kept != null && kept.initialized();
  }

  /** Lets go of a session, and of everything in it. */
  void close(SessionKey key) {
    LiveSession session = byKey.remove(key);
    if (session != null) {
      session.discard();
    }
    events.delete(key);
  }

  /** Lets go of all sessions, which stay where they are kept. */
  void close() {
    byKey.values().forEach(LiveSession::close);
    byKey.clear();
  }

  /** Returns how many sessions there is something of. */
  int size() {
    return byKey.size();
  }

  /** Takes a beat. Does not block. */
  void tick(long now) {
    if (now - nextRound >= 0 && inRound.compareAndSet(false, true)) {
      nextRound = now + idle.toNanos() / ROUNDS_PER_IDLE_TIME;
      core.threads().background().execute(this::lookAfterAll);
    }
  }

  private void lookAfterAll() {
    try {
      byKey.values().forEach(this::lookAfter);
    } catch (RuntimeException e) {
      log.warn("Sessions could not be looked after", e);
    } finally {
      inRound.set(false);
    }
  }

  private void lookAfter(LiveSession session) {
    boolean lives =
        session.isInUse() ? store.touch(session.key(), idle) : store.find(session.key()) != null;
    if (!lives) {
      log.debug("A session has ended");
      close(session.key());
    }
  }
}
