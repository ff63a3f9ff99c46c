/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.feature;

import dev.mcp4j.server.Caller;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Something a server offers under a name.
 *
 * @param <D> how a list describes it
 */
public interface Registered<D> {
  /** The name, unique within its list. */
  String key();

  /** What a list says about it. */
  D descriptor();

  /** Who may see and use it; null for everybody. */
  @Nullable Predicate<Caller> visibility();

  /** Whether a caller may see and use it. */
  default boolean visibleTo(Caller caller) {
    Predicate<Caller> rule = visibility();
    return rule == null || rule.test(caller);
  }
}
