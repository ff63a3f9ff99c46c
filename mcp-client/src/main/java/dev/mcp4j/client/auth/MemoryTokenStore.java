/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps everything in memory. */
final class MemoryTokenStore implements TokenStore {
  private final Map<TokenKey, Tokens> tokens = new ConcurrentHashMap<>();
  private final Map<String, Registration> registrations = new ConcurrentHashMap<>();

  @Override
  public @Nullable Tokens tokens(TokenKey key) {
    return tokens.get(key);
  }

  @Override
  public void saveTokens(TokenKey key, Tokens value) {
    tokens.put(key, value);
  }

  @Override
  public void removeTokens(TokenKey key) {
    tokens.remove(key);
  }

  @Override
  public @Nullable Registration registration(String issuer) {
    return registrations.get(issuer);
  }

  @Override
  public void saveRegistration(String issuer, Registration registration) {
    registrations.put(issuer, registration);
  }

  @Override
  public void removeRegistration(String issuer) {
    registrations.remove(issuer);
  }
}
