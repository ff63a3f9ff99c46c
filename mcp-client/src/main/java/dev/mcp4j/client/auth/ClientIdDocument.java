/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.jsonrpc.json.McpJson;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/**
 * A client id metadata document: the URL that it is served at is the client id, so that no
 * authorization server needs to know the client before.
 *
 * <p>Specification: draft-ietf-oauth-client-id-metadata-document-00.
 */
public final class ClientIdDocument {
  private final JsonObject members;

  private ClientIdDocument(JsonObject members) {
    this.members = members;
  }

  /**
   * Makes the document of a public client.
   *
   * @param clientId the URL that it will be served at
   * @param metadata what it says, with redirect URIs
   * @return the document
   * @throws IllegalArgumentException if {@link #problems} finds any
   */
  public static ClientIdDocument of(String clientId, ClientMetadata metadata) {
    return build(clientId, metadata, "none", null);
  }

  /**
   * Makes the document of a client that authenticates with signed assertions.
   *
   * @param clientId the URL that it will be served at
   * @param metadata what it says, with redirect URIs
   * @param jwksUri where its public keys are
   * @return the document
   * @throws IllegalArgumentException if {@link #problems} finds any
   */
  public static ClientIdDocument ofSigning(
      String clientId, ClientMetadata metadata, String jwksUri) {
    return build(clientId, metadata, "private_key_jwt", Objects.requireNonNull(jwksUri, "jwksUri"));
  }

  private static ClientIdDocument build(
      String clientId, ClientMetadata metadata, String method, @Nullable String jwksUri) {
    JsonObject json =
        new JsonObject(JsonNodeFactory.instance.objectNode().put("client_id", clientId));
    json.node().setAll(metadata.toJson(method).node());
    if (jwksUri != null) {
      json = json.with("jwks_uri", StringNode.valueOf(jwksUri));
    }
    List<String> problems = problems(clientId, json);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
    return new ClientIdDocument(json);
  }

  /**
   * Looks for what authorization servers refuse.
   *
   * @param url where the document is served
   * @param document its content
   * @return what is wrong, empty if nothing is
   */
  public static List<String> problems(String url, JsonObject document) {
    List<String> problems = new ArrayList<>();
    String problem = problemOfId(url);
    if (problem != null) {
      problems.add(problem);
    }
    String clientId = Members.string(document, "client_id");
    if (!url.equals(clientId)) {
      problems.add("expected client_id to be %s, was %s".formatted(url, clientId));
    }
    String name = Members.string(document, "client_name");
    if (name == null || name.isBlank()) {
      problems.add("expected a client_name");
    }
    List<String> redirects = Members.strings(document, "redirect_uris");
    if (redirects == null || redirects.isEmpty()) {
      problems.add("expected at least one of redirect_uris");
    } else {
      redirects.stream()
          .filter(uri -> !RedirectUris.isAllowed(uri))
          .forEach(
              uri ->
                  problems.add(
                      "expected https or the loopback interface in redirect_uris, was " + uri));
    }
    if (document.get("client_secret") != null) {
      problems.add("a public document must hold no client_secret");
    }
    String method = Members.string(document, "token_endpoint_auth_method");
    if (method != null && method.startsWith("client_secret")) {
      problems.add("expected none or private_key_jwt as token_endpoint_auth_method, was " + method);
    }
    if ("private_key_jwt".equals(method)
        && document.get("jwks_uri") == null
        && document.get("jwks") == null) {
      problems.add("expected jwks_uri or jwks for private_key_jwt");
    }
    return problems;
  }

  static @Nullable String problemOfId(String url) {
    URI uri;
    try {
      uri = URI.create(url);
    } catch (IllegalArgumentException e) {
      return "expected a URL as client id";
    }
    if (!"https".equals(uri.getScheme()) || uri.getHost() == null) {
      return "expected an https URL as client id, was " + url;
    }
    String path = uri.getRawPath();
    if (path == null || path.isEmpty() || path.equals("/")) {
      return "expected a client id with a path, was " + url;
    }
    List<String> segments = List.of(path.split("/", -1));
    if (uri.getRawFragment() != null
        || uri.getRawUserInfo() != null
        || segments.contains(".")
        || segments.contains("..")) {
      return "expected a client id without credentials, fragment and dots, was " + url;
    }
    return null;
  }

  /**
   * Returns the URL that it is served at.
   *
   * @return the client id
   */
  public String clientId() {
    return Objects.requireNonNull(Members.string(members, "client_id"));
  }

  /**
   * Returns the content.
   *
   * @return the members
   */
  public JsonObject members() {
    return members;
  }

  /**
   * Makes what serves the document with the HTTP server of the JDK. To be reached at the URL of the
   * client id, by way of whatever adds TLS.
   *
   * @return a handler for GET and HEAD
   */
  public HttpHandler handler() {
    byte[] body = McpJson.write(members);
    return exchange -> serve(exchange, body);
  }

  private static void serve(HttpExchange exchange, byte[] body) throws IOException {
    try (exchange) {
      String method = exchange.getRequestMethod();
      if (!method.equals("GET") && !method.equals("HEAD")) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        exchange.sendResponseHeaders(405, -1);
        return;
      }
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.getResponseHeaders().set("Cache-Control", "public, max-age=3600");
      if (method.equals("HEAD")) {
        exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
        exchange.sendResponseHeaders(200, -1);
      } else {
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
      }
    }
  }
}
