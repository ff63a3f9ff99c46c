/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps tokens and client registrations. Everything is kept under the issuer that it belongs to, so
 * that nothing is ever sent to another authorization server.
 *
 * <p>The contract, for those who write one ({@code TokenStoreContract} of the test kit checks it):
 *
 * <ul>
 *   <li>Safe for use by several threads. What a method has saved or removed, every later call sees.
 *   <li>A later value replaces an earlier one with an equal key.
 *   <li>Methods may block. A store that cannot be read or written throws an {@link
 *       AuthorizationException}.
 *   <li>Values are secrets: they are kept where only their owner can read them, and never logged.
 * </ul>
 */
public interface TokenStore {
  /**
   * Finds tokens.
   *
   * @param key whose they are
   * @return the tokens, or null if there are none
   */
  @Nullable Tokens tokens(TokenKey key);

  /**
   * Keeps tokens.
   *
   * @param key whose they are
   * @param tokens the tokens
   */
  void saveTokens(TokenKey key, Tokens tokens);

  /**
   * Forgets tokens. Does nothing if there are none.
   *
   * @param key whose they were
   */
  void removeTokens(TokenKey key);

  /**
   * Finds a registration.
   *
   * @param issuer the authorization server that made it
   * @return the registration, or null if there is none
   */
  @Nullable Registration registration(String issuer);

  /**
   * Keeps a registration.
   *
   * @param issuer the authorization server that made it
   * @param registration the registration
   */
  void saveRegistration(String issuer, Registration registration);

  /**
   * Forgets a registration. Does nothing if there is none.
   *
   * @param issuer the authorization server that made it
   */
  void removeRegistration(String issuer);

  /**
   * Makes a store that forgets everything when the program ends.
   *
   * @return an empty store
   */
  static TokenStore inMemory() {
    return new MemoryTokenStore();
  }

  /**
   * Whose tokens.
   *
   * @param issuer the authorization server that issued them
   * @param clientId the id of the client there; empty if it has none
   * @param resource the identifier of the MCP server they are for
   * @param user tells users of one store apart; empty if there is only one
   */
  record TokenKey(String issuer, String clientId, String resource, String user) {
    /**
     * Checks the components.
     *
     * @param issuer not null
     * @param clientId not null
     * @param resource not null
     * @param user not null
     */
    public TokenKey {
      Objects.requireNonNull(issuer, "issuer");
      Objects.requireNonNull(clientId, "clientId");
      Objects.requireNonNull(resource, "resource");
      Objects.requireNonNull(user, "user");
    }
  }

  /**
   * Tokens as they are kept. Their text form holds no secrets.
   *
   * @param accessToken the access token
   * @param tokenType how it is to be used
   * @param expiresAt when it becomes invalid; null if unknown
   * @param refreshToken obtains the next access token; null if there is none
   * @param requestedScopes what was asked for so far
   * @param grantId changes with each new grant, and not when tokens are refreshed
   */
  record Tokens(
      String accessToken,
      String tokenType,
      @Nullable Instant expiresAt,
      @Nullable String refreshToken,
      Set<String> requestedScopes,
      String grantId) {
    /**
     * Checks and copies the components.
     *
     * @param accessToken not null
     * @param tokenType not null
     * @param expiresAt can be null
     * @param refreshToken can be null
     * @param requestedScopes not null
     * @param grantId not null
     */
    public Tokens {
      Objects.requireNonNull(accessToken, "accessToken");
      Objects.requireNonNull(tokenType, "tokenType");
      requestedScopes = Scopes.copy(requestedScopes);
      Objects.requireNonNull(grantId, "grantId");
    }

    @Override
    public String toString() {
      return "Tokens[%s, expires at %s, scopes %s]"
          .formatted(tokenType, expiresAt, requestedScopes);
    }
  }

  /**
   * A client as an authorization server has registered it. Its text form holds no secrets.
   *
   * @param clientId the id
   * @param clientSecret the secret; null if there is none
   * @param secretExpiresAt when the secret becomes invalid; null if never
   * @param authenticationMethod how the client is to authenticate
   * @param redirectUris what was registered
   */
  record Registration(
      String clientId,
      @Nullable String clientSecret,
      @Nullable Instant secretExpiresAt,
      String authenticationMethod,
      List<String> redirectUris) {
    /**
     * Checks and copies the components.
     *
     * @param clientId not null
     * @param clientSecret can be null
     * @param secretExpiresAt can be null
     * @param authenticationMethod not null
     * @param redirectUris not null
     */
    public Registration {
      Objects.requireNonNull(clientId, "clientId");
      Objects.requireNonNull(authenticationMethod, "authenticationMethod");
      redirectUris = List.copyOf(redirectUris);
    }

    @Override
    public String toString() {
      return "Registration[%s, %s, %s]".formatted(clientId, authenticationMethod, redirectUris);
    }
  }
}
