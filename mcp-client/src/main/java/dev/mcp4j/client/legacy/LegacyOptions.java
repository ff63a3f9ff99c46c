/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How to deal with servers of revisions that begin with a handshake. Immutable. */
public final class LegacyOptions {
  /** Everything at its default. */
  public static final LegacyOptions DEFAULT = builder().build();

  private final @Nullable EraCache eras;
  private final Duration patience;

  private LegacyOptions(Builder builder) {
    eras = builder.eras;
    patience = builder.patience;
  }

  /**
   * Starts options.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns where it is looked up what kind of server is where.
   *
   * @return the cache, or null if each client has one of its own
   */
  public @Nullable EraCache eras() {
    return eras;
  }

  /**
   * Returns how long a server on standard streams may say nothing to the first request before the
   * client tries the handshake.
   *
   * @return the time
   */
  public Duration patience() {
    return patience;
  }

  /** Builds {@link LegacyOptions}. Not safe for use by several threads. */
  public static final class Builder {
    private @Nullable EraCache eras;
    private Duration patience = Duration.ofSeconds(5);

    private Builder() {}

    /**
     * Sets where it is looked up what kind of server is where, and stored what was found out.
     *
     * @param cache used by any number of clients; one for each client unless set
     * @return this builder
     */
    public Builder eras(EraCache cache) {
      eras = Objects.requireNonNull(cache, "cache");
      return this;
    }

    /**
     * Sets how long a server on standard streams may say nothing to the first request before the
     * client tries the handshake. An answer that comes later still counts. Over HTTP silence says
     * nothing about a server.
     *
     * @param patience zero or more; 5 seconds unless set
     * @return this builder
     * @throws IllegalArgumentException if the time is negative
     */
    public Builder patience(Duration patience) {
      if (patience.isNegative()) {
        throw new IllegalArgumentException("patience must not be negative: " + patience);
      }
      this.patience = patience;
      return this;
    }

    /**
     * Makes the options.
     *
     * @return the options
     */
    public LegacyOptions build() {
      return new LegacyOptions(this);
    }
  }
}
