/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How clients of older revisions are served. Every value has a default that is safe for a server
 * nobody configured.
 *
 * @param mode which clients are served, and whether over HTTP they have sessions; {@link
 *     LegacyMode#SESSIONS} by default
 * @param sessions where sessions are kept; null, the default, for an {@link InMemorySessionStore}
 *     with its default limits
 * @param events where the events of streams are kept; null, the default, for an {@link
 *     InMemoryEventLog} with its default limits
 * @param idle how long a session lives that nobody uses; 30 min by default
 * @param sealedLifetime how long a sealed session lives; 24 h by default
 * @param answerTimeout how long a client may take to answer a request of the server; 10 min by
 *     default
 * @param ssePath the path of the transport of 2024-11-05, which has one path for events and others
 *     below it for messages; null, the default, for not at all
 */
public record LegacyOptions(
    LegacyMode mode,
    @Nullable SessionStore sessions,
    @Nullable EventLog events,
    Duration idle,
    Duration sealedLifetime,
    Duration answerTimeout,
    @Nullable String ssePath) {
  /** Nothing but defaults. */
  public static final LegacyOptions DEFAULT = builder().build();

  /**
   * Checks the components.
   *
   * @param mode not null
   * @param sessions may be null
   * @param events may be null
   * @param idle positive
   * @param sealedLifetime positive
   * @param answerTimeout positive
   * @param ssePath may be null; starts with a slash and does not end with one
   * @throws IllegalArgumentException if one is out of its bounds
   */
  public LegacyOptions {
    Objects.requireNonNull(mode, "mode");
    requirePositive(idle, "idle");
    requirePositive(sealedLifetime, "sealedLifetime");
    requirePositive(answerTimeout, "answerTimeout");
    if (ssePath != null && !ssePath.matches("/[A-Za-z0-9/._~-]*[A-Za-z0-9._~-]")) {
      throw new IllegalArgumentException("not a path: " + ssePath);
    }
  }

  private static void requirePositive(Duration value, String name) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(name + " must be positive: " + value);
    }
  }

  /**
   * Starts options with the defaults.
   *
   * @return the builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link LegacyOptions}. Not safe for use by several threads. */
  public static final class Builder {
    private LegacyMode mode = LegacyMode.SESSIONS;
    private @Nullable SessionStore sessions;
    private @Nullable EventLog events;
    private Duration idle = Duration.ofMinutes(30);
    private Duration sealedLifetime = Duration.ofHours(24);
    private Duration answerTimeout = Duration.ofMinutes(10);
    private @Nullable String ssePath;

    private Builder() {}

    /**
     * Sets which clients are served.
     *
     * @param mode the mode
     * @return this builder
     */
    public Builder mode(LegacyMode mode) {
      this.mode = mode;
      return this;
    }

    /**
     * Sets where sessions are kept.
     *
     * @param sessions the store; stays open when the server closes
     * @return this builder
     */
    public Builder sessions(SessionStore sessions) {
      this.sessions = sessions;
      return this;
    }

    /**
     * Sets where the events of streams are kept.
     *
     * @param events the log; stays open when the server closes
     * @return this builder
     */
    public Builder events(EventLog events) {
      this.events = events;
      return this;
    }

    /**
     * Sets how long a session lives that nobody uses. One with an open stream or a request in
     * flight is in use.
     *
     * @param idle the time
     * @return this builder
     */
    public Builder idle(Duration idle) {
      this.idle = idle;
      return this;
    }

    /**
     * Sets how long a sealed session lives, used or not.
     *
     * @param sealedLifetime the time
     * @return this builder
     */
    public Builder sealedLifetime(Duration sealedLifetime) {
      this.sealedLifetime = sealedLifetime;
      return this;
    }

    /**
     * Sets how long a client may take to answer a request of the server. That does not count as
     * time the handler takes.
     *
     * @param answerTimeout the time
     * @return this builder
     */
    public Builder answerTimeout(Duration answerTimeout) {
      this.answerTimeout = answerTimeout;
      return this;
    }

    /**
     * Offers the deprecated transport of 2024-11-05 as well.
     *
     * @param ssePath the path where clients of it begin, for example {@code /sse}
     * @return this builder
     */
    public Builder ssePath(String ssePath) {
      this.ssePath = ssePath;
      return this;
    }

    /**
     * Makes the options.
     *
     * @return the options
     * @throws IllegalArgumentException if a value is out of its bounds
     */
    public LegacyOptions build() {
      return new LegacyOptions(
          mode, sessions, events, idle, sealedLifetime, answerTimeout, ssePath);
    }
  }
}
