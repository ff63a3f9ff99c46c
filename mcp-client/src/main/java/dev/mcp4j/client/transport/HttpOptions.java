/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.transport;

import dev.mcp4j.client.auth.Authorizer;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How to reach a server over Streamable HTTP. Immutable. */
public final class HttpOptions {
  /** The limit on one received message unless another one is set: 16 MiB. */
  public static final int DEFAULT_MAX_REPLY_BYTES = 16 << 20;

  private final URI uri;
  private final Duration connectTimeout;
  private final int maxReplyBytes;
  private final @Nullable HttpClient httpClient;
  private final HttpRequestCustomizer customizer;
  private final @Nullable Authorizer authorizer;
  private final @Nullable Supplier<String> authorizationPartition;

  private HttpOptions(Builder builder) {
    uri = builder.uri;
    connectTimeout = builder.connectTimeout;
    maxReplyBytes = builder.maxReplyBytes;
    httpClient = builder.httpClient;
    customizer = builder.customizer;
    authorizer = builder.authorizer;
    authorizationPartition = builder.authorizationPartition;
  }

  /**
   * Makes options that leave everything at its default.
   *
   * @param uri the endpoint, used as it is
   * @return the options
   * @throws IllegalArgumentException if the URI is not an absolute one of http or https, or carries
   *     credentials or a fragment
   */
  public static HttpOptions of(URI uri) {
    return builder(uri).build();
  }

  /**
   * Starts options.
   *
   * @param uri the endpoint, used as it is
   * @return a new builder
   * @throws IllegalArgumentException if the URI is not an absolute one of http or https, or carries
   *     credentials or a fragment
   */
  public static Builder builder(URI uri) {
    return new Builder(uri);
  }

  /**
   * Returns the endpoint.
   *
   * @return an absolute URI
   */
  public URI uri() {
    return uri;
  }

  /**
   * Returns how long to wait for a connection.
   *
   * @return the time, more than zero
   */
  public Duration connectTimeout() {
    return connectTimeout;
  }

  /**
   * Returns how large one received message may be.
   *
   * @return the most bytes of a JSON reply or of one event
   */
  public int maxReplyBytes() {
    return maxReplyBytes;
  }

  /**
   * Returns the client to send with.
   *
   * @return the client, or null if the transport makes its own
   */
  public @Nullable HttpClient httpClient() {
    return httpClient;
  }

  /**
   * Returns what changes requests before they are sent.
   *
   * @return the customizer
   */
  public HttpRequestCustomizer customizer() {
    return customizer;
  }

  /**
   * Returns what gives requests their credentials.
   *
   * @return the authorizer, or null if there is none
   */
  public @Nullable Authorizer authorizer() {
    return authorizer;
  }

  /**
   * Returns whom the server takes the client for now.
   *
   * @return any text
   */
  public String authorizationPartition() {
    if (authorizationPartition != null) {
      return Objects.requireNonNull(authorizationPartition.get(), "authorizationPartition");
    }
    return authorizer == null ? "" : authorizer.partition();
  }

  /** Builds {@link HttpOptions}. Not safe for use by several threads. */
  public static final class Builder {
    private final URI uri;
    private Duration connectTimeout = Duration.ofSeconds(10);
    private int maxReplyBytes = DEFAULT_MAX_REPLY_BYTES;
    private @Nullable HttpClient httpClient;
    private HttpRequestCustomizer customizer = (request, message) -> {};
    private @Nullable Authorizer authorizer;
    private @Nullable Supplier<String> authorizationPartition;

    private Builder(URI uri) {
      String scheme = uri.getScheme();
      if (!"http".equalsIgnoreCase(scheme) && !"https".equalsIgnoreCase(scheme)) {
        throw new IllegalArgumentException("expected an http or https URL, was " + uri);
      }
      if (uri.getHost() == null) {
        throw new IllegalArgumentException("expected a URL with a host, was " + uri);
      }
      if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
        throw new IllegalArgumentException(
            "expected a URL without credentials and fragment for host " + uri.getHost());
      }
      this.uri = uri;
    }

    /**
     * Sets how long to wait for a connection.
     *
     * @param timeout more than zero; 10 seconds unless set. Without effect on a client given to
     *     {@link #httpClient}
     * @return this builder
     * @throws IllegalArgumentException if the time is not more than zero
     */
    public Builder connectTimeout(Duration timeout) {
      if (timeout.isNegative() || timeout.isZero()) {
        throw new IllegalArgumentException("connect timeout must be more than zero: " + timeout);
      }
      connectTimeout = timeout;
      return this;
    }

    /**
     * Sets how large one received message may be.
     *
     * @param bytes the most bytes of a JSON reply or of one event, at least 1; 16 MiB unless set
     * @return this builder
     * @throws IllegalArgumentException if there would be less than one
     */
    public Builder maxReplyBytes(int bytes) {
      if (bytes < 1) {
        throw new IllegalArgumentException("a reply has at least one byte, was " + bytes);
      }
      maxReplyBytes = bytes;
      return this;
    }

    /**
     * Sets the client to send with, for proxies, TLS settings and the like. The transport does not
     * close it. It should not follow redirects: that hands requests to a server nobody chose.
     *
     * @param client the client
     * @return this builder
     */
    public Builder httpClient(HttpClient client) {
      httpClient = Objects.requireNonNull(client, "client");
      return this;
    }

    /**
     * Sets what changes requests before they are sent, for example by adding a header.
     *
     * @param customizer called for each request
     * @return this builder
     */
    public Builder customizer(HttpRequestCustomizer customizer) {
      this.customizer = Objects.requireNonNull(customizer, "customizer");
      return this;
    }

    /**
     * Sets what gives requests their credentials and deals with their refusal. Its headers replace
     * those of a {@linkplain #customizer customizer}.
     *
     * @param authorizer called for each request
     * @return this builder
     */
    public Builder authorizer(Authorizer authorizer) {
      this.authorizer = Objects.requireNonNull(authorizer, "authorizer");
      return this;
    }

    /**
     * Sets whom the server takes the client for, where a {@linkplain #customizer customizer} sends
     * changing credentials; unless set, the {@linkplain #authorizer authorizer} is asked. Private
     * results are only reused while the answer is the same.
     *
     * @param partition answers with any text, never null; asked before and after each cacheable
     *     call. A result is not kept if the two differ
     * @return this builder
     */
    public Builder authorizationPartition(Supplier<String> partition) {
      authorizationPartition = Objects.requireNonNull(partition, "partition");
      return this;
    }

    /**
     * Makes the options.
     *
     * @return the options
     */
    public HttpOptions build() {
      return new HttpOptions(this);
    }
  }
}
