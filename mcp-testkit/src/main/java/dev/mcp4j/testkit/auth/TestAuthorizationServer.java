/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.auth;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An authorization server on the loopback interface. It signs everybody in at once, checks what
 * clients send as a strict server does, and records it.
 *
 * <p>Settings may be changed while it runs. Safe for use by several threads.
 */
public final class TestAuthorizationServer implements AutoCloseable {
  /** Where the metadata is. */
  public enum MetadataPlace {
    /** Where RFC 8414 has it. */
    OAUTH,
    /** Where OpenID Connect has it, with the path of the issuer at the end. */
    OPENID_INSERTED,
    /** Where OpenID Connect has it, with the path of the issuer at the beginning. */
    OPENID_APPENDED,
    /** Nowhere. */
    NONE
  }

  private static final String WELL_KNOWN = "/.well-known/";

  private final LocalServer server = new LocalServer(this::handle);
  private final TokenIssuer issuer = new TokenIssuer(this);
  private final Set<AuthFault> faults = ConcurrentHashMap.newKeySet();
  private final Map<String, String> clients = new ConcurrentHashMap<>();
  private volatile String path = "";
  private volatile MetadataPlace place = MetadataPlace.OAUTH;
  private volatile @Nullable List<String> scopes;
  private volatile List<String> methods = List.of("none");
  private volatile boolean registration = true;
  private volatile boolean documents;
  private volatile boolean refreshTokens;
  private volatile Duration lifetime = Duration.ofHours(1);

  private TestAuthorizationServer() {}

  /**
   * Starts a server that keeps all the rules: public clients, dynamic registration, no refresh
   * tokens.
   *
   * @return the server
   */
  public static TestAuthorizationServer start() {
    return new TestAuthorizationServer();
  }

  /**
   * Returns its identifier.
   *
   * @return the issuer
   */
  public String issuer() {
    return server.uri() + path;
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
   * Returns what it was asked at one of its endpoints, oldest first.
   *
   * @param endpoint {@code /authorize}, {@code /token} or {@code /register}
   * @return the requests
   */
  public List<AuthRequest> requests(String endpoint) {
    return requests().stream().filter(request -> request.path().equals(path + endpoint)).toList();
  }

  /**
   * Puts the server and its issuer under a path.
   *
   * @param path begins with a slash and does not end with one
   * @return this server
   */
  public TestAuthorizationServer path(String path) {
    this.path = path;
    return this;
  }

  /**
   * Sets where the metadata is.
   *
   * @param place the place
   * @return this server
   */
  public TestAuthorizationServer metadataAt(MetadataPlace place) {
    this.place = place;
    return this;
  }

  /**
   * Sets what the metadata says about scopes.
   *
   * @param scopes the scopes; none to say nothing
   * @return this server
   */
  public TestAuthorizationServer scopesSupported(String... scopes) {
    this.scopes = scopes.length == 0 ? null : List.of(scopes);
    return this;
  }

  /**
   * Sets how clients can authenticate.
   *
   * @param methods such as {@code client_secret_basic}
   * @return this server
   */
  public TestAuthorizationServer authenticationMethods(String... methods) {
    this.methods = List.of(methods);
    return this;
  }

  /**
   * Sets whether clients can register.
   *
   * @param possible true unless set
   * @return this server
   */
  public TestAuthorizationServer registration(boolean possible) {
    registration = possible;
    return this;
  }

  /**
   * Sets whether clients can be known by a document. Documents are not fetched.
   *
   * @param supported false unless set
   * @return this server
   */
  public TestAuthorizationServer clientIdDocuments(boolean supported) {
    documents = supported;
    return this;
  }

  /**
   * Adds a client.
   *
   * @param clientId its id
   * @param secret its secret, empty for a public client
   * @return this server
   */
  public TestAuthorizationServer client(String clientId, String secret) {
    clients.put(clientId, secret);
    return this;
  }

  /**
   * Sets whether to issue refresh tokens, each of which can be used once.
   *
   * @param issued false unless set
   * @return this server
   */
  public TestAuthorizationServer refreshTokens(boolean issued) {
    refreshTokens = issued;
    return this;
  }

  /**
   * Sets how long access tokens are valid by their own account. They do not end by themselves:
   * {@link #revokeTokens} ends them.
   *
   * @param lifetime one hour unless set
   * @return this server
   */
  public TestAuthorizationServer tokenLifetime(Duration lifetime) {
    this.lifetime = lifetime;
    return this;
  }

  /**
   * Sets what it does wrong from now on.
   *
   * @param faults none to keep all the rules
   * @return this server
   */
  public TestAuthorizationServer faults(AuthFault... faults) {
    this.faults.clear();
    this.faults.addAll(List.of(faults));
    return this;
  }

  /** Makes every access token invalid. Refresh tokens stay valid. */
  public void revokeTokens() {
    issuer.revoke();
  }

  /**
   * Returns every secret that it gave away or was given: tokens, codes, verifiers, client secrets.
   *
   * @return the secrets
   */
  public List<String> secrets() {
    List<String> secrets = new ArrayList<>(issuer.secrets());
    clients.values().stream().filter(secret -> !secret.isEmpty()).forEach(secrets::add);
    requests("/token").stream()
        .map(request -> request.parameter("code_verifier"))
        .filter(Objects::nonNull)
        .forEach(secrets::add);
    return secrets;
  }

  /** Stops the server. */
  @Override
  public void close() {
    server.close();
  }

  /** The scopes of a token; null if it is not valid for the resource. */
  @Nullable Set<String> scopesOf(String token, String resource) {
    return issuer.scopesOf(token, resource);
  }

  boolean has(AuthFault fault) {
    return faults.contains(fault);
  }

  boolean issuesRefreshTokens() {
    return refreshTokens;
  }

  Duration lifetime() {
    return lifetime;
  }

  List<String> methods() {
    return methods;
  }

  /** The secret of a client, empty for a public one; null if the client is unknown. */
  @Nullable String secretOf(String clientId) {
    return documents && clientId.startsWith("https://") ? "" : clients.get(clientId);
  }

  void register(String clientId, String secret) {
    clients.put(clientId, secret);
  }

  private void handle(AuthRequest request, HttpExchange exchange) throws IOException {
    if (request.path().equals(metadataPath())) {
      metadata(exchange);
    } else if (request.path().equals(path + "/authorize")) {
      issuer.authorize(request, exchange);
    } else if (request.path().equals(path + "/token")) {
      issuer.token(request, exchange);
    } else if (request.path().equals(path + "/register") && registration) {
      issuer.register(request, exchange);
    } else {
      LocalServer.text(exchange, 404, "text/plain", "not found");
    }
  }

  private String metadataPath() {
    return switch (place) {
      case OAUTH -> WELL_KNOWN + "oauth-authorization-server" + path;
      case OPENID_INSERTED -> WELL_KNOWN + "openid-configuration" + path;
      case OPENID_APPENDED -> path + WELL_KNOWN + "openid-configuration";
      case NONE -> "";
    };
  }

  private void metadata(HttpExchange exchange) throws IOException {
    if (has(AuthFault.ENDLESS_REDIRECTS)) {
      LocalServer.redirect(exchange, server.uri() + metadataPath());
    } else if (has(AuthFault.REDIRECT_TO_PRIVATE_NETWORK)) {
      LocalServer.redirect(exchange, "https://192.168.1.1/metadata");
    } else {
      LocalServer.json(exchange, 200, metadata());
    }
  }

  private ObjectNode metadata() {
    URI base = URI.create(issuer());
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put(
        "issuer",
        has(AuthFault.METADATA_OF_OTHER_ISSUER) ? "https://attacker.example.com" : issuer());
    json.put(
        "authorization_endpoint",
        has(AuthFault.SCRIPT_AS_AUTHORIZATION_ENDPOINT)
            ? "javascript:alert(1)"
            : base + "/authorize");
    json.put(
        "token_endpoint",
        has(AuthFault.PRIVATE_TOKEN_ENDPOINT) ? "https://10.0.0.1/token" : base + "/token");
    if (registration) {
      json.put("registration_endpoint", base + "/register");
    }
    if (!has(AuthFault.NO_CODE_CHALLENGE_METHODS)) {
      json.putArray("code_challenge_methods_supported").add("S256");
    }
    List<String> supported = scopes;
    if (supported != null) {
      supported.forEach(json.putArray("scopes_supported")::add);
    }
    methods.forEach(json.putArray("token_endpoint_auth_methods_supported")::add);
    json.put("client_id_metadata_document_supported", documents);
    json.put("authorization_response_iss_parameter_supported", advertisesIssuer());
    if (has(AuthFault.OVERSIZED_METADATA)) {
      json.put("padding", "x".repeat(2 << 20));
    }
    return json;
  }

  private boolean advertisesIssuer() {
    return EnumSet.of(AuthFault.ISSUER_NOT_ADVERTISED, AuthFault.ISSUER_UNEXPECTED).stream()
        .noneMatch(this::has);
  }
}
