/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import dev.mcp4j.api.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an authorization server says about itself.
 *
 * <p>Specification: RFC 8414, and OpenID Connect Discovery 1.0.
 *
 * @param issuer the identifier of the server, as it was received; compared as a string, never as a
 *     URI
 * @param members the whole document
 */
public record AuthorizationServerMetadata(String issuer, JsonObject members) {
  /**
   * Checks the components.
   *
   * @param issuer not null
   * @param members not null
   */
  public AuthorizationServerMetadata {
    Objects.requireNonNull(issuer, "issuer");
    Objects.requireNonNull(members, "members");
  }

  /**
   * Returns where tokens are requested.
   *
   * @return the URL
   * @throws AuthorizationException if the document names none, or no absolute URL
   */
  public URI tokenEndpoint() {
    return endpoint("token_endpoint");
  }

  /**
   * Returns an endpoint.
   *
   * @param name the member that holds it, such as {@code authorization_endpoint}
   * @return the URL
   * @throws AuthorizationException if the document names none, or no absolute URL
   */
  public URI endpoint(String name) {
    String url = Members.string(members, name);
    if (url == null) {
      throw new AuthorizationException(
          "expected %s in the metadata of %s, found none".formatted(name, issuer));
    }
    try {
      URI uri = URI.create(url);
      if (uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // Reported below, like every other text that is no absolute URL.
    }
    throw new AuthorizationException(
        "expected an absolute URL as %s in the metadata of %s".formatted(name, issuer));
  }

  /**
   * Tells whether a member is there and not null.
   *
   * @param name the member
   * @return whether it is there
   */
  public boolean has(String name) {
    return members.get(name) != null && !Objects.requireNonNull(members.get(name)).isNull();
  }

  /**
   * Tells whether a member is true.
   *
   * @param name the member, such as {@code client_id_metadata_document_supported}
   * @return false if it is missing
   */
  public boolean isTrue(String name) {
    return Members.isTrue(members, name);
  }

  /**
   * Returns a list of strings.
   *
   * @param name the member, such as {@code dpop_signing_alg_values_supported}
   * @return the strings, or null if the member is missing or no array
   */
  public @Nullable List<String> strings(String name) {
    return Members.strings(members, name);
  }
}
