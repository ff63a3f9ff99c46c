/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jose.client;

import dev.mcp4j.client.auth.AuthorizationServerMetadata;

/** Whom an assertion is meant for. */
public enum AssertionAudience {
  /** The issuer identifier of the authorization server, as RFC 7523 is being revised. */
  ISSUER,
  /** The URL of its token endpoint, which older servers expect. */
  TOKEN_ENDPOINT;

  String of(AuthorizationServerMetadata server) {
    return this == ISSUER ? server.issuer() : server.tokenEndpoint().toString();
  }
}
