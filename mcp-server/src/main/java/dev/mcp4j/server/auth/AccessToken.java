/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.auth;

import dev.mcp4j.api.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a genuine token says. The token itself is no part of it.
 *
 * <p>RFC 9068, section 2.2; RFC 7662, section 2.2.
 *
 * @param issuer who issued it
 * @param subject on whose behalf it is used, unique at its issuer
 * @param clientId the client it was issued to; null if it does not say
 * @param audience whom it is meant for
 * @param scopes what it allows
 * @param expiresAt when it ends; null if it does not say
 * @param notBefore when it begins; null if it does not say
 * @param keyThumbprint the key its user must prove to have, as a SHA-256 thumbprint in Base64url;
 *     null if whoever has the token may use it
 * @param claims everything it says
 */
public record AccessToken(
    String issuer,
    String subject,
    @Nullable String clientId,
    List<String> audience,
    Set<String> scopes,
    @Nullable Instant expiresAt,
    @Nullable Instant notBefore,
    @Nullable String keyThumbprint,
    JsonObject claims) {
  /**
   * Checks and copies the components.
   *
   * @param issuer not null
   * @param subject not null
   * @param clientId may be null
   * @param audience copied; no null elements
   * @param scopes copied; no null elements
   * @param expiresAt may be null
   * @param notBefore may be null
   * @param keyThumbprint may be null
   * @param claims not modified any more
   */
  public AccessToken {
    Objects.requireNonNull(issuer, "issuer");
    Objects.requireNonNull(subject, "subject");
    audience = List.copyOf(audience);
    scopes = Set.copyOf(scopes);
    Objects.requireNonNull(claims, "claims");
  }

  /**
   * Reads the claims of a token, or the answer of an authorization server about it.
   *
   * @param claims {@code iss} and {@code sub} at least; {@code client_id} or {@code azp}, {@code
   *     aud}, {@code scope} or {@code scp}, {@code exp}, {@code nbf} and {@code cnf} are understood
   * @return what they say
   * @throws InvalidTokenException if a claim is missing, or is not what it must be, or the token is
   *     bound to something other than a key with a thumbprint
   */
  public static AccessToken of(JsonObject claims) throws InvalidTokenException {
    return new Claims(claims).token();
  }

  /**
   * Returns who uses the token, and nothing else it says.
   *
   * @return a text for logs
   */
  @Override
  public String toString() {
    return "AccessToken of " + subject + " from " + issuer;
  }
}
