/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.contract;

import dev.mcp4j.client.auth.ClientMetadata;
import dev.mcp4j.client.auth.OAuthAuthorizer;
import dev.mcp4j.client.auth.RegisteredClient;
import dev.mcp4j.client.auth.UserAgent;
import java.net.URI;
import tools.jackson.databind.JsonNode;

/** Signs the client in as the suite says: without a user, by the redirects of the server. */
final class SignIn {
  /** Nobody listens there, since nobody follows the last redirect. */
  private static final String REDIRECT_URI = "http://localhost:3000/callback";

  private SignIn() {}

  static OAuthAuthorizer at(URI server, JsonNode authorization) {
    OAuthAuthorizer.Builder builder =
        OAuthAuthorizer.builder(server)
            .userAgent(UserAgent.headless(REDIRECT_URI))
            .registration(ClientMetadata.ofNative("mcp4j contract client"));
    JsonNode client = authorization.path("client");
    if (client.isObject()) {
      builder.client(
          RegisteredClient.of(
              client.path("issuer").stringValue(""), client.path("client_id").stringValue("")));
    }
    if (authorization.has("document")) {
      builder.clientIdDocument(authorization.path("document").stringValue(""));
    }
    return builder.build();
  }
}
