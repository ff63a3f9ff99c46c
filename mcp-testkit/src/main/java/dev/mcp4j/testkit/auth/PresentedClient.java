/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.auth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Who a token request says it is from.
 *
 * @param id the id of the client, empty if there is none
 * @param secret its secret, empty if there is none
 * @param method how they were presented, as metadata names it
 */
record PresentedClient(String id, String secret, String method) {
  static PresentedClient of(AuthRequest request) {
    String header = request.header("authorization");
    if (header != null && header.startsWith("Basic ")) {
      byte[] pair = Base64.getDecoder().decode(header.substring(6));
      String[] parts = new String(pair, StandardCharsets.UTF_8).split(":", 2);
      return new PresentedClient(
          LocalServer.decode(parts[0]), LocalServer.decode(parts[1]), "client_secret_basic");
    }
    String id = request.parameters().getOrDefault("client_id", "");
    String secret = request.parameter("client_secret");
    return secret == null
        ? new PresentedClient(id, "", "none")
        : new PresentedClient(id, secret, "client_secret_post");
  }
}
