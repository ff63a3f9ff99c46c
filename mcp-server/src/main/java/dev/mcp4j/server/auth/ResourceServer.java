/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.auth;

import dev.mcp4j.api.Experimental;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a server is protected over HTTP: every call needs a token of an authorization server, issued
 * for this server.
 *
 * <pre>{@code
 * ResourceServer protection =
 *     ResourceServer.builder("https://mcp.example.com/mcp", verifier)
 *         .authorizationServer("https://id.example.com")
 *         .requires("notes.read")
 *         .build();
 * server.serveHttp(HttpOptions.builder(8080).authorization(protection).build());
 * }</pre>
 *
 * <p>A call without a valid token is answered with status 401 and a challenge that leads to the
 * metadata of this server, one whose token allows too little with 403, a malformed one with 400.
 * Tokens are only read from the header {@code Authorization}. They are neither logged nor handed to
 * handlers, so that none is passed on to another server by mistake. Immutable.
 *
 * <p>Specification 2026-07-28: basic/authorization; RFC 6750; RFC 9728.
 */
public final class ResourceServer {
  private final String resource;
  private final TokenVerifier verifier;
  private final List<String> authorizationServers;
  private final Set<String> audiences;
  private final List<String> requiredScopes;
  private final List<String> supportedScopes;
  private final @Nullable String name;
  private final @Nullable String documentation;
  private final @Nullable ProofVerifier proofs;
  private final boolean proofRequired;
  private final Duration clockSkew;
  private final Clock clock;
  private final Function<AccessToken, String> principal;

  private ResourceServer(Builder builder) {
    this.resource = builder.resource;
    this.verifier = builder.verifier;
    this.authorizationServers = List.copyOf(builder.authorizationServers);
    this.audiences = Set.copyOf(builder.audiences);
    this.requiredScopes = builder.requiredScopes;
    this.supportedScopes = builder.supportedScopes();
    this.name = builder.name;
    this.documentation = builder.documentation;
    this.proofs = builder.proofs;
    this.proofRequired = builder.proofRequired;
    this.clockSkew = builder.clockSkew;
    this.clock = builder.clock;
    this.principal = builder.principal();
  }

  /**
   * Starts the protection of a server.
   *
   * @param resource the URL of its endpoint as clients know it; tokens must be issued for exactly
   *     this text. Port 0 stands for the port that {@code serveHttp} gets
   * @param verifier tells whether a token is genuine
   * @return the builder
   * @throws IllegalArgumentException if the URL is not absolute, has a query or a fragment, or is
   *     neither {@code https} nor on a loopback address
   */
  public static Builder builder(String resource, TokenVerifier verifier) {
    return new Builder(resource, verifier);
  }

  /**
   * Returns the same protection for a server that is known by its port now.
   *
   * @param port the port it listens on
   * @return this, or a copy if its resource has port 0
   */
  public ResourceServer onPort(int port) {
    URI uri = URI.create(resource);
    if (uri.getPort() != 0) {
      return this;
    }
    Builder copy = new Builder(resource.replaceFirst(":0(?=/|$)", ":" + port), verifier);
    copy.authorizationServers.addAll(authorizationServers);
    audiences.stream().filter(other -> !other.equals(resource)).forEach(copy.audiences::add);
    copy.requiredScopes = requiredScopes;
    copy.otherScopes = supportedScopes;
    copy.name = name;
    copy.documentation = documentation;
    copy.proofs = proofs;
    copy.proofRequired = proofRequired;
    copy.clockSkew = clockSkew;
    copy.clock = clock;
    copy.principal = principal;
    return copy.build();
  }

  /**
   * Returns the URL of the endpoint.
   *
   * @return the resource identifier
   */
  public String resource() {
    return resource;
  }

  /**
   * Returns what verifies tokens.
   *
   * @return the verifier
   */
  public TokenVerifier verifier() {
    return verifier;
  }

  /**
   * Returns whose tokens are accepted.
   *
   * @return issuers, at least one
   */
  public List<String> authorizationServers() {
    return authorizationServers;
  }

  /**
   * Returns what the audience of a token may name.
   *
   * @return the resource, and what else was accepted
   */
  public Set<String> audiences() {
    return audiences;
  }

  /**
   * Returns what every call needs.
   *
   * @return the scopes, perhaps none
   */
  public List<String> requiredScopes() {
    return requiredScopes;
  }

  /**
   * Returns the scopes that are shown to clients.
   *
   * @return what every call needs, and what else was named
   */
  public List<String> supportedScopes() {
    return supportedScopes;
  }

  /**
   * Returns the name for people to read.
   *
   * @return the name, or null
   */
  public @Nullable String name() {
    return name;
  }

  /**
   * Returns where developers can read more.
   *
   * @return a URL, or null
   */
  public @Nullable String documentation() {
    return documentation;
  }

  /**
   * Returns what checks that a client has the key of its token.
   *
   * @return the verifier, or null if tokens bound to a key are refused
   */
  @Experimental("SEP-1932")
  public @Nullable ProofVerifier proofs() {
    return proofs;
  }

  /**
   * Tells whether only tokens bound to a key are accepted.
   *
   * @return true if they are
   */
  @Experimental("SEP-1932")
  public boolean proofRequired() {
    return proofRequired;
  }

  /**
   * Returns how far clocks may differ.
   *
   * @return the time, 30 s by default
   */
  public Duration clockSkew() {
    return clockSkew;
  }

  /**
   * Returns the clock that tells whether a token has expired.
   *
   * @return the clock
   */
  public Clock clock() {
    return clock;
  }

  /**
   * Names the principal of a token.
   *
   * @param token a token that was accepted
   * @return its subject; with several authorization servers the issuer, {@code #} and the subject;
   *     or what {@link Builder#principal} makes of it
   */
  public String principalOf(AccessToken token) {
    return principal.apply(token);
  }

  /** Builds the protection of a server. Not safe for use by several threads. */
  public static final class Builder {
    private final String resource;
    private final TokenVerifier verifier;
    private final Set<String> authorizationServers = new LinkedHashSet<>();
    private final Set<String> audiences = new LinkedHashSet<>();
    private List<String> requiredScopes = List.of();
    private List<String> otherScopes = List.of();
    private @Nullable String name;
    private @Nullable String documentation;
    private @Nullable ProofVerifier proofs;
    private boolean proofRequired;
    private Duration clockSkew = Duration.ofSeconds(30);
    private Clock clock = Clock.systemUTC();
    private @Nullable Function<AccessToken, String> principal;

    private Builder(String resource, TokenVerifier verifier) {
      this.resource = checked("resource", resource);
      this.verifier = Objects.requireNonNull(verifier, "verifier");
      this.audiences.add(resource);
    }

    /** Refuses what is no identifier over which tokens may travel. */
    private static String checked(String what, String url) {
      URI uri = URI.create(url);
      if (uri.getHost() == null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
        throw new IllegalArgumentException(
            "expected a URL without query and fragment as " + what + ", but was: " + url);
      }
      if (!SafeUrls.isSafe(uri)) {
        throw new IllegalArgumentException(
            "expected https, or http on a loopback address, as " + what + ", but was: " + url);
      }
      return url;
    }

    /**
     * Accepts the tokens of an authorization server.
     *
     * @param issuer its issuer identifier, character by character as its metadata has it
     * @return this builder
     * @throws IllegalArgumentException if it is not an absolute URL without query and fragment, or
     *     neither {@code https} nor on a loopback address
     */
    public Builder authorizationServer(String issuer) {
      authorizationServers.add(checked("issuer", issuer));
      return this;
    }

    /**
     * Accepts tokens for another audience too, for authorization servers that cannot issue tokens
     * for a URL. It must stand for this server alone: whoever else is meant by it could use the
     * tokens of this server's clients, and the other way round.
     *
     * @param audience what the claim {@code aud} may contain
     * @return this builder
     * @throws IllegalArgumentException if it is blank
     */
    public Builder acceptAudience(String audience) {
      if (audience.isBlank()) {
        throw new IllegalArgumentException("an audience must not be blank");
      }
      audiences.add(audience);
      return this;
    }

    /**
     * Sets what every call needs. Tools can need more: see {@code requireScopes} of their builder.
     *
     * @param scopes the scopes; none by default
     * @return this builder
     * @throws IllegalArgumentException if one is not a scope, or is {@code offline_access}
     */
    public Builder requires(String... scopes) {
      this.requiredScopes = Scopes.checked(List.of(scopes));
      return this;
    }

    /**
     * Names further scopes for the metadata, usually those that tools need.
     *
     * @param scopes the scopes
     * @return this builder
     * @throws IllegalArgumentException if one is not a scope, or is {@code offline_access}
     */
    public Builder supports(String... scopes) {
      this.otherScopes = Scopes.checked(List.of(scopes));
      return this;
    }

    /**
     * Sets the name for people to read.
     *
     * @param name the name
     * @return this builder
     */
    public Builder name(String name) {
      this.name = Objects.requireNonNull(name, "name");
      return this;
    }

    /**
     * Sets where developers can read more.
     *
     * @param url a web page
     * @return this builder
     */
    public Builder documentation(String url) {
      this.documentation = Objects.requireNonNull(url, "url");
      return this;
    }

    /**
     * Accepts tokens that are bound to a key, from clients that prove to have it.
     *
     * @param proofs checks the proofs
     * @return this builder
     */
    @Experimental("SEP-1932")
    public Builder proofs(ProofVerifier proofs) {
      this.proofs = Objects.requireNonNull(proofs, "proofs");
      return this;
    }

    /**
     * Accepts nothing but tokens that are bound to a key, from clients that prove to have it.
     *
     * @param proofs checks the proofs
     * @return this builder
     */
    @Experimental("SEP-1932")
    public Builder requireProofs(ProofVerifier proofs) {
      this.proofRequired = true;
      return proofs(proofs);
    }

    /**
     * Sets how far the clocks of this server and of the authorization server may differ.
     *
     * @param clockSkew zero to five minutes
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     */
    public Builder clockSkew(Duration clockSkew) {
      if (clockSkew.isNegative() || clockSkew.compareTo(Duration.ofMinutes(5)) > 0) {
        throw new IllegalArgumentException(
            "the clock skew must be between zero and five minutes: " + clockSkew);
      }
      this.clockSkew = clockSkew;
      return this;
    }

    /**
     * Sets the clock that tells whether a token has expired.
     *
     * @param clock the clock; the one of the system by default
     * @return this builder
     */
    public Builder clock(Clock clock) {
      this.clock = Objects.requireNonNull(clock, "clock");
      return this;
    }

    /**
     * Sets how a principal is made of a token. It must be the same for every token of one subject,
     * and different for different ones: sessions, sealed state and caches belong to the principal.
     *
     * @param principal names the principal of a token
     * @return this builder
     */
    public Builder principal(Function<AccessToken, String> principal) {
      this.principal = Objects.requireNonNull(principal, "principal");
      return this;
    }

    private Function<AccessToken, String> principal() {
      if (principal != null) {
        return principal;
      }
      // A URL that names an issuer has no fragment, so this is unambiguous.
      return authorizationServers.size() == 1
          ? AccessToken::subject
          : token -> token.issuer() + "#" + token.subject();
    }

    private List<String> supportedScopes() {
      Collection<String> all = new LinkedHashSet<>(requiredScopes);
      all.addAll(otherScopes);
      return List.copyOf(all);
    }

    /**
     * Builds the protection.
     *
     * @return the protection
     * @throws IllegalStateException if no authorization server is named
     */
    public ResourceServer build() {
      if (authorizationServers.isEmpty()) {
        throw new IllegalStateException("name the authorization server whose tokens are accepted");
      }
      return new ResourceServer(this);
    }
  }
}
