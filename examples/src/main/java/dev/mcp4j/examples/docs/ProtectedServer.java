/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.auth.AccessToken;
import dev.mcp4j.server.auth.InsufficientScopeException;
import dev.mcp4j.server.auth.InvalidTokenException;
import dev.mcp4j.server.auth.ResourceServer;
import dev.mcp4j.server.auth.ScopePolicy;
import dev.mcp4j.server.transport.HttpOptions;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;

/** A server that takes access tokens, and tools that need more than others. */
public final class ProtectedServer {
  record Export(String format) {}

  static final ScopePolicy SCOPES =
      // @start region="policy"
      ScopePolicy.hierarchy(
          Map.of(
              "notes.admin", Set.of("notes.write"),
              "notes.write", Set.of("notes.read")));

  // @end region="policy"

  static McpServer create() {
    // @start region="tools"
    return McpServer.named("notes", "1.0.0")
        .scopePolicy(SCOPES)
        .tool("whoami", tool -> tool.handle((none, call) -> "You are " + call.caller().principal()))
        .tool(
            "delete-notes",
            tool -> tool.requireScopes("notes.write").handle((none, call) -> "Deleted."))
        .tool(
            "audit",
            tool ->
                tool.visibleTo(SCOPES.grants("notes.admin")).handle((none, call) -> "All is well."))
        .tool(
            "export",
            tool ->
                tool.input(Export.class)
                    .handle(
                        (export, call) -> {
                          List<String> needed = List.of("notes.export." + export.format());
                          if (!SCOPES.covers(call.caller().scopes(), needed)) {
                            throw new InsufficientScopeException(needed);
                          }
                          return "Exported.";
                        }))
        .build();
    // @end region="tools"
  }

  // @start region="verifier"
  /** Knows two tokens. A real server asks its authorization server, or checks signatures. */
  static AccessToken verify(String token) throws InvalidTokenException {
    Map<String, String> scopes = Map.of("ada", "notes.read", "root", "notes.admin");
    if (!scopes.containsKey(token)) {
      throw new InvalidTokenException("The token is not known");
    }
    return AccessToken.of(
        new JsonObject(
            JsonNodeFactory.instance
                .objectNode()
                .put("iss", "https://id.example.com")
                .put("sub", token)
                .put("aud", "https://notes.example.com/mcp")
                .put("scope", scopes.get(token))));
  }

  // @end region="verifier"

  static HttpOptions options() {
    // @start region="protection"
    ResourceServer protection =
        ResourceServer.builder("https://notes.example.com/mcp", ProtectedServer::verify)
            .authorizationServer("https://id.example.com")
            .requires("notes.read")
            .supports("notes.write", "notes.admin")
            .build();
    return HttpOptions.builder(0).authorization(protection).build();
    // @end region="protection"
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    // So that a slow machine prints the same: every reply is a document.
    HttpOptions options = options().toBuilder().streamAfter(Duration.ofMinutes(1)).build();
    try (McpServer server = create();
        HttpServerHandle http = server.serveHttp(options)) {
      show(call(http.uri(), "", "whoami"));
      show(call(http.uri(), "Bearer guessed", "whoami"));
      show(call(http.uri(), "Bearer ada", "whoami"));
      show(call(http.uri(), "Bearer ada", "delete-notes"));
      show(call(http.uri(), "Bearer root", "delete-notes"));
    }
  }

  private static void show(HttpResponse<String> response) {
    String text = response.body().replaceFirst(".*\"text\":\"([^\"]*)\".*", "$1");
    System.out.println(response.statusCode() + (text.startsWith("{") ? "" : " " + text));
    response.headers().allValues("WWW-Authenticate").stream()
        .map(challenge -> "  " + challenge.replace(", ", ",\n    "))
        .forEach(System.out::println);
  }

  private static HttpResponse<String> call(URI uri, String authorization, String tool)
      throws IOException, InterruptedException {
    String body =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\""
            + tool
            + "\",\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + "\"io.modelcontextprotocol/clientCapabilities\":{}}}}";
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .header("MCP-Protocol-Version", "2026-07-28")
            .header("Mcp-Method", "tools/call")
            .header("Mcp-Name", tool)
            .POST(BodyPublishers.ofString(body));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }
}
