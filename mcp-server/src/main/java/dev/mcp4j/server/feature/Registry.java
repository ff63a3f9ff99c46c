/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.feature;

import dev.mcp4j.server.Caller;
import dev.mcp4j.server.McpException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What a server offers of one kind: by name, and in pages in the order of addition. Safe for use by
 * several threads; looking something up never waits for a change.
 *
 * @param <D> how a list describes an item
 * @param <E> the items
 */
public final class Registry<D, E extends Registered<D>> {
  private final String list;
  private final int pageSize;
  private final Cursors cursors;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Numbered<E>> inOrder = new LinkedHashMap<>();
  private final Map<String, E> byKey = new ConcurrentHashMap<>();
  private long newest;
  private volatile @Nullable Listing<D, E> listing;

  /**
   * Makes an empty registry.
   *
   * @param list the name of the list, for cursors and messages
   * @param pageSize how many items a page has at most
   */
  public Registry(String list, int pageSize) {
    this.list = list;
    this.pageSize = pageSize;
    this.cursors = new Cursors(list);
  }

  /**
   * Adds an item at the end.
   *
   * @return false, and nothing changes, if the name is taken
   */
  public boolean add(E item) {
    lock.lock();
    try {
      if (inOrder.containsKey(item.key())) {
        return false;
      }
      newest++;
      inOrder.put(item.key(), new Numbered<>(newest, item));
      byKey.put(item.key(), item);
      listing = null;
      return true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Adds items at the end.
   *
   * @throws IllegalArgumentException if a name is taken
   */
  public void addAll(List<? extends E> items) {
    for (E item : items) {
      if (!add(item)) {
        throw new IllegalArgumentException(list + ": there is a " + item.key() + " already");
      }
    }
  }

  /**
   * Removes an item.
   *
   * @return false if there is none of that name
   */
  public boolean remove(String key) {
    lock.lock();
    try {
      if (inOrder.remove(key) == null) {
        return false;
      }
      byKey.remove(key);
      listing = null;
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Returns an item, or null if there is none the caller may see. */
  public @Nullable E find(String key, Caller caller) {
    E item = byKey.get(key);
    return item != null && item.visibleTo(caller) ? item : null;
  }

  /** Returns an item, or null if there is none; whoever gets it must not tell the peer. */
  @Nullable E get(String key) {
    return byKey.get(key);
  }

  /** Whether there is nothing in it. */
  public boolean isEmpty() {
    return byKey.isEmpty();
  }

  /** All items, in order. */
  List<E> all() {
    return listing().all();
  }

  /** All items a caller may see, in order. */
  public List<E> visibleTo(Caller caller) {
    return listing().visibleTo(caller);
  }

  /**
   * Returns a page.
   *
   * @param cursor what the page before handed out; null for the first page
   * @throws McpException if the cursor is not one of this list
   */
  public Page<D> page(@Nullable String cursor, Caller caller) {
    Listing<D, E> current = listing();
    return current.page(cursors.decode(cursor, current.newest()), caller);
  }

  private Listing<D, E> listing() {
    Listing<D, E> current = listing;
    if (current == null) {
      lock.lock();
      try {
        current = new Listing<>(new ArrayList<>(inOrder.values()), newest, pageSize, cursors);
        listing = current;
      } finally {
        lock.unlock();
      }
    }
    return current;
  }

  /**
   * An item and its number.
   *
   * @param number counts additions from 1
   * @param item the item
   */
  record Numbered<E>(long number, E item) {}

  /**
   * A page of a list.
   *
   * @param items the descriptions of its items
   * @param nextCursor leads to the next page; null on the last one
   * @param dependsOnCaller whether another caller may see another list
   */
  public record Page<D>(List<D> items, @Nullable String nextCursor, boolean dependsOnCaller) {}
}
