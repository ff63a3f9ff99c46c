/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Proves with each request that its sender holds a key, so that a token alone is of no use to
 * others. Token requests are proved as well as requests to the MCP server. Safe for use by several
 * threads.
 */
public interface RequestProof {
  /**
   * Names the type of the tokens that are bound to the key, which is also their authentication
   * scheme.
   *
   * @return the type, such as {@code DPoP}
   */
  String tokenType();

  /**
   * Makes a new proof.
   *
   * @param request what is to be proved
   * @return the headers to send, beside {@code Authorization}
   */
  Map<String, String> headers(Target request);

  /**
   * Takes note of a response, for example of a nonce in it. Must not block.
   *
   * @param request what was proved
   * @param status the status of the response
   * @param headers its headers
   * @param error the error code: that of the body of a token endpoint, or that of a challenge with
   *     the scheme of the tokens; null if there is none
   * @return whether another proof may succeed where this one failed; the request is then sent once
   *     more
   */
  boolean answered(Target request, int status, HttpHeaders headers, @Nullable String error);

  /**
   * Tells whether to use a token that is not bound to the key.
   *
   * @return false unless overridden: such a token is an error
   */
  default boolean acceptsBearer() {
    return false;
  }

  /**
   * A request that is to be proved. Its text form holds no secrets.
   *
   * @param method the method of HTTP
   * @param uri where it goes, with its query
   * @param accessToken the token it carries; null at a token endpoint
   * @param server the metadata of the authorization server; null at an MCP server
   */
  record Target(
      String method,
      URI uri,
      @Nullable String accessToken,
      @Nullable AuthorizationServerMetadata server) {
    @Override
    public String toString() {
      return method + " " + uri.getHost() + uri.getPath();
    }
  }
}
