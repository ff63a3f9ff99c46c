/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy;

import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the sessions of clients of older revisions over HTTP. Instances of a server that share a
 * store share their sessions.
 *
 * <p>A session is found by its whole {@linkplain SessionKey key}: for another principal the same id
 * names nothing. Ids are looked up and never taken apart. A session that nobody touched for the
 * time it was given is gone, at the latest when somebody asks for it.
 *
 * <p>Implementations are safe for use by several threads, and bound what they keep. They may block,
 * and throw whatever they have to when their store fails; the request then fails, not the session.
 */
public interface SessionStore {
  /**
   * Keeps a new session.
   *
   * @param session the session
   * @param idle how long it lives unless it is touched
   * @return false, and nothing is kept, if there are too many sessions, or there is one of that id
   */
  boolean create(SessionRecord session, Duration idle);

  /**
   * Finds a session.
   *
   * @param key names it
   * @return the session, or null if there is none
   */
  @Nullable SessionRecord find(SessionKey key);

  /**
   * Changes a session. No change made at the same time is lost.
   *
   * @param key names it
   * @param change makes the new record of the same key; may be called more than once
   * @return false if there is no such session
   */
  boolean update(SessionKey key, UnaryOperator<SessionRecord> change);

  /**
   * Notes that a session is in use.
   *
   * @param key names it
   * @param idle how long it lives from now on unless it is touched again
   * @return false if there is no such session
   */
  boolean touch(SessionKey key, Duration idle);

  /**
   * Ends a session.
   *
   * @param key names it
   * @return false if there is no such session
   */
  boolean delete(SessionKey key);
}
