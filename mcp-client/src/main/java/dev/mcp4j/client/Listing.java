/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

import dev.mcp4j.client.core.CallSettings;
import dev.mcp4j.client.core.ClientCore;
import dev.mcp4j.client.core.ListKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A list on the server, fetched page by page as far as it is read. Each iteration begins at the
 * beginning. Immutable; an iterator is for one thread.
 *
 * <p>Iterating blocks where a page is fetched, and throws there what {@link Call#result()} throws;
 * in addition a {@link ProtocolException} if the pages do not end.
 *
 * <p>Specification 2026-07-28: server/utilities/pagination.
 *
 * @param <T> the items
 */
public final class Listing<T> implements Iterable<T> {
  private final ClientCore core;
  private final ListKind<T, ?> kind;
  private final CallSettings settings;

  Listing(ClientCore core, ListKind<T, ?> kind, CallSettings settings) {
    this.core = core;
    this.kind = kind;
    this.settings = settings;
  }

  /**
   * Returns the list with another way of caching.
   *
   * @param mode what to do about pages received before
   * @return the changed copy
   */
  public Listing<T> cache(CacheMode mode) {
    return new Listing<>(core, kind, settings.withCache(mode));
  }

  /**
   * Returns the list with another timeout.
   *
   * @param timeout how long to wait for each page, more than zero
   * @return the changed copy
   * @throws IllegalArgumentException if the time is not more than zero
   */
  public Listing<T> timeout(Duration timeout) {
    return new Listing<>(core, kind, settings.withTimeout(Call.requirePositive(timeout)));
  }

  @Override
  public Iterator<T> iterator() {
    return core.walk(kind, settings);
  }

  /**
   * Returns the items as a stream, which fetches pages as it is consumed.
   *
   * @return a sequential, ordered stream
   */
  public Stream<T> stream() {
    return StreamSupport.stream(spliterator(), false);
  }

  /**
   * Fetches all pages.
   *
   * @return the items, unmodifiable
   */
  public List<T> toList() {
    List<T> items = new ArrayList<>();
    forEach(items::add);
    return List.copyOf(items);
  }
}
