/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.auth;

import com.sun.net.httpserver.HttpExchange;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpOptions;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An MCP server on the loopback interface that takes requests only with a token of its
 * authorization server. It guards the door in front of a server that knows nothing of it.
 *
 * <p>Settings may be changed while it runs. Safe for use by several threads.
 */
public final class TestProtectedServer implements AutoCloseable {
  /** Where the metadata of the resource is. */
  public enum MetadataPlace {
    /** At the well-known place for the path of the endpoint. */
    AT_PATH,
    /** At the well-known place for the whole origin. */
    AT_ROOT,
    /** At a place that only the challenge tells. */
    ELSEWHERE,
    /** Nowhere. */
    NONE
  }

  private static final String ENDPOINT = "/mcp";
  private static final String WELL_KNOWN = "/.well-known/oauth-protected-resource";
  private static final String ELSEWHERE = "/custom/metadata.json";

  /** Headers that belong to a connection and not to a message. */
  private static final Set<String> HOP =
      Set.of(
          "connection", "content-length", "host", "transfer-encoding", "upgrade", "http2-settings");

  private final McpServer inner;
  private final HttpServerHandle handle;
  private final HttpClient client = HttpClient.newHttpClient();
  private final LocalServer server;
  private final Set<AuthFault> faults = ConcurrentHashMap.newKeySet();
  private final Map<String, Set<String>> toolScopes = new ConcurrentHashMap<>();
  private volatile TestAuthorizationServer authorizationServer;
  private volatile MetadataPlace place = MetadataPlace.AT_PATH;
  private volatile boolean advertised = true;
  private volatile String scheme = "Bearer";
  private volatile @Nullable String challengedScope;
  private volatile @Nullable List<String> scopes;

  private TestProtectedServer(McpServer inner, TestAuthorizationServer authorizationServer) {
    this.inner = inner;
    this.authorizationServer = authorizationServer;
    handle = inner.serveHttp(HttpOptions.builder(0).build());
    server = new LocalServer(this::handle);
  }

  /**
   * Starts a server.
   *
   * @param inner what is to be protected; closed with the server
   * @param authorizationServer whose tokens it takes; not closed with the server
   * @return the server
   */
  public static TestProtectedServer start(
      McpServer inner, TestAuthorizationServer authorizationServer) {
    return new TestProtectedServer(inner, authorizationServer);
  }

  /**
   * Returns where clients find it.
   *
   * @return the endpoint
   */
  public URI uri() {
    return server.uri().resolve(ENDPOINT);
  }

  /**
   * Returns what it was asked so far, oldest first.
   *
   * @return the requests
   */
  public List<AuthRequest> requests() {
    return server.requests();
  }

  /**
   * Takes tokens of another authorization server from now on, and no others.
   *
   * @param other the server
   * @return this server
   */
  public TestProtectedServer moveTo(TestAuthorizationServer other) {
    authorizationServer = other;
    return this;
  }

  /**
   * Sets where the metadata is.
   *
   * @param place the place
   * @param advertised whether the challenge tells it
   * @return this server
   */
  public TestProtectedServer metadataAt(MetadataPlace place, boolean advertised) {
    this.place = place;
    this.advertised = advertised;
    return this;
  }

  /**
   * Sets the scheme of the challenge.
   *
   * @param scheme {@code Bearer} unless set
   * @return this server
   */
  public TestProtectedServer scheme(String scheme) {
    this.scheme = scheme;
    return this;
  }

  /**
   * Sets what the metadata says about scopes.
   *
   * @param scopes the scopes; none to say nothing
   * @return this server
   */
  public TestProtectedServer scopesSupported(String... scopes) {
    this.scopes = scopes.length == 0 ? null : List.of(scopes);
    return this;
  }

  /**
   * Sets the scope in the challenge of status 401.
   *
   * @param scope the scopes with spaces between; null for none
   * @return this server
   */
  public TestProtectedServer challengedScope(@Nullable String scope) {
    challengedScope = scope;
    return this;
  }

  /**
   * Sets which scopes a tool needs.
   *
   * @param tool its name
   * @param scopes all that are needed
   * @return this server
   */
  public TestProtectedServer toolScopes(String tool, String... scopes) {
    toolScopes.put(tool, new LinkedHashSet<>(Arrays.asList(scopes)));
    return this;
  }

  /**
   * Sets what it does wrong from now on.
   *
   * @param faults none to keep all the rules
   * @return this server
   */
  public TestProtectedServer faults(AuthFault... faults) {
    this.faults.clear();
    this.faults.addAll(List.of(faults));
    return this;
  }

  /** Stops the server and the one behind it. */
  @Override
  public void close() {
    server.close();
    handle.close();
    inner.close();
  }

  private String resource() {
    if (faults.contains(AuthFault.OTHER_RESOURCE)) {
      return "https://evil.example.com/mcp";
    }
    return place == MetadataPlace.AT_ROOT ? server.uri().toString() : uri().toString();
  }

  private void handle(AuthRequest request, HttpExchange exchange) throws IOException {
    if (request.path().equals(metadataPath())) {
      LocalServer.json(exchange, 200, metadata());
    } else if (!request.path().equals(ENDPOINT)) {
      LocalServer.text(exchange, 404, "text/plain", "not found");
    } else {
      guard(request, exchange);
    }
  }

  private String metadataPath() {
    return switch (place) {
      case AT_PATH -> WELL_KNOWN + ENDPOINT;
      case AT_ROOT -> WELL_KNOWN;
      case ELSEWHERE -> ELSEWHERE;
      case NONE -> "";
    };
  }

  private ObjectNode metadata() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("resource", resource());
    if (!faults.contains(AuthFault.NO_AUTHORIZATION_SERVERS)) {
      json.putArray("authorization_servers").add(authorizationServer.issuer());
    }
    List<String> supported = scopes;
    if (supported != null) {
      supported.forEach(json.putArray("scopes_supported")::add);
    }
    return json;
  }

  private void guard(AuthRequest request, HttpExchange exchange) throws IOException {
    String header = request.header("authorization");
    String token = header != null && header.startsWith("Bearer ") ? header.substring(7) : "";
    Set<String> granted =
        faults.contains(AuthFault.EVERY_TOKEN_REFUSED)
            ? null
            : authorizationServer.scopesOf(token, resource());
    if (granted == null) {
      String scope = challengedScope;
      refuse(exchange, 401, scope == null ? List.of() : List.of("scope=\"" + scope + "\""));
      return;
    }
    Set<String> needed = needed(request);
    if (granted.containsAll(needed) && !faults.contains(AuthFault.SCOPE_NEVER_ENOUGH)) {
      forward(request, exchange);
    } else {
      refuse(
          exchange,
          403,
          List.of("error=\"insufficient_scope\"", "scope=\"" + String.join(" ", needed) + "\""));
    }
  }

  private Set<String> needed(AuthRequest request) {
    if (faults.contains(AuthFault.SCOPE_NEVER_ENOUGH)) {
      return Set.of("more");
    }
    for (Map.Entry<String, Set<String>> tool : toolScopes.entrySet()) {
      boolean called =
          request.body().contains("\"tools/call\"")
              && request.body().contains("\"name\":\"" + tool.getKey() + "\"");
      if (called) {
        return tool.getValue();
      }
    }
    return Set.of();
  }

  private void refuse(HttpExchange exchange, int status, List<String> parameters)
      throws IOException {
    StringBuilder challenge = new StringBuilder(scheme).append(" realm=\"test, or not\"");
    parameters.forEach(parameter -> challenge.append(", ").append(parameter));
    if (advertised) {
      challenge.append(", resource_metadata=\"").append(server.uri()).append(metadataPath());
      challenge.append('"');
    }
    exchange.getResponseHeaders().set("WWW-Authenticate", challenge.toString());
    LocalServer.text(exchange, status, "text/plain", "refused");
  }

  private void forward(AuthRequest request, HttpExchange exchange) throws IOException {
    HttpRequest.Builder forwarded =
        HttpRequest.newBuilder(handle.uri())
            .version(HttpClient.Version.HTTP_1_1)
            .method(request.method(), HttpRequest.BodyPublishers.ofString(request.body()));
    request.headers().forEach((name, value) -> copy(forwarded, name, value));
    try {
      HttpResponse<InputStream> response =
          client.send(forwarded.build(), HttpResponse.BodyHandlers.ofInputStream());
      response
          .headers()
          .map()
          .forEach(
              (name, values) -> {
                if (!HOP.contains(name.toLowerCase(Locale.ROOT))) {
                  exchange.getResponseHeaders().put(name, values);
                }
              });
      exchange.sendResponseHeaders(response.statusCode(), 0);
      try (InputStream body = response.body()) {
        relay(body, exchange);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void copy(HttpRequest.Builder to, String name, String value) {
    if (!HOP.contains(name) && !name.equals("authorization")) {
      to.setHeader(name, value);
    }
  }

  /** Hands every piece on at once: events must not wait for those that follow. */
  private static void relay(InputStream from, HttpExchange to) throws IOException {
    byte[] buffer = new byte[8 * 1024];
    int length;
    while ((length = from.read(buffer)) >= 0) {
      to.getResponseBody().write(buffer, 0, length);
      to.getResponseBody().flush();
    }
  }
}
