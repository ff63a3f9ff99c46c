/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import dev.mcp4j.api.JsonObject;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A successful response of a token endpoint. Its text form holds no secrets.
 *
 * @param accessToken the token
 * @param tokenType how it is to be used, such as {@code Bearer}
 * @param expiresIn how long it is valid from the response on; null if the server does not say
 * @param refreshToken obtains the next token; null if there is none
 * @param scopes what the token is good for; null if that is what was requested
 * @param members the whole response
 */
public record TokenResponse(
    String accessToken,
    String tokenType,
    @Nullable Duration expiresIn,
    @Nullable String refreshToken,
    @Nullable Set<String> scopes,
    JsonObject members) {
  /**
   * Checks the components.
   *
   * @param accessToken not null
   * @param tokenType not null
   * @param expiresIn can be null
   * @param refreshToken can be null
   * @param scopes can be null
   * @param members not null
   */
  public TokenResponse {
    Objects.requireNonNull(accessToken, "accessToken");
    Objects.requireNonNull(tokenType, "tokenType");
    Objects.requireNonNull(members, "members");
    scopes = scopes == null ? null : Scopes.copy(scopes);
  }

  /**
   * Reads a response.
   *
   * @param members the body
   * @param from names the endpoint in exceptions
   * @return the response
   * @throws AuthorizationException if there is no token, no token type, or one that cannot be a
   *     header
   */
  static TokenResponse of(JsonObject members, String from) {
    String accessToken = Members.string(members, "access_token");
    String tokenType = Members.string(members, "token_type");
    if (accessToken == null || tokenType == null) {
      throw new AuthorizationException(
          "expected access_token and token_type in the response of %s, found %s"
              .formatted(from, accessToken == null ? "no token" : "no type"));
    }
    // Whoever chose the token must not be able to choose further headers.
    if (accessToken.isEmpty() || !accessToken.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
      throw new AuthorizationException("the access_token of %s is no token".formatted(from));
    }
    String scope = Members.string(members, "scope");
    return new TokenResponse(
        accessToken,
        tokenType,
        expiresIn(members.get("expires_in")),
        Members.string(members, "refresh_token"),
        scope == null ? null : Scopes.parse(scope),
        members);
  }

  private static @Nullable Duration expiresIn(@Nullable JsonNode value) {
    if (value == null || !value.isNumber()) {
      return null;
    }
    long seconds =
        value.isIntegralNumber() && !value.canConvertToLong() ? 0 : (long) value.doubleValue();
    // Longer than a hundred years is no statement about time, and would overflow sums.
    return Duration.ofSeconds(Math.max(0, Math.min(seconds, 3_153_600_000L)));
  }

  @Override
  public String toString() {
    return "TokenResponse[%s, expires in %s, scopes %s]".formatted(tokenType, expiresIn, scopes);
  }
}
