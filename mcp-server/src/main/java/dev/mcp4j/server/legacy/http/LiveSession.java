/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.http;

import dev.mcp4j.api.RequestId;
import dev.mcp4j.jsonrpc.JsonRpcNotification;
import dev.mcp4j.server.core.RequestScope;
import dev.mcp4j.server.legacy.SessionKey;
import dev.mcp4j.server.legacy.wire.LegacySession;
import dev.mcp4j.server.legacy.wire.PendingQuestions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this process holds of a session: its requests, its questions, its streams. It outlives every
 * connection and ends with the session.
 */
final class LiveSession {
  private static final Logger log = LoggerFactory.getLogger(LiveSession.class);

  private final SessionKey key;
  private final LegacySession session;
  private final PendingQuestions questions;
  private final SerialTasks pushing;
  private final Function<JsonRpcNotification, byte[]> encoder;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<RequestId, Running> running = new HashMap<>();
  private final Map<String, Channel> channels = new HashMap<>();
  private final List<StreamReader> readers = new ArrayList<>();
  private @Nullable Channel unsolicited;
  private boolean closed;
  private boolean discarded;

  private record Running(RequestScope scope, LegacyReply reply) {
    void cancel() {
      if (scope.cancel()) {
        reply.withdrawn();
      }
    }
  }

  /**
   * Makes it.
   *
   * @param session makes the session, given the way of its notifications
   */
  LiveSession(
      SessionKey key,
      Function<LegacySession.Push, LegacySession> session,
      PendingQuestions questions,
      SerialTasks pushing,
      Function<JsonRpcNotification, byte[]> encoder) {
    this.key = key;
    this.session = session.apply(this::push);
    this.questions = questions;
    this.pushing = pushing;
    this.encoder = encoder;
  }

  SessionKey key() {
    return key;
  }

  LegacySession session() {
    return session;
  }

  PendingQuestions questions() {
    return questions;
  }

  /** Tells whether something of it is under way: then it must not expire. */
  boolean isInUse() {
    lock.lock();
    try {
      return !running.isEmpty() || !readers.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** Takes a request in; false if there is one of its id. */
  boolean begin(RequestScope scope, LegacyReply reply) {
    lock.lock();
    try {
      return running.putIfAbsent(scope.id(), new Running(scope, reply)) == null;
    } finally {
      lock.unlock();
    }
  }

  void settled(RequestScope scope) {
    lock.lock();
    try {
      running.computeIfPresent(scope.id(), (id, known) -> known.scope == scope ? null : known);
    } finally {
      lock.unlock();
    }
  }

  void cancel(RequestId id) {
    Running request;
    lock.lock();
    try {
      request = running.get(id);
    } finally {
      lock.unlock();
    }
    if (request != null) {
      request.cancel();
    }
  }

  /** Makes a stream known, so that a client can come back to it. */
  void add(Channel channel) {
    boolean late;
    lock.lock();
    try {
      late = discarded;
      channels.put(channel.key().streamId(), channel);
    } finally {
      lock.unlock();
    }
    if (late) {
      channel.discard();
    }
  }

  void remove(Channel channel) {
    lock.lock();
    try {
      channels.remove(channel.key().streamId());
    } finally {
      lock.unlock();
    }
  }

  @Nullable Channel channel(String streamId) {
    lock.lock();
    try {
      return channels.get(streamId);
    } finally {
      lock.unlock();
    }
  }

  /** Sends unsolicited notifications to a stream from now on, instead of the one before. */
  void pushTo(Channel channel) {
    add(channel);
    Channel before;
    lock.lock();
    try {
      before = unsolicited;
      unsolicited = channel;
      if (before != null) {
        channels.remove(before.key().streamId());
      }
    } finally {
      lock.unlock();
    }
    if (before != null) {
      before.end();
    }
    session.start();
  }

  private boolean push(JsonRpcNotification notification) {
    Channel target;
    lock.lock();
    try {
      target = unsolicited;
    } finally {
      lock.unlock();
    }
    if (target == null) {
      return true;
    }
    try {
      pushing.execute(() -> deliver(target, notification));
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }

  private void deliver(Channel target, JsonRpcNotification notification) {
    try {
      target.offer(encoder.apply(notification));
    } catch (RuntimeException e) {
      log.warn("{} could not be sent", notification.method(), e);
    }
  }

  void opened(StreamReader reader) {
    boolean late;
    lock.lock();
    try {
      late = closed;
      if (!late) {
        readers.add(reader);
      }
    } finally {
      lock.unlock();
    }
    if (late) {
      reader.close();
    }
  }

  void closed(StreamReader reader) {
    lock.lock();
    try {
      readers.remove(reader);
    } finally {
      lock.unlock();
    }
  }

  /** Ends everything together with the session, of which nothing is left. Idempotent. */
  void discard() {
    List<Channel> written;
    lock.lock();
    try {
      discarded = true;
      written = List.copyOf(channels.values());
    } finally {
      lock.unlock();
    }
    close();
    written.forEach(Channel::discard);
  }

  /** Ends everything here. The session and its streams can go on elsewhere. Idempotent. */
  void close() {
    List<Running> requests;
    List<StreamReader> open;
    lock.lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
      requests = List.copyOf(running.values());
      open = List.copyOf(readers);
      unsolicited = null;
    } finally {
      lock.unlock();
    }
    session.close();
    questions.close();
    requests.forEach(Running::cancel);
    open.forEach(StreamReader::close);
  }
}
