/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

/**
 * How a client proves to a token endpoint who it is. Immutable or safe for use by several threads.
 *
 * <p>Implementations other than those made here can send a signed assertion.
 */
public interface ClientAuthentication {
  /**
   * Names the method as {@code token_endpoint_auth_methods_supported} does.
   *
   * @return the name, such as {@code client_secret_basic}
   */
  String method();

  /**
   * Adds to a request what proves who sends it, and the client id where the method wants it.
   *
   * @param request a request that is complete otherwise
   * @param clientId the id of the client at this server
   * @param server the server whose token endpoint the request goes to
   * @throws AuthorizationException if the server does not support what the method needs
   */
  void authenticate(
      TokenRequest.Builder request, String clientId, AuthorizationServerMetadata server);

  /**
   * Makes the method of public clients: the id alone.
   *
   * @return the method {@code none}
   */
  static ClientAuthentication none() {
    return BuiltInAuthentication.NONE;
  }

  /**
   * Makes the method of a secret in a header.
   *
   * @param secret the secret
   * @return the method {@code client_secret_basic}
   */
  static ClientAuthentication secretBasic(String secret) {
    return new BuiltInAuthentication.Basic(secret);
  }

  /**
   * Makes the method of a secret in the body.
   *
   * @param secret the secret
   * @return the method {@code client_secret_post}
   */
  static ClientAuthentication secretPost(String secret) {
    return new BuiltInAuthentication.Post(secret);
  }
}
