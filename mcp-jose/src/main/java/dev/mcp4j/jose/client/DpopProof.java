/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jose.client;

import dev.mcp4j.api.Experimental;
import dev.mcp4j.client.auth.AuthorizationException;
import dev.mcp4j.client.auth.AuthorizationServerMetadata;
import dev.mcp4j.client.auth.RequestProof;
import dev.mcp4j.jose.DpopKey;
import dev.mcp4j.jose.SigningAlgorithm;
import dev.mcp4j.jsonrpc.json.McpJson;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Binds tokens to a key of the client, and proves with every request that it has the key.
 *
 * <pre>{@code
 * OAuthAuthorizer authorizer = OAuthAuthorizer.builder(server)
 *     .registration(metadata)
 *     .proof(DpopProof.create())
 *     .build();
 * }</pre>
 *
 * <p>Nonces are kept for each server and role. Safe for use by several threads.
 *
 * <p>RFC 9449.
 */
@Experimental("SEP-1932")
public final class DpopProof implements RequestProof {
  private static final String PROOF = "DPoP";
  private static final String NONCE = "DPoP-Nonce";
  private static final String USE_NONCE = "use_dpop_nonce";
  private static final int MAX_NONCE_LENGTH = 1024;

  private final DpopKeys keys;
  private final Bounded<String, String> nonces = new Bounded<>(256);
  private final boolean acceptsBearer;
  private final Clock clock;

  private DpopProof(Builder builder) {
    this.keys = new DpopKeys(builder.key);
    this.acceptsBearer = builder.acceptsBearer;
    this.clock = builder.clock;
  }

  /**
   * Makes proofs with a key that is made when the first one is needed, for an algorithm the
   * authorization server supports: {@code ES256} if it may be.
   *
   * @return the proofs
   */
  public static DpopProof create() {
    return builder().build();
  }

  /**
   * Starts the making of proofs.
   *
   * @return the builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Changes the key: tokens that are asked for from now on are bound to the new one. Those obtained
   * before go on with the key they are bound to. A refresh token of a public client is bound to the
   * old key and of no use any more; the next token then takes a new authorization.
   *
   * @param key the new key
   */
  public void rotate(DpopKey key) {
    keys.rotate(Objects.requireNonNull(key, "key"));
  }

  @Override
  public String tokenType() {
    return PROOF;
  }

  @Override
  public boolean acceptsBearer() {
    return acceptsBearer;
  }

  @Override
  public Map<String, String> headers(Target request) {
    String token = request.accessToken();
    String digest = token == null ? null : digest(token);
    DpopKey key =
        digest == null ? keys.forTokenRequest(algorithms(request)) : keys.forToken(digest);
    ObjectNode header = JsonNodeFactory.instance.objectNode();
    header.put("typ", "dpop+jwt");
    header.set("jwk", McpJson.read(JsonNode.class, utf8(key.publicJwk())));
    ObjectNode claims = JsonNodeFactory.instance.objectNode();
    claims.put("jti", UUID.randomUUID().toString());
    claims.put("htm", request.method());
    claims.put("htu", target(request.uri()));
    claims.put("iat", clock.instant().getEpochSecond());
    if (digest != null) {
      claims.put("ath", digest);
    }
    String nonce = nonces.get(place(request));
    if (nonce != null) {
      claims.put("nonce", nonce);
    }
    return Map.of(PROOF, CompactJws.of(key, header, claims));
  }

  private static @Nullable List<String> algorithms(Target request) {
    AuthorizationServerMetadata server = request.server();
    return server == null ? null : server.strings("dpop_signing_alg_values_supported");
  }

  @Override
  public boolean answered(Target request, int status, HttpHeaders headers, @Nullable String error) {
    List<String> received = headers.allValues(NONCE);
    boolean usable =
        received.size() == 1
            && !received.get(0).isEmpty()
            && received.get(0).length() <= MAX_NONCE_LENGTH;
    if (usable) {
      nonces.put(place(request), received.get(0));
    }
    return usable && USE_NONCE.equals(error);
  }

  /** Names what a nonce is for: the same host may be both an authorization and an MCP server. */
  private static String place(Target request) {
    URI uri = request.uri();
    return (request.accessToken() == null ? "as " : "rs ") + origin(uri);
  }

  private static String origin(URI uri) {
    return (uri.getScheme() + "://" + uri.getRawAuthority()).toLowerCase(Locale.ROOT);
  }

  /** Returns the URI without query and fragment. */
  private static String target(URI uri) {
    String path = uri.getRawPath();
    return uri.getScheme() + "://" + uri.getRawAuthority() + (path == null ? "" : path);
  }

  private static String digest(String token) {
    try {
      return CompactJws.encode(MessageDigest.getInstance("SHA-256").digest(utf8(token)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is not available", e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Builds it. Not safe for use by several threads. */
  public static final class Builder {
    private @Nullable DpopKey key;
    private boolean acceptsBearer;
    private Clock clock = Clock.systemUTC();

    private Builder() {}

    /**
     * Sets the key.
     *
     * @param key the key; a new one in memory unless set
     * @return this builder
     */
    public Builder key(DpopKey key) {
      this.key = Objects.requireNonNull(key, "key");
      return this;
    }

    /**
     * Goes on with a token that is not bound to the key, where an authorization server issues
     * nothing else. Unless set that is an error.
     *
     * @return this builder
     */
    public Builder acceptBearer() {
      this.acceptsBearer = true;
      return this;
    }

    /**
     * Sets the clock.
     *
     * @param clock that of the system unless set
     * @return this builder
     */
    public Builder clock(Clock clock) {
      this.clock = Objects.requireNonNull(clock, "clock");
      return this;
    }

    /**
     * Makes it.
     *
     * @return what makes proofs
     */
    public DpopProof build() {
      return new DpopProof(this);
    }
  }

  /** Refuses a key the authorization server cannot check. */
  static AuthorizationException unsupported(List<String> supported, SigningAlgorithm algorithm) {
    return new AuthorizationException(
        "the authorization server takes proofs signed with %s, the key signs with %s"
            .formatted(supported, algorithm));
  }
}
