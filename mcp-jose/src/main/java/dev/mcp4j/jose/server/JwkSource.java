/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jose.server;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.ResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where the public keys of an issuer come from. Safe for use by several threads.
 *
 * <p>RFC 7517, section 5.
 */
public final class JwkSource {
  private final JWKSource<SecurityContext> source;

  private JwkSource(JWKSource<SecurityContext> source) {
    this.source = source;
  }

  /**
   * Makes a source of keys that never change.
   *
   * @param jwkSet the JSON text of a JWK set; private parts are dropped
   * @return the source
   * @throws IllegalArgumentException if the text is no JWK set
   */
  public static JwkSource fixed(String jwkSet) {
    try {
      return new JwkSource(new ImmutableJWKSet<>(JWKSet.parse(jwkSet).toPublicJWKSet()));
    } catch (ParseException e) {
      throw new IllegalArgumentException("expected the JSON text of a JWK set", e);
    }
  }

  /**
   * Makes a source of keys that an issuer publishes, with the defaults of {@link #builder}.
   *
   * @param uri the {@code jwks_uri} of the issuer
   * @return the source; nothing is fetched before a key is needed
   * @throws IllegalArgumentException if it is neither {@code https} nor on a loopback address
   */
  public static JwkSource at(URI uri) {
    return builder(uri).build();
  }

  /**
   * Starts a source of keys that an issuer publishes.
   *
   * @param uri the {@code jwks_uri} of the issuer
   * @return the builder
   * @throws IllegalArgumentException if it is neither {@code https} nor on a loopback address
   */
  public static Builder builder(URI uri) {
    return new Builder(uri);
  }

  /**
   * Makes a source of the keys that the metadata of an issuer leads to, with the defaults of {@link
   * #builder}.
   *
   * @param issuer the issuer identifier, character by character as its metadata has it
   * @return the source; nothing is fetched before a key is needed
   * @throws IllegalArgumentException if it is no URL, has a query or a fragment, or is neither
   *     {@code https} nor on a loopback address
   */
  public static JwkSource of(String issuer) {
    return builder(issuer).build();
  }

  /**
   * Starts a source of the keys that the metadata of an issuer leads to: that of OAuth 2.0 or of
   * OpenID Connect, in the order of the specification. It is read with every fetch.
   *
   * @param issuer the issuer identifier, character by character as its metadata has it
   * @return the builder
   * @throws IllegalArgumentException if it is no URL, has a query or a fragment, or is neither
   *     {@code https} nor on a loopback address
   */
  public static Builder builder(String issuer) {
    return new Builder(issuer);
  }

  JWKSource<SecurityContext> source() {
    return source;
  }

  /**
   * Builds a source. The keys are fetched when one is needed and they are old, or when a token
   * names one that is not among them; the latter not more often than twice an interval, whatever
   * tokens come. Not safe for use by several threads.
   */
  public static final class Builder {
    /** Three places of metadata, and the keys. */
    private static final int MOST_FETCHES = 4;

    private final URI uri;
    private final @Nullable String issuer;
    private Duration cache = Duration.ofMinutes(5);
    private Duration interval = Duration.ofSeconds(30);
    private Duration outage = Duration.ofHours(4);
    private Duration timeout = Duration.ofSeconds(5);
    private int maxBytes = 256 << 10;

    private Builder(URI uri) {
      KeyFetch.requireSafe(uri);
      this.uri = uri;
      this.issuer = null;
    }

    private Builder(String issuer) {
      this.uri = IssuerKeys.places(issuer).get(0);
      this.issuer = issuer;
    }

    /**
     * Sets how long keys are used without being fetched again.
     *
     * @param cache the time, positive; 5 minutes by default
     * @return this builder
     * @throws IllegalArgumentException if it is not positive
     */
    public Builder cache(Duration cache) {
      this.cache = positive(cache, "cache");
      return this;
    }

    /**
     * Sets how often keys may be fetched because a token names an unknown one.
     *
     * @param interval the time, positive; 30 s by default
     * @return this builder
     * @throws IllegalArgumentException if it is not positive
     */
    public Builder interval(Duration interval) {
      this.interval = positive(interval, "interval");
      return this;
    }

    /**
     * Sets how long old keys are used on while the issuer is out of reach.
     *
     * @param outage the time, positive; 4 hours by default
     * @return this builder
     * @throws IllegalArgumentException if it is not positive
     */
    public Builder outage(Duration outage) {
      this.outage = positive(outage, "outage");
      return this;
    }

    /**
     * Limits how long a fetch may take; one by way of metadata is up to four fetches.
     *
     * @param timeout the time, positive; 5 s by default
     * @return this builder
     * @throws IllegalArgumentException if it is not positive
     */
    public Builder timeout(Duration timeout) {
      this.timeout = positive(timeout, "timeout");
      return this;
    }

    /**
     * Limits each document.
     *
     * @param maxBytes at least 1; 256 KiB by default
     * @return this builder
     * @throws IllegalArgumentException if it is less than 1
     */
    public Builder maxBytes(int maxBytes) {
      if (maxBytes < 1) {
        throw new IllegalArgumentException("maxBytes must be at least 1: " + maxBytes);
      }
      this.maxBytes = maxBytes;
      return this;
    }

    private static Duration positive(Duration value, String name) {
      if (value.isNegative() || value.isZero()) {
        throw new IllegalArgumentException(name + " must be positive: " + value);
      }
      return value;
    }

    /**
     * Builds the source.
     *
     * @return the source; nothing is fetched before a key is needed
     */
    public JwkSource build() {
      KeyFetch fetch = new KeyFetch(timeout, maxBytes);
      ResourceRetriever retriever = issuer == null ? fetch : new IssuerKeys(issuer, fetch);
      int fetches = issuer == null ? 1 : MOST_FETCHES;
      try {
        return new JwkSource(
            JWKSourceBuilder.<SecurityContext>create(uri.toURL(), retriever)
                .cache(cache.toMillis(), timeout.multipliedBy(2L * fetches).toMillis())
                .refreshAheadCache(false)
                .rateLimited(interval.toMillis())
                .outageTolerant(outage.toMillis())
                .build());
      } catch (MalformedURLException e) {
        throw new IllegalArgumentException("expected a URL, but was: " + uri, e);
      }
    }
  }
}
