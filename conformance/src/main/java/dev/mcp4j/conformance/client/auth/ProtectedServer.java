/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.auth;

import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.script.Gate;
import dev.mcp4j.conformance.script.HttpReply;
import dev.mcp4j.conformance.wire.Bytes;
import dev.mcp4j.conformance.wire.Header;
import dev.mcp4j.conformance.wire.IncomingRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stands before a scripted server, lets nothing pass without a token, and tells where tokens are to
 * be had. Safe for use by several threads.
 */
final class ProtectedServer implements Gate {
  private static final String WELL_KNOWN = "/.well-known/oauth-protected-resource";
  private static final String ELSEWHERE = "/about/this-resource";

  private final Visits visits;
  private final Plan plan;
  private final Set<String> revoked = ConcurrentHashMap.newKeySet();
  private final Map<String, Set<String>> needs = new ConcurrentHashMap<>();
  private volatile String origin = "";
  private volatile AuthorizationServer login;
  private volatile Challenge challenge = Challenge.PLAIN;
  private volatile Optional<Set<String>> scopes = Optional.empty();
  private volatile Consumer<ObjectNode> metadata = members -> {};
  private volatile Optional<String> redirect = Optional.empty();
  private volatile boolean content = true;
  private volatile boolean enough = true;

  ProtectedServer(Visits visits, Plan plan, AuthorizationServer login) {
    this.visits = visits;
    this.plan = plan;
    this.login = login;
  }

  void origin(String url) {
    origin = url.substring(0, url.length() - plan.endpoint().length());
  }

  String url() {
    return origin + plan.endpoint();
  }

  /** What it calls itself: without its path, where its metadata is that of the root. */
  String resource() {
    return plan.where() == Plan.Where.ROOT ? origin : url();
  }

  ProtectedServer challenge(Challenge spelling) {
    challenge = spelling;
    return this;
  }

  /** Whether nobody can fail to understand its challenges. */
  boolean isPlain() {
    return challenge.equals(Challenge.PLAIN);
  }

  /** Names scopes in the challenge of every 401. */
  ProtectedServer scopes(Set<String> names) {
    scopes = Optional.of(new TreeSet<>(names));
    return this;
  }

  /** Wants scopes for a tool. */
  ProtectedServer needs(String tool, Set<String> names) {
    needs.put(tool, new TreeSet<>(names));
    return this;
  }

  /** Changes the metadata. */
  ProtectedServer metadata(Consumer<ObjectNode> change) {
    metadata = change;
    return this;
  }

  /** Takes only tokens of another authorization server from now on. */
  void moveTo(AuthorizationServer other) {
    login = other;
  }

  /** Takes no token any more that was issued so far. */
  void revokeAll() {
    revoked.addAll(login.accessTokens());
  }

  /** Takes no token, whatever it is. */
  void isNeverContent() {
    content = false;
  }

  /** Says of every call of a tool that wants scopes that they do not suffice. */
  void isNeverEnough() {
    enough = false;
  }

  /** Sends everybody who has a token to another server. */
  void redirectTo(String url) {
    redirect = Optional.of(url);
  }

  /** Where the metadata may be, in the order in which clients have to look. */
  List<String> metadataPaths() {
    if (plan.where() == Plan.Where.CHALLENGE) {
      return List.of(ELSEWHERE);
    }
    return plan.endpoint().isEmpty()
        ? List.of(WELL_KNOWN)
        : List.of(WELL_KNOWN + plan.endpoint(), WELL_KNOWN);
  }

  private String metadataPath() {
    List<String> paths = metadataPaths();
    return paths.get(plan.where() == Plan.Where.ROOT ? paths.size() - 1 : 0);
  }

  @Override
  public Optional<HttpReply> reply(IncomingRequest request) {
    String path = request.path().split("\\?", 2)[0];
    if (isEndpoint(path)) {
      return message(request);
    }
    boolean about = path.startsWith(WELL_KNOWN) || path.equals(ELSEWHERE);
    if (!about || request.verb().equals("POST")) {
      return answered(Visit.Kind.OTHER, request, HttpReply.empty(404), Json.NODES.missingNode());
    }
    ObjectNode document = document();
    return path.equals(metadataPath())
        ? answered(
            Visit.Kind.RESOURCE_METADATA,
            request,
            HttpReply.json(200, document, plan.style()),
            document)
        : answered(
            Visit.Kind.RESOURCE_METADATA, request, HttpReply.empty(404), Json.NODES.missingNode());
  }

  private boolean isEndpoint(String path) {
    return path.equals(plan.endpoint()) || (plan.endpoint().isEmpty() && path.equals("/"));
  }

  private ObjectNode document() {
    ObjectNode members = Json.object().put("resource", resource());
    members.putArray("authorization_servers").add(login.issuer());
    members.putArray("bearer_methods_supported").add("header");
    metadata.accept(members);
    return members;
  }

  private Optional<HttpReply> message(IncomingRequest request) {
    Visit visit = new Visit(Visit.Kind.MESSAGE, url(), request, 200, Json.NODES.missingNode());
    Optional<String> token = visit.bearer();
    if (token.isEmpty()) {
      return refused(request, 401, parameters(scopes));
    }
    Optional<Set<String>> granted = login.scopesOf(token.get());
    if (!content || granted.isEmpty() || revoked.contains(token.get())) {
      Map<String, String> parameters = parameters(scopes);
      parameters.put("error", "invalid_token");
      return refused(request, 401, parameters);
    }
    Set<String> needed = needs.getOrDefault(tool(visit), Set.of());
    if (!granted.get().containsAll(needed) || (!enough && !needed.isEmpty())) {
      Map<String, String> parameters = parameters(Optional.of(needed));
      parameters.put("error", "insufficient_scope");
      return refused(request, 403, parameters);
    }
    if (redirect.isPresent()) {
      HttpReply reply = HttpReply.empty(307).header("Location", redirect.get());
      return answered(Visit.Kind.MESSAGE, request, reply, Json.NODES.missingNode());
    }
    visits.add(visit);
    return Optional.empty();
  }

  private static String tool(Visit visit) {
    JsonNode message = visit.document();
    return message.path("method").stringValue("").equals("tools/call")
        ? message.path("params").path("name").stringValue("")
        : "";
  }

  private Map<String, String> parameters(Optional<Set<String>> names) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (plan.where() == Plan.Where.CHALLENGE) {
      parameters.put("resource_metadata", origin + ELSEWHERE);
    }
    names.ifPresent(some -> parameters.put("scope", String.join(" ", some)));
    return parameters;
  }

  private Optional<HttpReply> refused(
      IncomingRequest request, int status, Map<String, String> parameters) {
    List<Header> headers = new ArrayList<>(challenge.headers(parameters));
    HttpReply reply = new HttpReply(status, headers, Bytes.NONE);
    return answered(Visit.Kind.MESSAGE, request, reply, Json.NODES.missingNode());
  }

  private Optional<HttpReply> answered(
      Visit.Kind kind, IncomingRequest request, HttpReply reply, JsonNode told) {
    visits.add(new Visit(kind, url(), request, reply.status(), told));
    return Optional.of(reply);
  }
}
