/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.netty.NettyHttpServer;
import dev.mcp4j.netty.NettyOptions;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.auth.AccessToken;
import dev.mcp4j.server.auth.InvalidTokenException;
import dev.mcp4j.server.auth.ResourceServer;
import dev.mcp4j.server.transport.HttpOptions;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.node.JsonNodeFactory;

/** B2, B4: a server is protected the same way whatever engine serves it. */
@Timeout(60)
class NettyAuthorizationTest {
  private static final String RESOURCE = "https://mcp.example.com/mcp";
  private static final String ISSUER = "https://id.example.com";

  private final Queue<String> threads = new ConcurrentLinkedQueue<>();
  private final McpServer server =
      McpServer.named("who", "1")
          .tool("who", tool -> tool.handle((none, call) -> "I am " + call.caller().principal()))
          .build();
  private HttpServerHandle http;

  @BeforeEach
  void start() {
    ResourceServer protection =
        ResourceServer.builder(RESOURCE, this::verify).authorizationServer(ISSUER).build();
    HttpOptions options = HttpOptions.builder(0).authorization(protection).build();
    http =
        NettyHttpServer.serve(NettyOptions.builder(options).build(), server.httpEndpoint(options));
  }

  @AfterEach
  void stop() {
    http.close();
    server.close();
  }

  private AccessToken verify(String token) throws InvalidTokenException {
    threads.add(Thread.currentThread().getName());
    if (!token.equals("good")) {
      throw new InvalidTokenException("The token is not known");
    }
    return AccessToken.of(
        new JsonObject(
            JsonNodeFactory.instance
                .objectNode()
                .put("iss", ISSUER)
                .put("sub", "ada")
                .put("aud", RESOURCE)));
  }

  private HttpResponse<String> post(String query, String authorization) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(http.uri() + query))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(BodyPublishers.ofString("{}"));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void goodTokenIsLetIn() {
    var options =
        dev.mcp4j.client.transport.HttpOptions.builder(http.uri())
            .customizer((request, message) -> request.header("Authorization", "Bearer good"))
            .build();
    try (McpClient client = McpClient.builder().http(options).build()) {
      assertThat(client.call("who").as(String.class)).isEqualTo("I am ada");
    }
    assertThat(threads).isNotEmpty().noneMatch(name -> name.contains("netty"));
  }

  @Test
  void othersAreToldWhereToGetOne() throws Exception {
    HttpResponse<String> none = post("", "");
    HttpResponse<String> bad = post("", "Bearer bad");
    HttpResponse<String> inUrl = post("?access_token=good", "");

    assertThat(none.statusCode()).isEqualTo(401);
    assertThat(none.headers().firstValue("WWW-Authenticate").orElse(""))
        .contains("/.well-known/oauth-protected-resource/mcp");
    assertThat(bad.statusCode()).isEqualTo(401);
    assertThat(inUrl.statusCode()).isEqualTo(400);
  }
}
