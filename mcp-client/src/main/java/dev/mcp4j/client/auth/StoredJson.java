/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.client.auth.FileTokenStore.Content;
import dev.mcp4j.client.auth.TokenStore.Registration;
import dev.mcp4j.client.auth.TokenStore.TokenKey;
import dev.mcp4j.client.auth.TokenStore.Tokens;
import dev.mcp4j.jsonrpc.json.McpJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The content of a file of tokens as JSON. */
final class StoredJson {
  private StoredJson() {}

  static Content read(byte @Nullable [] bytes) {
    Content content = Content.empty();
    if (bytes == null) {
      return content;
    }
    JsonObject json = McpJson.read(JsonObject.class, bytes);
    for (JsonNode entry : array(json, "tokens")) {
      JsonObject object = new JsonObject((ObjectNode) entry);
      content.tokens().put(key(object), tokens(object));
    }
    for (JsonNode entry : array(json, "registrations")) {
      JsonObject object = new JsonObject((ObjectNode) entry);
      content.registrations().put(required(object, "issuer"), registration(object));
    }
    return content;
  }

  static byte[] write(Content content) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode tokens = json.putArray("tokens");
    for (Map.Entry<TokenKey, Tokens> entry : content.tokens().entrySet()) {
      write(entry.getKey(), entry.getValue(), tokens.addObject());
    }
    ArrayNode registrations = json.putArray("registrations");
    for (Map.Entry<String, Registration> entry : content.registrations().entrySet()) {
      write(entry.getKey(), entry.getValue(), registrations.addObject());
    }
    return McpJson.write(new JsonObject(json));
  }

  private static void write(TokenKey key, Tokens tokens, ObjectNode json) {
    json.put("issuer", key.issuer());
    json.put("clientId", key.clientId());
    json.put("resource", key.resource());
    json.put("user", key.user());
    json.put("accessToken", tokens.accessToken());
    json.put("tokenType", tokens.tokenType());
    put(json, "expiresAt", tokens.expiresAt());
    if (tokens.refreshToken() != null) {
      json.put("refreshToken", tokens.refreshToken());
    }
    ArrayNode scopes = json.putArray("requestedScopes");
    tokens.requestedScopes().forEach(scopes::add);
    json.put("grantId", tokens.grantId());
  }

  private static void write(String issuer, Registration registration, ObjectNode json) {
    json.put("issuer", issuer);
    json.put("clientId", registration.clientId());
    if (registration.clientSecret() != null) {
      json.put("clientSecret", registration.clientSecret());
    }
    put(json, "secretExpiresAt", registration.secretExpiresAt());
    json.put("authenticationMethod", registration.authenticationMethod());
    ArrayNode uris = json.putArray("redirectUris");
    registration.redirectUris().forEach(uris::add);
  }

  private static TokenKey key(JsonObject json) {
    return new TokenKey(
        required(json, "issuer"),
        required(json, "clientId"),
        required(json, "resource"),
        required(json, "user"));
  }

  private static Tokens tokens(JsonObject json) {
    return new Tokens(
        required(json, "accessToken"),
        required(json, "tokenType"),
        instant(json, "expiresAt"),
        Members.string(json, "refreshToken"),
        Scopes.copy(strings(json, "requestedScopes")),
        required(json, "grantId"));
  }

  private static Registration registration(JsonObject json) {
    return new Registration(
        required(json, "clientId"),
        Members.string(json, "clientSecret"),
        instant(json, "secretExpiresAt"),
        required(json, "authenticationMethod"),
        strings(json, "redirectUris"));
  }

  private static void put(ObjectNode json, String name, @Nullable Instant instant) {
    if (instant != null) {
      json.put(name, instant.toString());
    }
  }

  private static @Nullable Instant instant(JsonObject json, String name) {
    String text = Members.string(json, name);
    return text == null ? null : Instant.parse(text);
  }

  private static String required(JsonObject json, String name) {
    return Objects.requireNonNull(Members.string(json, name), name);
  }

  private static List<String> strings(JsonObject json, String name) {
    return Objects.requireNonNull(Members.strings(json, name), name);
  }

  private static JsonNode array(JsonObject json, String name) {
    return Objects.requireNonNull(json.get(name), name);
  }
}
