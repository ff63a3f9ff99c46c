/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.tests.auth;

import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.auth.ClientMetadata;
import dev.mcp4j.client.auth.OAuthAuthorizer;
import dev.mcp4j.client.auth.UserAgent;
import dev.mcp4j.client.transport.HttpOptions;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.testkit.auth.AuthRequest;
import dev.mcp4j.testkit.auth.TestAuthorizationServer;
import dev.mcp4j.testkit.auth.TestProtectedServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** A protected server with two tools, its authorization server, and clients. */
abstract class AuthWorld {
  static final String REVISION = "2026-07-28";
  static final String REDIRECT_URI = "http://localhost:3000/callback";

  final TestAuthorizationServer authorization = TestAuthorizationServer.start();
  final TestProtectedServer server = TestProtectedServer.start(tools(), authorization);
  private final List<AutoCloseable> open = new ArrayList<>();

  private static McpServer tools() {
    return McpServer.named("protected", "1")
        .tool("read", tool -> tool.handle((in, call) -> "read"))
        .tool("write", tool -> tool.handle((in, call) -> "written"))
        .build();
  }

  OAuthAuthorizer.Builder builder() {
    return OAuthAuthorizer.builder(server.uri())
        .registration(ClientMetadata.ofNative("mcp4j tests"))
        .userAgent(UserAgent.headless(REDIRECT_URI));
  }

  McpClient client(OAuthAuthorizer.Builder builder) {
    return client(builder.build(), REVISION);
  }

  McpClient client(OAuthAuthorizer authorizer, String revision) {
    open.add(authorizer);
    HttpOptions options = HttpOptions.builder(server.uri()).authorizer(authorizer).build();
    McpClient client = McpClient.builder().http(options).protocolVersion(revision).build();
    open.add(0, client);
    return client;
  }

  /** Calls a tool with a client that registers and signs in by itself. */
  String call(String tool) {
    return client(builder()).call(tool).as(String.class);
  }

  AuthRequest authorizationRequest() {
    List<AuthRequest> requests = authorization.requests("/authorize");
    return requests.get(requests.size() - 1);
  }

  AuthRequest tokenRequest() {
    List<AuthRequest> requests = authorization.requests("/token");
    return requests.get(requests.size() - 1);
  }

  <T extends AutoCloseable> T closing(T resource) {
    open.add(resource);
    return resource;
  }

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable resource : open) {
      resource.close();
    }
    server.close();
    authorization.close();
  }
}
