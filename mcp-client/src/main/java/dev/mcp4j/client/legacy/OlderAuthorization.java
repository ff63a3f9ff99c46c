/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.client.auth.AuthorizationException;
import dev.mcp4j.client.auth.AuthorizationServerMetadata;
import dev.mcp4j.client.auth.MetadataSource;
import dev.mcp4j.client.auth.ServerFallback;
import java.net.URI;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds authorization servers as revision 2025-03-26 did: the MCP server is one itself, with its
 * metadata at the root of its origin, or else with endpoints at fixed paths. To be configured only
 * for servers that are known to be of that revision.
 *
 * <p>Specification 2025-03-26: basic/authorization, Server Metadata Discovery.
 */
public final class OlderAuthorization implements ServerFallback {
  private static final OlderAuthorization INSTANCE = new OlderAuthorization();

  private OlderAuthorization() {}

  /**
   * Returns the fallback.
   *
   * @return the one instance
   */
  public static OlderAuthorization fallback() {
    return INSTANCE;
  }

  @Override
  public AuthorizationServerMetadata find(URI server, MetadataSource documents)
      throws InterruptedException {
    String origin = server.getScheme() + "://" + server.getRawAuthority();
    JsonObject document = documents.get(server.resolve("/.well-known/oauth-authorization-server"));
    if (document == null) {
      return new AuthorizationServerMetadata(origin, defaults(origin));
    }
    JsonNode issuer = document.get("issuer");
    String named = issuer != null && issuer.isString() ? issuer.stringValue() : null;
    if (named == null || !(named.equals(origin) || named.equals(origin + "/"))) {
      throw new AuthorizationException(
          "expected issuer %s in the metadata at its root, found %s".formatted(origin, named));
    }
    return new AuthorizationServerMetadata(named, document);
  }

  private static JsonObject defaults(String origin) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("issuer", origin);
    json.put("authorization_endpoint", origin + "/authorize");
    json.put("token_endpoint", origin + "/token");
    json.put("registration_endpoint", origin + "/register");
    json.putArray("code_challenge_methods_supported").add("S256");
    return new JsonObject(json);
  }
}
