/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which URLs of others the client may fetch, and how much of them: what a server names must not
 * make the client reach into the network it runs in.
 *
 * <p>Allowed is {@code https} to public addresses. Names are resolved and each of their addresses
 * is looked at; odd spellings of addresses are refused. The connection resolves the name a second
 * time, so a name that changes in between is caught only by a resolver that remembers, as the one
 * of the JDK does for some seconds.
 *
 * <p>Immutable.
 */
public final class UrlPolicy {
  private static final UrlPolicy STANDARD = builder().build();

  /** Finds the addresses of a name. */
  @FunctionalInterface
  public interface Resolver {
    /**
     * Finds the addresses. May block.
     *
     * @param host a name, no address
     * @return the addresses, at least one
     * @throws UnknownHostException if there are none
     */
    List<InetAddress> resolve(String host) throws UnknownHostException;
  }

  private final boolean loopback;
  private final boolean privateNetworks;
  private final Set<String> hosts;
  private final @Nullable String origin;
  private final int maxBytes;
  private final int maxRedirects;
  private final Duration timeout;
  private final Resolver resolver;

  private UrlPolicy(Builder builder, @Nullable String origin, boolean loopback) {
    this.loopback = loopback;
    this.privateNetworks = builder.privateNetworks;
    this.hosts = Set.copyOf(builder.hosts);
    this.origin = origin;
    this.maxBytes = builder.maxBytes;
    this.maxRedirects = builder.maxRedirects;
    this.timeout = builder.timeout;
    this.resolver = builder.resolver;
  }

  private UrlPolicy(UrlPolicy policy, @Nullable String origin, boolean loopback) {
    this.loopback = loopback;
    this.privateNetworks = policy.privateNetworks;
    this.hosts = policy.hosts;
    this.origin = origin;
    this.maxBytes = policy.maxBytes;
    this.maxRedirects = policy.maxRedirects;
    this.timeout = policy.timeout;
    this.resolver = policy.resolver;
  }

  /**
   * Returns the policy with every default.
   *
   * @return the policy
   */
  public static UrlPolicy standard() {
    return STANDARD;
  }

  /**
   * Starts a policy.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Makes the policy for what a given server names. The application chose that server, so its own
   * origin is allowed; and if it is on the loopback interface, so are other servers there, also
   * without TLS.
   *
   * @param server the URL the application connects to
   * @return the policy
   */
  public UrlPolicy forServer(URI server) {
    boolean local = server.getHost() != null && HostAddress.isLoopbackName(server.getHost());
    return new UrlPolicy(this, origin(server), loopback || local);
  }

  /**
   * Checks a URL. Blocks as long as the resolver does.
   *
   * @param url where to
   * @throws AuthorizationException if it is not allowed
   */
  public void check(URI url) {
    String reason = reasonAgainst(url);
    if (reason != null) {
      throw new AuthorizationException("the URL %s is refused: %s".formatted(show(url), reason));
    }
  }

  /**
   * Returns how much of a response is read.
   *
   * @return the most bytes, 1 MiB unless set
   */
  public int maxBytes() {
    return maxBytes;
  }

  /**
   * Returns how many redirects are followed where redirects are allowed at all; each is checked.
   *
   * @return the number, 3 unless set
   */
  public int maxRedirects() {
    return maxRedirects;
  }

  /**
   * Returns how long a fetch may take as a whole.
   *
   * @return the time, 10 seconds unless set
   */
  public Duration timeout() {
    return timeout;
  }

  private @Nullable String reasonAgainst(URI url) {
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    String host = url.getHost();
    if (!scheme.equals("https") && !scheme.equals("http")) {
      return "expected https";
    }
    if (host == null || host.isEmpty()) {
      return "expected a host name or a plain address";
    }
    if (url.getRawUserInfo() != null) {
      return "expected no credentials";
    }
    if (origin(url).equals(origin)) {
      return null;
    }
    if (HostAddress.isLoopbackName(host)) {
      return loopback ? null : "the loopback interface is not for URLs of others";
    }
    if (scheme.equals("http")) {
      return "expected https";
    }
    return hosts.contains(host.toLowerCase(Locale.ROOT)) || privateNetworks
        ? oddity(host)
        : reasonAgainst(host);
  }

  private static @Nullable String oddity(String host) {
    return HostAddress.isOdd(host) ? "expected a host name or a plain address" : null;
  }

  private @Nullable String reasonAgainst(String host) {
    if (HostAddress.isOdd(host)) {
      return oddity(host);
    }
    try {
      InetAddress literal = HostAddress.literal(host);
      List<InetAddress> addresses = literal == null ? resolver.resolve(host) : List.of(literal);
      boolean allPublic = addresses.stream().allMatch(HostAddress::isPublic);
      return allPublic && !addresses.isEmpty() ? null : "its address is not a public one";
    } catch (UnknownHostException e) {
      return "its name has no address";
    }
  }

  /** Scheme, host and port in one spelling. */
  static String origin(URI url) {
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    int port = url.getPort();
    if (port < 0) {
      port = scheme.equals("https") ? 443 : 80;
    }
    return scheme + "://" + String.valueOf(url.getHost()).toLowerCase(Locale.ROOT) + ":" + port;
  }

  /** A URL without what could be secret. */
  static String show(URI url) {
    String path = url.getRawPath();
    return url.getHost() == null
        ? String.valueOf(url.getScheme()) + ":..."
        : origin(url) + (path == null ? "" : path);
  }

  /** Builds a {@link UrlPolicy}. Not safe for use by several threads. */
  public static final class Builder {
    private final Set<String> hosts = new TreeSet<>();
    private boolean loopback;
    private boolean privateNetworks;
    private int maxBytes = 1 << 20;
    private int maxRedirects = 3;
    private Duration timeout = Duration.ofSeconds(10);
    private Resolver resolver = host -> Arrays.asList(InetAddress.getAllByName(host));

    private Builder() {}

    /**
     * Allows the loopback interface, also without TLS, whoever names it: for development.
     *
     * @return this builder
     */
    public Builder allowLoopback() {
      loopback = true;
      return this;
    }

    /**
     * Allows private addresses with {@code https}, whoever names them.
     *
     * @return this builder
     */
    public Builder allowPrivateNetworks() {
      privateNetworks = true;
      return this;
    }

    /**
     * Allows a host with {@code https}, whatever its address is: for authorization servers of an
     * own network.
     *
     * @param host the name
     * @return this builder
     */
    public Builder allowHost(String host) {
      hosts.add(host.toLowerCase(Locale.ROOT));
      return this;
    }

    /**
     * Sets how much of a response is read.
     *
     * @param bytes the most bytes, at least 1
     * @return this builder
     * @throws IllegalArgumentException if there would be less than one
     */
    public Builder maxBytes(int bytes) {
      if (bytes < 1) {
        throw new IllegalArgumentException("a response has at least one byte, was " + bytes);
      }
      maxBytes = bytes;
      return this;
    }

    /**
     * Sets how many redirects are followed.
     *
     * @param redirects the number, zero to follow none
     * @return this builder
     * @throws IllegalArgumentException if it is negative
     */
    public Builder maxRedirects(int redirects) {
      if (redirects < 0) {
        throw new IllegalArgumentException("expected no negative number, was " + redirects);
      }
      maxRedirects = redirects;
      return this;
    }

    /**
     * Sets how long a fetch may take as a whole.
     *
     * @param timeout more than zero
     * @return this builder
     * @throws IllegalArgumentException if the time is not more than zero
     */
    public Builder timeout(Duration timeout) {
      if (timeout.isNegative() || timeout.isZero()) {
        throw new IllegalArgumentException("timeout must be more than zero: " + timeout);
      }
      this.timeout = timeout;
      return this;
    }

    /**
     * Sets what finds the addresses of names.
     *
     * @param resolver asked for each check of a name
     * @return this builder
     */
    public Builder resolver(Resolver resolver) {
      this.resolver = Objects.requireNonNull(resolver, "resolver");
      return this;
    }

    /**
     * Makes the policy.
     *
     * @return the policy
     */
    public UrlPolicy build() {
      return new UrlPolicy(this, null, loopback);
    }
  }
}
