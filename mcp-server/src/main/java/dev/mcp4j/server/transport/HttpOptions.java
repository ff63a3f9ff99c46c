/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport;

import dev.mcp4j.server.auth.ResourceServer;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a server is offered over HTTP. Every value has a default that is safe for a server nobody
 * configured. Immutable.
 *
 * <p>Specification 2026-07-28: basic/transports/streamable-http, Security &amp; Endpoint.
 */
public final class HttpOptions {
  private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9/._~!$&'()*+,;=:@%-]*");

  private final int port;
  private final String bindHost;
  private final String path;
  private final int maxBodyBytes;
  private final Duration streamAfter;
  private final Duration callHeartbeat;
  private final Duration listenHeartbeat;
  private final Duration writeDeadline;
  private final int maxCalls;
  private final int maxListens;
  private final int maxQueuedEvents;
  private final Duration drain;
  private final Set<WebOrigin> allowedOrigins;
  private final Set<HostPort> allowedHosts;
  private final @Nullable ResourceServer authorization;

  private HttpOptions(Builder builder) {
    port = builder.port;
    bindHost = builder.bindHost;
    path = builder.path;
    maxBodyBytes = builder.maxBodyBytes;
    streamAfter = builder.streamAfter;
    callHeartbeat = builder.callHeartbeat;
    listenHeartbeat = builder.listenHeartbeat;
    writeDeadline = builder.writeDeadline;
    maxCalls = builder.maxCalls;
    maxListens = builder.maxListens;
    maxQueuedEvents = builder.maxQueuedEvents;
    drain = builder.drain;
    allowedOrigins = Set.copyOf(builder.allowedOrigins);
    allowedHosts = Set.copyOf(builder.allowedHosts);
    authorization = builder.authorization;
  }

  /**
   * Starts options with the defaults.
   *
   * @param port the port to listen on; 0 for any free one
   * @return the builder
   * @throws IllegalArgumentException if the port is not between 0 and 65535
   */
  public static Builder builder(int port) {
    return new Builder(port);
  }

  /**
   * Makes options with nothing but defaults; short for {@code builder(port).build()}.
   *
   * @param port the port to listen on; 0 for any free one
   * @return the options
   * @throws IllegalArgumentException if the port is not between 0 and 65535
   */
  public static HttpOptions onPort(int port) {
    return builder(port).build();
  }

  /**
   * Starts options with these values.
   *
   * @return the builder
   */
  public Builder toBuilder() {
    Builder copy = new Builder(port);
    copy.bindHost = bindHost;
    copy.path = path;
    copy.maxBodyBytes = maxBodyBytes;
    copy.streamAfter = streamAfter;
    copy.callHeartbeat = callHeartbeat;
    copy.listenHeartbeat = listenHeartbeat;
    copy.writeDeadline = writeDeadline;
    copy.maxCalls = maxCalls;
    copy.maxListens = maxListens;
    copy.maxQueuedEvents = maxQueuedEvents;
    copy.drain = drain;
    copy.allowedOrigins.addAll(allowedOrigins);
    copy.allowedHosts.addAll(allowedHosts);
    copy.authorization = authorization;
    return copy;
  }

  /**
   * Returns the port to listen on.
   *
   * @return the port; 0 for any free one
   */
  public int port() {
    return port;
  }

  /**
   * Returns the address the server listens on.
   *
   * @return the address, {@code 127.0.0.1} by default
   */
  public String bindHost() {
    return bindHost;
  }

  /**
   * Returns the path of the endpoint.
   *
   * @return the path, {@code /mcp} by default
   */
  public String path() {
    return path;
  }

  /**
   * Returns how many bytes the body of a request may have.
   *
   * @return the limit, 4 MiB by default
   */
  public int maxBodyBytes() {
    return maxBodyBytes;
  }

  /**
   * Returns how long an answer may take before it becomes an event stream.
   *
   * @return the time, 250 ms by default
   */
  public Duration streamAfter() {
    return streamAfter;
  }

  /**
   * Returns how often the stream of a call shows that it is alive.
   *
   * @return the time, 2 s by default
   */
  public Duration callHeartbeat() {
    return callHeartbeat;
  }

  /**
   * Returns how often the stream of a subscription shows that it is alive.
   *
   * @return the time, 15 s by default
   */
  public Duration listenHeartbeat() {
    return listenHeartbeat;
  }

  /**
   * Returns how long a client may take no byte of what is written to it.
   *
   * @return the time, 10 s by default
   */
  public Duration writeDeadline() {
    return writeDeadline;
  }

  /**
   * Returns how many calls may be in flight.
   *
   * @return the limit, 1024 by default
   */
  public int maxCalls() {
    return maxCalls;
  }

  /**
   * Returns how many subscriptions may be open.
   *
   * @return the limit, 10,000 by default
   */
  public int maxListens() {
    return maxListens;
  }

  /**
   * Returns how many events may wait for a slow client.
   *
   * @return the limit, 256 by default
   */
  public int maxQueuedEvents() {
    return maxQueuedEvents;
  }

  /**
   * Returns how long calls in flight may go on when the server is closed.
   *
   * @return the time, 10 s by default
   */
  public Duration drain() {
    return drain;
  }

  /**
   * Returns the web pages that may call, besides those of this machine on a loopback address.
   *
   * @return the origins, none by default
   */
  public Set<WebOrigin> allowedOrigins() {
    return allowedOrigins;
  }

  /**
   * Returns the names the server is called by, besides those of the loopback address.
   *
   * @return the hosts, none by default; without a port any port is meant
   */
  public Set<HostPort> allowedHosts() {
    return allowedHosts;
  }

  /**
   * Returns what protects the server.
   *
   * @return the protection; null if everybody may call, which is the default
   */
  public @Nullable ResourceServer authorization() {
    return authorization;
  }

  /** Builds options. Not safe for use by several threads. */
  public static final class Builder {
    private final int port;
    private String bindHost = "127.0.0.1";
    private String path = "/mcp";
    private int maxBodyBytes = 4 << 20;
    private Duration streamAfter = Duration.ofMillis(250);
    private Duration callHeartbeat = Duration.ofSeconds(2);
    private Duration listenHeartbeat = Duration.ofSeconds(15);
    private Duration writeDeadline = Duration.ofSeconds(10);
    private int maxCalls = 1024;
    private int maxListens = 10_000;
    private int maxQueuedEvents = 256;
    private Duration drain = Duration.ofSeconds(10);
    private final Set<WebOrigin> allowedOrigins = new LinkedHashSet<>();
    private final Set<HostPort> allowedHosts = new LinkedHashSet<>();
    private @Nullable ResourceServer authorization;

    private Builder(int port) {
      if (port < 0 || port > 65_535) {
        throw new IllegalArgumentException("port must be between 0 and 65535: " + port);
      }
      this.port = port;
    }

    /**
     * Listens on another address. With one that is not the loopback address, {@link
     * Builder#allowOrigin} decides which web pages may call, and {@link Builder#allowHost} should
     * name the server.
     *
     * @param bindHost a name or an address of this machine; {@code 0.0.0.0} for every address
     * @return this builder
     * @throws IllegalArgumentException if it is blank
     */
    public Builder bindHost(String bindHost) {
      if (bindHost.isBlank()) {
        throw new IllegalArgumentException("bindHost must not be blank");
      }
      this.bindHost = bindHost;
      return this;
    }

    /**
     * Serves another path. It is compared exactly.
     *
     * @param path starts with a slash; no query, fragment, or blank
     * @return this builder
     * @throws IllegalArgumentException if it is no such path
     */
    public Builder path(String path) {
      if (!PATH.matcher(path).matches()) {
        throw new IllegalArgumentException("expected a path such as /mcp, but was: " + path);
      }
      this.path = path;
      return this;
    }

    /**
     * Limits the body of a request. A larger one is refused with status 413.
     *
     * @param maxBodyBytes bytes, at least 1
     * @return this builder
     * @throws IllegalArgumentException if it is less than 1
     */
    public Builder maxBodyBytes(int maxBodyBytes) {
      this.maxBodyBytes = requirePositive(maxBodyBytes, "maxBodyBytes");
      return this;
    }

    /**
     * Sets how long a call may take before its answer becomes an event stream. Only on a stream
     * does the server notice that the client has gone.
     *
     * @param streamAfter zero or more
     * @return this builder
     * @throws IllegalArgumentException if it is negative
     */
    public Builder streamAfter(Duration streamAfter) {
      this.streamAfter = requireNotNegative(streamAfter, "streamAfter");
      return this;
    }

    /**
     * Sets how often the stream of a call shows that it is alive, which is also how soon a vanished
     * client is noticed.
     *
     * @param callHeartbeat more than zero
     * @return this builder
     * @throws IllegalArgumentException if it is not more than zero
     */
    public Builder callHeartbeat(Duration callHeartbeat) {
      this.callHeartbeat = requirePositive(callHeartbeat, "callHeartbeat");
      return this;
    }

    /**
     * Sets how often the stream of a subscription shows that it is alive.
     *
     * @param listenHeartbeat more than zero
     * @return this builder
     * @throws IllegalArgumentException if it is not more than zero
     */
    public Builder listenHeartbeat(Duration listenHeartbeat) {
      this.listenHeartbeat = requirePositive(listenHeartbeat, "listenHeartbeat");
      return this;
    }

    /**
     * Sets how long a client may take no byte of what is written to it. After that its connection
     * is closed.
     *
     * @param writeDeadline more than zero
     * @return this builder
     * @throws IllegalArgumentException if it is not more than zero
     */
    public Builder writeDeadline(Duration writeDeadline) {
      this.writeDeadline = requirePositive(writeDeadline, "writeDeadline");
      return this;
    }

    /**
     * Limits the calls in flight; subscriptions do not count. A call beyond that is refused with
     * status 503.
     *
     * @param maxCalls at least 1
     * @return this builder
     * @throws IllegalArgumentException if it is less than 1
     */
    public Builder maxCalls(int maxCalls) {
      this.maxCalls = requirePositive(maxCalls, "maxCalls");
      return this;
    }

    /**
     * Limits the open subscriptions. One beyond that is refused with status 503.
     *
     * @param maxListens at least 1
     * @return this builder
     * @throws IllegalArgumentException if it is less than 1
     */
    public Builder maxListens(int maxListens) {
      this.maxListens = requirePositive(maxListens, "maxListens");
      return this;
    }

    /**
     * Limits the events that wait for a slow client, for each stream.
     *
     * @param maxQueuedEvents at least 1
     * @return this builder
     * @throws IllegalArgumentException if it is less than 1
     */
    public Builder maxQueuedEvents(int maxQueuedEvents) {
      this.maxQueuedEvents = requirePositive(maxQueuedEvents, "maxQueuedEvents");
      return this;
    }

    /**
     * Sets how long calls in flight may go on when the server is closed.
     *
     * @param drain zero or more
     * @return this builder
     * @throws IllegalArgumentException if it is negative
     */
    public Builder drain(Duration drain) {
      this.drain = requireNotNegative(drain, "drain");
      return this;
    }

    /**
     * Lets the pages of a web site call, and tells browsers so. On a loopback address the pages of
     * this machine may call anyway.
     *
     * @param origin scheme, host and perhaps port, for example {@code https://app.example.com}
     * @return this builder
     * @throws IllegalArgumentException if it is no such origin
     */
    public Builder allowOrigin(String origin) {
      allowedOrigins.add(
          WebOrigin.parse(origin)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "expected an origin such as https://app.example.com, but was: "
                              + origin)));
      return this;
    }

    /**
     * Names a host the server is called by. Once there is one, calls by other names are refused
     * with status 403; on a loopback address the names of this machine are accepted anyway.
     *
     * @param host a host and perhaps a port, for example {@code mcp.example.com}; without a port
     *     any port will do
     * @return this builder
     * @throws IllegalArgumentException if it is no such host
     */
    public Builder allowHost(String host) {
      allowedHosts.add(
          HostPort.parse(host)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "expected a host such as mcp.example.com, but was: " + host)));
      return this;
    }

    /**
     * Lets only callers in who have an access token, and serves the metadata that leads them to
     * one.
     *
     * <p>Specification 2026-07-28: basic/authorization.
     *
     * @param authorization what a token must be like
     * @return this builder
     */
    public Builder authorization(ResourceServer authorization) {
      this.authorization = Objects.requireNonNull(authorization, "authorization");
      return this;
    }

    /**
     * Builds the options.
     *
     * @return the options
     */
    public HttpOptions build() {
      return new HttpOptions(this);
    }

    private static int requirePositive(int value, String name) {
      if (value < 1) {
        throw new IllegalArgumentException(name + " must be at least 1: " + value);
      }
      return value;
    }

    private static Duration requirePositive(Duration value, String name) {
      if (value.isZero() || value.isNegative()) {
        throw new IllegalArgumentException(name + " must be more than zero: " + value);
      }
      return value;
    }

    private static Duration requireNotNegative(Duration value, String name) {
      if (value.isNegative()) {
        throw new IllegalArgumentException(name + " must not be negative: " + value);
      }
      return value;
    }
  }
}
