/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.core;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.Result;
import dev.mcp4j.client.ProtocolException;
import dev.mcp4j.client.RequestFailedException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One walk over a list, which fetches a page when the one before is used up. When the server no
 * longer knows a cursor, which can be one of a cached page, the walk starts again once and skips
 * what it has delivered.
 *
 * <p>Specification 2026-07-28: server/utilities/pagination.
 */
final class PageWalk<T, R extends Result> implements Iterator<T> {
  private static final int MAX_PAGES = 10_000;

  private final ListKind<T, R> kind;
  private final Pages<R> pages;
  private final Deque<T> items = new ArrayDeque<>();
  private final Set<String> delivered = new HashSet<>();
  private final Set<String> cursors = new HashSet<>();
  private @Nullable String cursor;
  private boolean more = true;
  private boolean restarted;

  /** Where pages come from. */
  interface Pages<R> {
    /** Fetches a page; the cursor of the first one is null. */
    R fetch(@Nullable String cursor);

    /** Drops every page that is cached. */
    void evict();
  }

  PageWalk(ListKind<T, R> kind, Pages<R> pages) {
    this.kind = kind;
    this.pages = pages;
  }

  @Override
  public boolean hasNext() {
    while (items.isEmpty() && more) {
      fetch();
    }
    return !items.isEmpty();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    T item = items.remove();
    delivered.add(kind.key().apply(item));
    return item;
  }

  private void fetch() {
    R page;
    try {
      page = pages.fetch(cursor);
    } catch (RequestFailedException e) {
      if (cursor == null || restarted || e.code() != ErrorCode.INVALID_PARAMS) {
        throw e;
      }
      restart();
      return;
    }
    for (T item : kind.items().apply(page)) {
      if (!restarted || !delivered.contains(kind.key().apply(item))) {
        items.add(item);
      }
    }
    advance(kind.nextCursor().apply(page));
  }

  private void advance(@Nullable String next) {
    cursor = next;
    more = next != null;
    if (next != null && (!cursors.add(next) || cursors.size() > MAX_PAGES)) {
      throw new ProtocolException(
          "%s does not end: after %d pages the next cursor is \"%s\""
              .formatted(kind.method().name(), cursors.size(), next),
          null);
    }
  }

  private void restart() {
    restarted = true;
    cursor = null;
    cursors.clear();
    pages.evict();
  }
}
