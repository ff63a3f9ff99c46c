/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/** The methods of client authentication that need no signature. */
final class BuiltInAuthentication {
  static final ClientAuthentication NONE = new None("none", true);
  static final ClientAuthentication ANONYMOUS = new None("none", false);

  private BuiltInAuthentication() {}

  private record None(String method, boolean named) implements ClientAuthentication {
    @Override
    public void authenticate(
        TokenRequest.Builder request, String clientId, AuthorizationServerMetadata server) {
      if (named) {
        request.parameter("client_id", clientId);
      }
    }
  }

  record Basic(String secret) implements ClientAuthentication {
    Basic {
      Objects.requireNonNull(secret, "secret");
    }

    @Override
    public String method() {
      return "client_secret_basic";
    }

    @Override
    public void authenticate(
        TokenRequest.Builder request, String clientId, AuthorizationServerMetadata server) {
      // RFC 6749, section 2.3.1: both are form-encoded before they are joined.
      String pair = TokenRequest.encode(clientId) + ":" + TokenRequest.encode(secret);
      byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
    }

    @Override
    public String toString() {
      return method();
    }
  }

  record Post(String secret) implements ClientAuthentication {
    Post {
      Objects.requireNonNull(secret, "secret");
    }

    @Override
    public String method() {
      return "client_secret_post";
    }

    @Override
    public void authenticate(
        TokenRequest.Builder request, String clientId, AuthorizationServerMetadata server) {
      request.parameter("client_id", clientId).parameter("client_secret", secret);
    }

    @Override
    public String toString() {
      return method();
    }
  }
}
