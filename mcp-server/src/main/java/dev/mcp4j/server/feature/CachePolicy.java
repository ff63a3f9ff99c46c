/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.feature;

import dev.mcp4j.api.CacheHints;
import dev.mcp4j.api.CacheScope;
import dev.mcp4j.server.Caller;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long and by whom a result may be cached.
 *
 * <p>Specification 2026-07-28: server/utilities/caching.
 *
 * @param ttl how long
 * @param scope by whom; null for: by everybody if nobody was authenticated and callers see the same
 */
public record CachePolicy(Duration ttl, @Nullable CacheScope scope) {
  /** Not at all. */
  public static final CachePolicy NONE = new CachePolicy(Duration.ZERO, null);

  /** The hints of a result that is the same for everybody, or is not. */
  CacheHints hints(boolean dependsOnCaller, Caller caller) {
    CacheScope effective = scope;
    if (dependsOnCaller) {
      effective = CacheScope.PRIVATE;
    } else if (effective == null) {
      effective = caller.principal() == null ? CacheScope.PUBLIC : CacheScope.PRIVATE;
    }
    return new CacheHints(ttl.toMillis(), effective);
  }
}
