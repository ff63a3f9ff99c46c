/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport;

import java.time.Duration;
import java.util.Objects;

/**
 * How a server is offered over standard streams, or any other pair of byte streams. Every value has
 * a default that is safe for a server nobody configured.
 *
 * <p>Specification 2026-07-28: basic/transports/stdio.
 *
 * @param maxMessageBytes the most bytes of one message; 4 MiB by default
 * @param maxInFlight the most requests that are handled at a time, more of them wait; 256 by
 *     default
 * @param lookAheadBytes how many bytes of requests may wait before the input is read no further;
 *     until then notifications overtake them; 1 MiB by default
 * @param maxListens the most subscriptions open at a time; 64 by default
 * @param maxQueued how many notifications of subscriptions wait for a client that does not read;
 *     256 by default
 * @param drain how long requests may go on after the input has ended; 10 s by default
 */
public record StdioOptions(
    int maxMessageBytes,
    int maxInFlight,
    int lookAheadBytes,
    int maxListens,
    int maxQueued,
    Duration drain) {
  /** Nothing but defaults. */
  public static final StdioOptions DEFAULT = builder().build();

  /**
   * Checks the components.
   *
   * @param maxMessageBytes at least 1
   * @param maxInFlight at least 1
   * @param lookAheadBytes at least 0
   * @param maxListens at least 0
   * @param maxQueued at least 1
   * @param drain not negative
   * @throws IllegalArgumentException if one is out of its bounds
   */
  public StdioOptions {
    requireAtLeast(1, maxMessageBytes, "maxMessageBytes");
    requireAtLeast(1, maxInFlight, "maxInFlight");
    requireAtLeast(0, lookAheadBytes, "lookAheadBytes");
    requireAtLeast(0, maxListens, "maxListens");
    requireAtLeast(1, maxQueued, "maxQueued");
    if (Objects.requireNonNull(drain, "drain").isNegative()) {
      throw new IllegalArgumentException("drain must not be negative: " + drain);
    }
  }

  private static void requireAtLeast(int least, int value, String name) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be at least " + least + ": " + value);
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

  /**
   * Starts options with these values.
   *
   * @return the builder
   */
  public Builder toBuilder() {
    return builder()
        .maxMessageBytes(maxMessageBytes)
        .maxInFlight(maxInFlight)
        .lookAheadBytes(lookAheadBytes)
        .maxListens(maxListens)
        .maxQueued(maxQueued)
        .drain(drain);
  }

  /** Builds {@link StdioOptions}. Not safe for use by several threads. */
  public static final class Builder {
    private int maxMessageBytes = 4 << 20;
    private int maxInFlight = 256;
    private int lookAheadBytes = 1 << 20;
    private int maxListens = 64;
    private int maxQueued = 256;
    private Duration drain = Duration.ofSeconds(10);

    private Builder() {}

    /**
     * Limits the size of a message.
     *
     * @param maxMessageBytes the most bytes of one message
     * @return this builder
     */
    public Builder maxMessageBytes(int maxMessageBytes) {
      this.maxMessageBytes = maxMessageBytes;
      return this;
    }

    /**
     * Limits what is handled at a time.
     *
     * @param maxInFlight the most requests
     * @return this builder
     */
    public Builder maxInFlight(int maxInFlight) {
      this.maxInFlight = maxInFlight;
      return this;
    }

    /**
     * Limits what waits to be handled.
     *
     * @param lookAheadBytes the bytes of waiting requests beyond which nothing is read
     * @return this builder
     */
    public Builder lookAheadBytes(int lookAheadBytes) {
      this.lookAheadBytes = lookAheadBytes;
      return this;
    }

    /**
     * Limits the subscriptions.
     *
     * @param maxListens the most subscriptions open at a time
     * @return this builder
     */
    public Builder maxListens(int maxListens) {
      this.maxListens = maxListens;
      return this;
    }

    /**
     * Limits what waits for a client that does not read.
     *
     * @param maxQueued the most notifications
     * @return this builder
     */
    public Builder maxQueued(int maxQueued) {
      this.maxQueued = maxQueued;
      return this;
    }

    /**
     * Limits the time requests have after the end of the input.
     *
     * @param drain the time
     * @return this builder
     */
    public Builder drain(Duration drain) {
      this.drain = drain;
      return this;
    }

    /**
     * Makes the options.
     *
     * @return the options
     * @throws IllegalArgumentException if a value is out of its bounds
     */
    public StdioOptions build() {
      return new StdioOptions(
          maxMessageBytes, maxInFlight, lookAheadBytes, maxListens, maxQueued, drain);
    }
  }
}
