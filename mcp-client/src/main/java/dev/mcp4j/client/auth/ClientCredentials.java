/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

/**
 * The grant of a client that acts for itself: its own credentials are all that is needed. The
 * client must be registered beforehand.
 *
 * <p>Specification: extension {@code io.modelcontextprotocol/oauth-client-credentials}.
 */
public final class ClientCredentials implements Grant {
  /** The identifier of the extension, which the client declares. */
  public static final String EXTENSION = "io.modelcontextprotocol/oauth-client-credentials";

  private static final ClientCredentials INSTANCE = new ClientCredentials();

  private ClientCredentials() {}

  /**
   * Returns the grant.
   *
   * @return the one instance
   */
  public static ClientCredentials grant() {
    return INSTANCE;
  }

  @Override
  public TokenRequest.Builder tokenRequest(GrantContext context) {
    return TokenRequest.builder("client_credentials");
  }

  @Override
  public String extension() {
    return EXTENSION;
  }
}
