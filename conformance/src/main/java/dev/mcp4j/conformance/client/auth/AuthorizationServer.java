/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.auth;

import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.json.JsonStyle;
import dev.mcp4j.conformance.script.HttpReply;
import dev.mcp4j.conformance.wire.AcceptedConnection;
import dev.mcp4j.conformance.wire.HttpListener;
import dev.mcp4j.conformance.wire.IncomingRequest;
import dev.mcp4j.conformance.wire.Recorder;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Plays an authorization server, on a port of its own, where nobody has to sign in. It checks
 * nothing: what it is asked is looked at when the try is over. Safe for use by several threads.
 */
final class AuthorizationServer implements AutoCloseable {
  private static final String OAUTH = "/.well-known/oauth-authorization-server";
  private static final String OPENID = "/.well-known/openid-configuration";

  private final Visits visits;
  private final HttpListener listener;
  private final String path;
  private final Plan.Kind kind;
  private final JsonStyle style;
  private final ObjectNode metadata;
  private final Map<String, JsonNode> registrations = new ConcurrentHashMap<>();
  private final Map<String, Parameters> codes = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> accessTokens = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> refreshTokens = new ConcurrentHashMap<>();
  private volatile Consumer<Map<String, String>> response = parameters -> {};
  private volatile Consumer<ObjectNode> tokens = members -> {};
  private volatile Predicate<String> refreshes = token -> true;
  private volatile Optional<HttpReply> registrationRefusal = Optional.empty();

  AuthorizationServer(
      Recorder recorder, Visits visits, String path, Plan.Kind kind, JsonStyle style) {
    this.visits = visits;
    this.path = path;
    this.kind = kind;
    this.style = style;
    this.listener = new HttpListener(recorder, this::serve);
    this.metadata = soundMetadata();
  }

  private ObjectNode soundMetadata() {
    ObjectNode members = Json.object().put("issuer", issuer());
    members.put("authorization_endpoint", issuer() + "/authorize");
    members.put("token_endpoint", issuer() + "/token");
    members.putArray("response_types_supported").add("code");
    members.putArray("grant_types_supported").add("authorization_code").add("refresh_token");
    members.putArray("code_challenge_methods_supported").add("S256");
    members
        .putArray("token_endpoint_auth_methods_supported")
        .add("none")
        .add("client_secret_basic")
        .add("client_secret_post");
    members.put("authorization_response_iss_parameter_supported", true);
    if (kind.isOpenId()) {
      members.put("jwks_uri", issuer() + "/keys");
      members.putArray("subject_types_supported").add("public");
      members.putArray("id_token_signing_alg_values_supported").add("RS256");
    }
    return members;
  }

  String issuer() {
    return "http://127.0.0.1:" + listener.port() + path;
  }

  boolean hasPath() {
    return !path.isEmpty();
  }

  /** Where its metadata may be, in the order in which clients have to look. */
  List<String> metadataPaths() {
    return path.isEmpty()
        ? List.of(OAUTH, OPENID)
        : List.of(OAUTH + path, OPENID + path, path + OPENID);
  }

  private String metadataPath() {
    return switch (kind) {
      case OAUTH -> OAUTH + path;
      case OPENID -> OPENID + path;
      case OPENID_APPENDED -> path + OPENID;
    };
  }

  /** Changes the metadata, before anybody asks for it. */
  AuthorizationServer metadata(Consumer<ObjectNode> change) {
    change.accept(metadata);
    return this;
  }

  /** Lets clients register. */
  AuthorizationServer takesRegistrations() {
    return metadata(members -> members.put("registration_endpoint", issuer() + "/register"));
  }

  /** Changes the parameters of every authorization response. */
  AuthorizationServer response(Consumer<Map<String, String>> change) {
    response = change;
    return this;
  }

  /** Changes the members of every token response. */
  AuthorizationServer tokens(Consumer<ObjectNode> change) {
    tokens = change;
    return this;
  }

  /** Says which refresh tokens are good. */
  AuthorizationServer refreshes(Predicate<String> good) {
    refreshes = good;
    return this;
  }

  /** Refuses every registration. */
  AuthorizationServer refusesRegistrations(ObjectNode error) {
    registrationRefusal = Optional.of(HttpReply.json(400, error, style));
    return takesRegistrations();
  }

  /** The registrations by client id. */
  Map<String, JsonNode> registrations() {
    return registrations;
  }

  /** The authorization request that a code was given for. */
  Optional<Parameters> requestOf(String code) {
    return Optional.ofNullable(codes.get(code));
  }

  /** The scopes of a token, empty if it is none of this server. */
  Optional<Set<String>> scopesOf(String accessToken) {
    return Optional.ofNullable(accessTokens.get(accessToken));
  }

  Set<String> accessTokens() {
    return accessTokens.keySet();
  }

  Set<String> refreshTokens() {
    return refreshTokens.keySet();
  }

  @Override
  public void close() {
    listener.close();
  }

  private void serve(AcceptedConnection connection) {
    try {
      for (Optional<IncomingRequest> request = connection.read();
          request.isPresent();
          request = connection.read()) {
        reply(request.get()).send(connection);
      }
    } catch (IOException e) {
      // The client has gone, which is its right.
    }
  }

  private HttpReply reply(IncomingRequest request) {
    Visit.Kind what = kind(request);
    HttpReply reply =
        switch (what) {
          case SERVER_METADATA -> ofMetadata(request);
          case AUTHORIZATION -> authorize(Parameters.ofQuery(request));
          case TOKEN -> token(Parameters.ofForm(request));
          case REGISTRATION -> registrationRefusal.orElseGet(() -> register(request));
          default -> HttpReply.empty(404);
        };
    visits.add(new Visit(what, issuer(), request, reply.status(), Json.NODES.missingNode()));
    return reply;
  }

  private Visit.Kind kind(IncomingRequest request) {
    String where = pathOf(request);
    boolean post = request.verb().equals("POST");
    if (!post && where.contains("/.well-known/")) {
      return Visit.Kind.SERVER_METADATA;
    }
    if (!post && where.equals(path + "/authorize")) {
      return Visit.Kind.AUTHORIZATION;
    }
    if (post && where.equals(path + "/token")) {
      return Visit.Kind.TOKEN;
    }
    return post && where.equals(path + "/register") ? Visit.Kind.REGISTRATION : Visit.Kind.OTHER;
  }

  private static String pathOf(IncomingRequest request) {
    return request.path().split("\\?", 2)[0];
  }

  private HttpReply ofMetadata(IncomingRequest request) {
    return pathOf(request).equals(metadataPath())
        ? HttpReply.json(200, metadata, style)
        : HttpReply.empty(404);
  }

  private HttpReply authorize(Parameters query) {
    String redirect = query.get("redirect_uri");
    if (redirect.isEmpty()) {
      return HttpReply.empty(400);
    }
    String code = fresh("code");
    codes.put(code, query);
    Map<String, String> answer = new LinkedHashMap<>();
    answer.put("code", code);
    query.first("state").ifPresent(state -> answer.put("state", state));
    answer.put("iss", issuer());
    response.accept(answer);
    String separator = redirect.contains("?") ? "&" : "?";
    return HttpReply.empty(302).header("Location", redirect + separator + Parameters.write(answer));
  }

  private HttpReply token(Parameters form) {
    Set<String> scopes;
    if (form.get("grant_type").equals("refresh_token")) {
      String token = form.get("refresh_token");
      if (!refreshTokens.containsKey(token) || !refreshes.test(token)) {
        return error("invalid_grant");
      }
      scopes = refreshTokens.get(token);
    } else {
      Parameters query = codes.get(form.get("code"));
      if (query == null) {
        return error("invalid_grant");
      }
      scopes = query.scopes();
    }
    String accessToken = fresh("token");
    ObjectNode members = Json.object().put("access_token", accessToken).put("token_type", "Bearer");
    members.put("expires_in", 3600);
    if (!scopes.isEmpty()) {
      members.put("scope", String.join(" ", scopes));
    }
    accessTokens.put(accessToken, scopes);
    tokens.accept(members);
    String refreshToken = members.path("refresh_token").stringValue("");
    if (!refreshToken.isEmpty()) {
      refreshTokens.put(refreshToken, scopes);
    }
    return HttpReply.json(200, members, style);
  }

  private HttpReply register(IncomingRequest request) {
    JsonNode wanted = Json.read(request.body()).orElse(Json.object());
    ObjectNode members = wanted.isObject() ? (ObjectNode) wanted.deepCopy() : Json.object();
    String clientId = fresh("client");
    members.put("client_id", clientId);
    String method = members.path("token_endpoint_auth_method").stringValue("client_secret_basic");
    if (!method.equals("none")) {
      members.put("client_secret", fresh("secret")).put("client_secret_expires_at", 0);
    }
    registrations.put(clientId, wanted);
    return HttpReply.json(201, members, style);
  }

  private HttpReply error(String code) {
    return HttpReply.json(400, Json.object().put("error", code), style);
  }

  /** A text that was never there before. */
  static String fresh(String what) {
    return what + "." + UUID.randomUUID().toString().replace("-", "");
  }
}
