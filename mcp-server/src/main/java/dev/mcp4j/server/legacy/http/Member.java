/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.http;

import dev.mcp4j.api.LoggingLevel;
import dev.mcp4j.server.core.Outbound;
import dev.mcp4j.server.core.Pipeline;
import dev.mcp4j.server.core.ScopeHandler;
import dev.mcp4j.server.legacy.SessionRecord;
import dev.mcp4j.server.legacy.SessionStore;
import dev.mcp4j.server.legacy.wire.ClientFacts;
import dev.mcp4j.server.legacy.wire.SessionAsking;
import dev.mcp4j.server.legacy.wire.SessionHandler;
import dev.mcp4j.server.legacy.wire.UnansweredException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * A call in a session.
 *
 * @param server answers
 * @param session the session
 * @param store keeps what changes of it
 * @param patience how long to wait for answers of the client
 * @param waiting one permit for every request that may wait for an answer
 * @param ids makes ids nobody can guess
 */
record Member(
    Pipeline server,
    LiveSession session,
    SessionStore store,
    Duration patience,
    Semaphore waiting,
    Supplier<String> ids)
    implements Conversation {
  @Override
  public ClientFacts facts() {
    return session.session().facts();
  }

  @Override
  public void initialized() {
    if (session.questions().initialized()) {
      var unused = store.update(session.key(), SessionRecord::withInitialized);
    }
  }

  @Override
  public LoggingLevel level() {
    return session.session().level();
  }

  @Override
  public ScopeHandler handler(Outbound reply) {
    SessionAsking asking =
        new SessionAsking(session.session(), session.questions(), reply, patience, ids);
    return new SessionHandler(
        server,
        session.session(),
        change -> {
          var unused = store.update(session.key(), change);
        },
        (questions, scope) -> {
          // Answers come in calls of their own, which need a thread as well.
          if (!waiting.tryAcquire()) {
            throw new UnansweredException("too many others are asked something");
          }
          try {
            return asking.ask(questions, scope);
          } finally {
            waiting.release();
          }
        });
  }
}
