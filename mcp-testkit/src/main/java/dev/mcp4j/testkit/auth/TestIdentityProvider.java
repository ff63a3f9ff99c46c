/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.auth;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The identity provider of an organization, on the loopback interface, for enterprise-managed
 * authorization: it turns the sign-in of a user into an assertion (ID-JAG) for an authorization
 * server. It checks what clients send as a strict provider does, and records it.
 *
 * <p>Its metadata leads to its keys, so whoever trusts it needs no more than its issuer.
 *
 * <p>Settings may be changed while it runs. Safe for use by several threads.
 *
 * <p>Extension {@code io.modelcontextprotocol/enterprise-managed-authorization}.
 */
public final class TestIdentityProvider implements AutoCloseable {
  private static final String OAUTH = "urn:ietf:params:oauth:";
  private static final String ID_JAG = OAUTH + "token-type:id-jag";
  private static final String ID_TOKEN = OAUTH + "token-type:id_token";
  private static final String REFRESH_TOKEN = OAUTH + "token-type:refresh_token";
  private static final long LIFETIME = 300;
  private static final long DAY = 86_400;
  private static final String OTHER = "https://other.example.com";

  private final LocalServer server = new LocalServer(this::handle);
  private final JwtSigner signer = new JwtSigner("provider-1");
  private final JwtSigner unpublished = new JwtSigner("provider-1");
  private final AtomicInteger count = new AtomicInteger();
  private final Map<String, String> secrets = new ConcurrentHashMap<>();
  private final Map<Target, String> targets = new ConcurrentHashMap<>();
  private final Map<String, String> signIns = new ConcurrentHashMap<>();
  private final List<String> issued = new CopyOnWriteArrayList<>();
  private final Set<IdentityFault> faults = ConcurrentHashMap.newKeySet();
  private volatile Clock clock = Clock.systemUTC();

  /** An MCP server, and the authorization server that issues its tokens. */
  private record Target(String audience, String resource) {}

  private TestIdentityProvider() {}

  /**
   * Starts a provider that keeps all the rules, and knows nobody yet.
   *
   * @return the provider
   */
  public static TestIdentityProvider start() {
    return new TestIdentityProvider();
  }

  /**
   * Returns its identifier.
   *
   * @return the issuer
   */
  public String issuer() {
    return server.uri().toString();
  }

  /**
   * Returns where sign-ins are exchanged for assertions.
   *
   * @return its token endpoint
   */
  public URI tokenEndpoint() {
    return server.uri().resolve("/token");
  }

  /**
   * Adds a client that may exchange sign-ins.
   *
   * @param clientId its id here
   * @param secret its secret
   * @return this provider
   */
  public TestIdentityProvider client(String clientId, String secret) {
    secrets.put(clientId, secret);
    return this;
  }

  /**
   * Adds an MCP server that users may use.
   *
   * @param audience the issuer of its authorization server
   * @param resource its resource identifier
   * @param clientId the id that the client has at that authorization server
   * @return this provider
   */
  public TestIdentityProvider target(String audience, String resource, String clientId) {
    targets.put(new Target(audience, resource), clientId);
    return this;
  }

  /**
   * Sets the clock that assertions are dated by.
   *
   * @param clock the clock; the one of the system unless set
   * @return this provider
   */
  public TestIdentityProvider clock(Clock clock) {
    this.clock = clock;
    return this;
  }

  /**
   * Sets what it does wrong from now on.
   *
   * @param faults none to keep all the rules
   * @return this provider
   */
  public TestIdentityProvider faults(IdentityFault... faults) {
    this.faults.clear();
    this.faults.addAll(List.of(faults));
    return this;
  }

  /**
   * Signs a user in.
   *
   * @param subject the user
   * @return an ID token, which can be exchanged any number of times
   */
  public String signIn(String subject) {
    long now = clock.instant().getEpochSecond();
    ObjectNode claims =
        object()
            .put("iss", issuer())
            .put("sub", subject)
            .put("aud", "sign-in")
            .put("iat", now)
            .put("exp", now + LIFETIME)
            .put("jti", "sign-in-" + count.incrementAndGet());
    String token = signer.sign("JWT", claims);
    issued.add(token);
    signIns.put(token, subject);
    return token;
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
   * Returns every secret that it gave away or was given: ID tokens, assertions, client secrets.
   *
   * @return the secrets
   */
  public List<String> secrets() {
    List<String> all = new ArrayList<>(issued);
    all.addAll(secrets.values());
    return all;
  }

  /** Stops the provider. */
  @Override
  public void close() {
    server.close();
  }

  private void handle(AuthRequest request, HttpExchange exchange) throws IOException {
    switch (request.path()) {
      case "/.well-known/openid-configuration" -> LocalServer.json(exchange, 200, metadata());
      case "/jwks" -> {
        ObjectNode keys = object();
        keys.putArray("keys").add(signer.jwk());
        LocalServer.json(exchange, 200, keys);
      }
      case "/token" -> exchange(request, exchange);
      default -> LocalServer.text(exchange, 404, "text/plain", "not found");
    }
  }

  private ObjectNode metadata() {
    ObjectNode metadata =
        object()
            .put("issuer", issuer())
            .put("authorization_endpoint", issuer() + "/authorize")
            .put("token_endpoint", tokenEndpoint().toString())
            .put("jwks_uri", issuer() + "/jwks");
    metadata.putArray("grant_types_supported").add(OAUTH + "grant-type:token-exchange");
    metadata.putArray("response_types_supported").add("code");
    metadata.putArray("subject_types_supported").add("public");
    metadata.putArray("id_token_signing_alg_values_supported").add("ES256");
    return metadata;
  }

  private void exchange(AuthRequest request, HttpExchange exchange) throws IOException {
    PresentedClient client = PresentedClient.of(request);
    if (client.secret().isEmpty() || !client.secret().equals(secrets.get(client.id()))) {
      refuse(exchange, 401, "invalid_client", "the client is not authenticated");
      return;
    }
    String subject = subject(request);
    if (subject == null || has(IdentityFault.EXCHANGE_REFUSED)) {
      refuse(exchange, 400, "invalid_grant", "refused: " + request.parameter("subject_token"));
      return;
    }
    Target target =
        new Target(
            request.parameters().getOrDefault("audience", ""),
            request.parameters().getOrDefault("resource", ""));
    String clientId = targets.get(target);
    if (clientId == null) {
      refuse(exchange, 400, "invalid_target", "there is no such server for the users");
      return;
    }
    String assertion = assertion(subject, target, clientId, request.parameter("scope"));
    issued.add(assertion);
    LocalServer.json(
        exchange,
        200,
        object()
            .put("access_token", assertion)
            .put(
                "issued_token_type",
                has(IdentityFault.OTHER_ISSUED_TYPE) ? OAUTH + "token-type:access_token" : ID_JAG)
            .put("token_type", has(IdentityFault.BEARER_TOKEN_TYPE) ? "Bearer" : "N_A")
            .put("expires_in", LIFETIME));
  }

  /** The user whose sign-in is to be exchanged; null if the request is not in order. */
  private @Nullable String subject(AuthRequest request) {
    Map<String, String> sent = request.parameters();
    boolean inOrder =
        sent.getOrDefault("grant_type", "").equals(OAUTH + "grant-type:token-exchange")
            && sent.getOrDefault("requested_token_type", "").equals(ID_JAG)
            && Set.of(ID_TOKEN, REFRESH_TOKEN)
                .contains(sent.getOrDefault("subject_token_type", ""));
    return inOrder ? signIns.get(sent.getOrDefault("subject_token", "")) : null;
  }

  private String assertion(String subject, Target target, String clientId, @Nullable String scope) {
    long begin = clock.instant().getEpochSecond() - (has(IdentityFault.EXPIRED) ? 2 * LIFETIME : 0);
    ObjectNode claims =
        object()
            .put("iss", has(IdentityFault.OTHER_ISSUER) ? OTHER : issuer())
            .put("sub", subject)
            .put("aud", has(IdentityFault.OTHER_AUDIENCE) ? OTHER : target.audience())
            .put("resource", has(IdentityFault.OTHER_RESOURCE) ? OTHER : target.resource())
            .put("client_id", has(IdentityFault.OTHER_CLIENT) ? "other" : clientId)
            .put("iat", begin)
            .put("exp", begin + (has(IdentityFault.LIVES_TOO_LONG) ? DAY : LIFETIME));
    if (scope != null) {
      claims.put("scope", scope);
    }
    if (!has(IdentityFault.NO_ID)) {
      int number = has(IdentityFault.SAME_ID) ? 0 : count.incrementAndGet();
      claims.put("jti", issuer() + "/assertion-" + number);
    }
    String type = has(IdentityFault.PLAIN_JWT_TYPE) ? "JWT" : "oauth-id-jag+jwt";
    if (has(IdentityFault.UNSIGNED)) {
      return signer.unsigned(type, claims);
    }
    return (has(IdentityFault.UNPUBLISHED_KEY) ? unpublished : signer).sign(type, claims);
  }

  private boolean has(IdentityFault fault) {
    return faults.contains(fault);
  }

  private static void refuse(HttpExchange exchange, int status, String code, String description)
      throws IOException {
    LocalServer.json(
        exchange, status, object().put("error", code).put("error_description", description));
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
