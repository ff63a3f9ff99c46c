/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jose.client;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.client.auth.AuthorizationServerMetadata;
import dev.mcp4j.client.auth.GrantContext;
import dev.mcp4j.client.auth.TokenEndpoints;
import dev.mcp4j.jsonrpc.json.McpJson;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** What grants are asked for in tests. */
final class Contexts {
  static final String ISSUER = "https://id.t.example/";
  static final String RESOURCE = "https://t.example/mcp";

  private Contexts() {}

  /** The metadata of an authorization server; the text is more members, each after a comma. */
  static AuthorizationServerMetadata server(String more) {
    return new AuthorizationServerMetadata(
        ISSUER,
        json(
            "{\"issuer\":\"https://id.t.example/\","
                + "\"token_endpoint\":\"https://id.t.example/token\""
                + more
                + "}"));
  }

  static JsonObject json(String text) {
    return McpJson.read(JsonObject.class, text.getBytes(StandardCharsets.UTF_8));
  }

  static GrantContext context(String more, TokenEndpoints tokens) {
    return new GrantContext(server(more), RESOURCE, Set.of("notes.read"), "app-7", tokens);
  }
}
