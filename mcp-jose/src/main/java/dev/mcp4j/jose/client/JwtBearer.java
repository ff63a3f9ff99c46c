/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jose.client;

import dev.mcp4j.client.auth.TokenRequest;

/** The grant of whoever has an assertion. RFC 7523, section 2.1. */
final class JwtBearer {
  private JwtBearer() {}

  static TokenRequest.Builder request(String assertion) {
    return TokenRequest.builder("urn:ietf:params:oauth:grant-type:jwt-bearer")
        .parameter("assertion", assertion);
  }
}
