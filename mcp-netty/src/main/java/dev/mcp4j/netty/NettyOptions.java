/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.netty;

import dev.mcp4j.server.transport.HttpOptions;
import java.time.Duration;
import java.util.Objects;
import javax.net.ssl.KeyManagerFactory;
import org.jspecify.annotations.Nullable;

/** How Netty serves. Immutable. */
public final class NettyOptions {
  private final HttpOptions http;
  private final @Nullable KeyManagerFactory tls;
  private final int ioThreads;
  private final int maxHeaderBytes;
  private final int maxStreams;
  private final Duration requestDeadline;
  private final Duration idle;

  private NettyOptions(Builder builder) {
    http = builder.http;
    tls = builder.tls;
    ioThreads = builder.ioThreads;
    maxHeaderBytes = builder.maxHeaderBytes;
    maxStreams = builder.maxStreams;
    requestDeadline = builder.requestDeadline;
    idle = builder.idle;
  }

  /**
   * Starts options with the defaults.
   *
   * @param http address, limits and times that hold for every engine
   * @return the builder
   */
  public static Builder builder(HttpOptions http) {
    return new Builder(http);
  }

  /**
   * Returns what holds for every engine.
   *
   * @return the options
   */
  public HttpOptions http() {
    return http;
  }

  @Nullable KeyManagerFactory tls() {
    return tls;
  }

  int ioThreads() {
    return ioThreads;
  }

  int maxHeaderBytes() {
    return maxHeaderBytes;
  }

  int maxStreams() {
    return maxStreams;
  }

  Duration requestDeadline() {
    return requestDeadline;
  }

  Duration idle() {
    return idle;
  }

  /** Builds options. Not safe for use by several threads. */
  public static final class Builder {
    private final HttpOptions http;
    private @Nullable KeyManagerFactory tls;
    private int ioThreads = Runtime.getRuntime().availableProcessors();
    private int maxHeaderBytes = 16 << 10;
    private int maxStreams = 256;
    private Duration requestDeadline = Duration.ofSeconds(60);
    private Duration idle = Duration.ofMinutes(5);

    private Builder(HttpOptions http) {
      this.http = Objects.requireNonNull(http, "http");
    }

    /**
     * Serves {@code https}, with HTTP/2 for clients that ask for it.
     *
     * @param keys knows the key and the certificate of the server
     * @return this builder
     */
    public Builder tls(KeyManagerFactory keys) {
      this.tls = Objects.requireNonNull(keys, "keys");
      return this;
    }

    /**
     * Sets how many threads read and write. The default is the number of processors.
     *
     * @param ioThreads at least 1
     * @return this builder
     * @throws IllegalArgumentException if it is less than 1
     */
    public Builder ioThreads(int ioThreads) {
      this.ioThreads = requirePositive(ioThreads, "ioThreads");
      return this;
    }

    /**
     * Limits the headers of a request. Larger ones are refused with status 431. The default is 16
     * KiB.
     *
     * @param maxHeaderBytes bytes, at least 1
     * @return this builder
     * @throws IllegalArgumentException if it is less than 1
     */
    public Builder maxHeaderBytes(int maxHeaderBytes) {
      this.maxHeaderBytes = requirePositive(maxHeaderBytes, "maxHeaderBytes");
      return this;
    }

    /**
     * Limits the exchanges that are open at a time on one HTTP/2 connection. The default is 256.
     *
     * @param maxStreams at least 1
     * @return this builder
     * @throws IllegalArgumentException if it is less than 1
     */
    public Builder maxStreams(int maxStreams) {
      this.maxStreams = requirePositive(maxStreams, "maxStreams");
      return this;
    }

    /**
     * Sets how long a request may take to arrive, from its first byte to the end of its body. After
     * that its connection is closed, or its stream of HTTP/2. The default is 60 s.
     *
     * @param requestDeadline more than zero
     * @return this builder
     * @throws IllegalArgumentException if it is not more than zero
     */
    public Builder requestDeadline(Duration requestDeadline) {
      this.requestDeadline = requirePositive(requestDeadline, "requestDeadline");
      return this;
    }

    /**
     * Sets how long a connection may stay open without an exchange. The default is 5 minutes.
     *
     * @param idle more than zero
     * @return this builder
     * @throws IllegalArgumentException if it is not more than zero
     */
    public Builder idle(Duration idle) {
      this.idle = requirePositive(idle, "idle");
      return this;
    }

    /**
     * Builds the options.
     *
     * @return the options
     */
    public NettyOptions build() {
      return new NettyOptions(this);
    }

    private static int requirePositive(int value, String name) {
      if (value < 1) {
        throw new IllegalArgumentException(name + " must be at least 1: " + value);
      }
      return value;
    }

    private static Duration requirePositive(Duration value, String name) {
      if (value.isNegative() || value.isZero()) {
        throw new IllegalArgumentException(name + " must be more than zero: " + value);
      }
      return value;
    }
  }
}
