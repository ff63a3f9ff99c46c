/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The client as one authorization server knows it. Its text form holds no secrets.
 *
 * @param issuer the only authorization server that the credentials are sent to; null to take the
 *     first one that is met, and no other afterwards
 * @param clientId the id of the client there; empty for a client that needs none
 * @param authentications how the client can prove who it is, the preferred way first
 */
public record RegisteredClient(
    @Nullable String issuer, String clientId, List<ClientAuthentication> authentications) {
  /**
   * Checks and copies the components.
   *
   * @param issuer can be null
   * @param clientId not null
   * @param authentications not empty
   */
  public RegisteredClient {
    Objects.requireNonNull(clientId, "clientId");
    authentications = List.copyOf(authentications);
    if (authentications.isEmpty()) {
      throw new IllegalArgumentException("expected at least one way of authentication");
    }
  }

  /**
   * Makes a public client, which has no secret.
   *
   * @param issuer its authorization server
   * @param clientId the id there
   * @return the client
   */
  public static RegisteredClient of(String issuer, String clientId) {
    return of(issuer, clientId, ClientAuthentication.none());
  }

  /**
   * Makes a client with a secret, which is sent in a header, or in the body if the server prefers
   * that.
   *
   * @param issuer its authorization server
   * @param clientId the id there
   * @param secret the secret
   * @return the client
   */
  public static RegisteredClient withSecret(String issuer, String clientId, String secret) {
    return of(
        issuer,
        clientId,
        ClientAuthentication.secretBasic(secret),
        ClientAuthentication.secretPost(secret));
  }

  /**
   * Makes a client that authenticates in given ways.
   *
   * @param issuer its authorization server
   * @param clientId the id there
   * @param authentications the ways, the preferred one first, at least one
   * @return the client
   */
  public static RegisteredClient of(
      String issuer, String clientId, ClientAuthentication... authentications) {
    return new RegisteredClient(
        Objects.requireNonNull(issuer, "issuer"), clientId, List.of(authentications));
  }

  /**
   * Makes a client without id and credentials, for grants that carry all that is needed.
   *
   * @return the client, for any authorization server
   */
  public static RegisteredClient anonymous() {
    return new RegisteredClient(null, "", List.of(BuiltInAuthentication.ANONYMOUS));
  }

  /**
   * Makes a copy for the first authorization server that is met. Whoever can change the answers of
   * the MCP server before that can have the credentials sent elsewhere; so name the issuer where it
   * is known.
   *
   * @return the copy
   */
  public RegisteredClient forFirstIssuer() {
    return new RegisteredClient(null, clientId, authentications);
  }

  /**
   * Chooses how to authenticate.
   *
   * @param server the authorization server
   * @return the preferred one of the ways that it supports
   * @throws AuthorizationException if it supports none of them
   */
  public ClientAuthentication authenticationAt(AuthorizationServerMetadata server) {
    List<String> supported = server.strings("token_endpoint_auth_methods_supported");
    if (supported == null) {
      return authentications.get(0);
    }
    for (ClientAuthentication authentication : authentications) {
      if (supported.contains(authentication.method())
          || authentication == BuiltInAuthentication.ANONYMOUS) {
        return authentication;
      }
    }
    throw new AuthorizationException(
        "%s supports client authentication by %s, the client can do %s"
            .formatted(
                server.issuer(),
                supported,
                authentications.stream().map(ClientAuthentication::method).toList()));
  }
}
