/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jose.server;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.jose.ReplayCache;
import dev.mcp4j.server.auth.InvalidProofException;
import dev.mcp4j.server.auth.ProofOfPossession;
import dev.mcp4j.server.auth.SealedNonces;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Checks what a proof says; its signature is good.
 *
 * @param maxAge how far from now it may have been made
 * @param nonces makes and checks nonces; null to ask for none
 * @param replays remembers used proofs
 * @param clock tells the time
 */
record ProofClaims(
    Duration maxAge, @Nullable SealedNonces nonces, ReplayCache replays, Clock clock) {
  private static final int MAX_ID_LENGTH = 256;

  /** Checks all claims; returns a nonce for the next proof if there should be another one. */
  @Nullable String check(JsonObject claims, ProofOfPossession proof) throws InvalidProofException {
    require(proof.method().equals(text(claims, "htm")), "htm is not the method of the request");
    require(sameTarget(text(claims, "htu"), proof.uri()), "htu is not the URI of the request");
    require(digest(proof.token()).equals(text(claims, "ath")), "ath is not of this token");
    Instant made = time(claims);
    require(
        Duration.between(made, clock.instant()).abs().compareTo(maxAge) <= 0,
        "iat is too far from now");
    String id = text(claims, "jti");
    require(id.length() <= MAX_ID_LENGTH, "jti is too long");
    String next = nonces == null ? null : nextNonce(nonces, claims);
    require(
        replays.use(
            "dpop:" + digest(proof.keyThumbprint() + " " + id), made.plus(maxAge).plusSeconds(1)),
        "the proof was used before");
    return next;
  }

  private static @Nullable String nextNonce(SealedNonces nonces, JsonObject claims)
      throws InvalidProofException {
    JsonNode nonce = claims.get("nonce");
    SealedNonces.Freshness freshness =
        nonce != null && nonce.isString()
            ? nonces.freshness(nonce.stringValue())
            : SealedNonces.Freshness.UNUSABLE;
    if (freshness == SealedNonces.Freshness.UNUSABLE) {
      throw InvalidProofException.useNonce(nonces.issue());
    }
    return freshness == SealedNonces.Freshness.AGING ? nonces.issue() : null;
  }

  private static void require(boolean holds, String otherwise) throws InvalidProofException {
    if (!holds) {
      throw InvalidProofException.of("The proof is not for this request: " + otherwise);
    }
  }

  private static String text(JsonObject claims, String name) throws InvalidProofException {
    JsonNode value = claims.get(name);
    if (value == null || !value.isString() || value.stringValue().isEmpty()) {
      throw InvalidProofException.of("The proof has no " + name);
    }
    return value.stringValue();
  }

  private static Instant time(JsonObject claims) throws InvalidProofException {
    JsonNode value = claims.get("iat");
    if (value == null || !value.isNumber() || Math.abs(value.doubleValue()) > 1e11) {
      throw InvalidProofException.of("The proof has no iat");
    }
    return Instant.ofEpochMilli((long) (value.doubleValue() * 1000));
  }

  /** Compares without query and fragment, and without regard to how scheme and host are spelt. */
  static boolean sameTarget(String claimed, URI actual) {
    try {
      return target(new URI(claimed)).equals(target(actual));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static String target(URI uri) {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
    int defaultPort = scheme.equals("https") ? 443 : 80;
    int port = uri.getPort() < 0 ? defaultPort : uri.getPort();
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return scheme + "://" + host + ":" + port + path;
  }

  static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is not available", e);
    }
  }
}
