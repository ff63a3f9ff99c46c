/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.feature;

import dev.mcp4j.server.Caller;
import dev.mcp4j.server.feature.Registry.Numbered;
import dev.mcp4j.server.feature.Registry.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A {@link Registry} as it was at one moment. Keeps the pages that are the same for every caller.
 */
final class Listing<D, E extends Registered<D>> {
  private final List<Numbered<E>> items;
  private final long newest;
  private final int pageSize;
  private final Cursors cursors;
  private final boolean dependsOnCaller;
  private final Map<Integer, Page<D>> pages = new ConcurrentHashMap<>();

  Listing(List<Numbered<E>> items, long newest, int pageSize, Cursors cursors) {
    this.items = items;
    this.newest = newest;
    this.pageSize = pageSize;
    this.cursors = cursors;
    this.dependsOnCaller =
        items.stream().anyMatch(numbered -> numbered.item().visibility() != null);
  }

  long newest() {
    return newest;
  }

  List<E> all() {
    return items.stream().map(Numbered::item).toList();
  }

  List<E> visibleTo(Caller caller) {
    List<E> visible = new ArrayList<>();
    for (Numbered<E> numbered : items) {
      if (numbered.item().visibleTo(caller)) {
        visible.add(numbered.item());
      }
    }
    return visible;
  }

  Page<D> page(long after, Caller caller) {
    int start = firstAfter(after);
    // Only the pages a client gets that starts at the beginning are kept: a peer can name any
    // cursor.
    if (dependsOnCaller || start % pageSize != 0) {
      return build(start, caller);
    }
    return pages.computeIfAbsent(start, absent -> build(start, caller));
  }

  private int firstAfter(long number) {
    int low = 0;
    int high = items.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (items.get(middle).number() <= number) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private Page<D> build(int start, Caller caller) {
    List<D> page = new ArrayList<>();
    long last = 0;
    for (int at = start; at < items.size(); at++) {
      Numbered<E> numbered = items.get(at);
      if (!numbered.item().visibleTo(caller)) {
        continue;
      }
      if (page.size() == pageSize) {
        return new Page<>(List.copyOf(page), cursors.encode(last), dependsOnCaller);
      }
      page.add(numbered.item().descriptor());
      last = numbered.number();
    }
    return new Page<>(List.copyOf(page), null, dependsOnCaller);
  }
}
