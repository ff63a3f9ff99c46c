/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.wire;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The web pages that the users of sessions were sent to, so that their clients can be told when
 * something is done there. Safe for use by several threads.
 *
 * <p>Specification 2025-11-25: client/elicitation, Completion Notifications for URL Mode
 * Elicitation.
 */
public final class UrlElicitations {
  /** A session remembers its latest pages only. */
  private static final int MAX_PER_SESSION = 32;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<LegacySession, Map<String, String>> bySession = new HashMap<>();

  /** Makes it without pages. */
  public UrlElicitations() {}

  void add(LegacySession session, String url, String elicitationId) {
    lock.lock();
    try {
      Map<String, String> pages = bySession.computeIfAbsent(session, key -> new LinkedHashMap<>());
      pages.put(url, elicitationId);
      if (pages.size() > MAX_PER_SESSION) {
        pages.remove(pages.keySet().iterator().next());
      }
    } finally {
      lock.unlock();
    }
  }

  void remove(LegacySession session) {
    lock.lock();
    try {
      bySession.remove(session);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Tells the clients that were given a page that what their users did there is done.
   *
   * @param url the page
   */
  public void completed(String url) {
    Map<LegacySession, String> told = new HashMap<>();
    lock.lock();
    try {
      bySession.forEach(
          (session, pages) -> {
            String elicitationId = pages.remove(url);
            if (elicitationId != null) {
              told.put(session, elicitationId);
            }
          });
      told.keySet()
          .forEach(
              session ->
                  bySession.computeIfPresent(
                      session, (key, pages) -> pages.isEmpty() ? null : pages));
    } finally {
      lock.unlock();
    }
    told.forEach(LegacySession::elicitationCompleted);
  }
}
