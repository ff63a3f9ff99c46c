/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.auth;

import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.wire.IncomingRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Tokens go where they belong, and nowhere else. */
final class TokenRule implements AuthRule {
  @Override
  public Set<String> checks() {
    return Set.of(
        "auth.token.header",
        "auth.token.every-request",
        "auth.token.not-in-query",
        "auth.token.foreign-not-sent",
        "auth.refresh.confidential");
  }

  @Override
  public void look(Trial trial, AuthStage stage) {
    Set<String> tokens = new TreeSet<>();
    stage.logins().forEach(login -> tokens.addAll(login.accessTokens()));
    for (Visit visit : stage.visits().all()) {
      if (!tokens.isEmpty()) {
        boolean none = tokens.stream().noneMatch(visit.request().path()::contains);
        trial.observe("auth.token.not-in-query", none, "no token in a URL", visit.request().path());
      }
      if (visit.is(Visit.Kind.MESSAGE)) {
        header(trial, visit, tokens);
      }
    }
    messages(trial, stage);
    stage.logins().forEach(login -> refresh(trial, stage, login));
  }

  private static void header(Trial trial, Visit visit, Set<String> tokens) {
    Optional<String> token =
        tokens.stream().filter(t -> everything(visit.request()).contains(t)).findFirst();
    if (token.isPresent()) {
      trial.observe(
          "auth.token.header",
          visit.bearer().equals(token),
          "Authorization: Bearer and the token",
          visit.request().header("Authorization").orElse("the token elsewhere"));
    }
  }

  /** Goes through the messages in order, with what the client knows at that time. */
  private static void messages(Trial trial, AuthStage stage) {
    Set<String> issuers = Set.of();
    boolean held = false;
    for (Visit visit : stage.visits().all()) {
      if (visit.is(Visit.Kind.RESOURCE_METADATA) && visit.isDone()) {
        issuers =
            visit
                .told()
                .path("authorization_servers")
                .valueStream()
                .map(issuer -> issuer.stringValue(""))
                .collect(Collectors.toSet());
      }
      held |= visit.is(Visit.Kind.TOKEN) && visit.isDone();
      if (!visit.is(Visit.Kind.MESSAGE)) {
        continue;
      }
      Optional<String> token = visit.bearer();
      if (held) {
        trial.observe(
            "auth.token.every-request",
            token.isPresent(),
            "a token, since the client has one",
            "none in " + visit.request().verb() + " " + Json.brief(visit.document()));
      }
      if (token.isPresent()) {
        own(trial, stage, token.get(), issuers);
      }
      held = visit.status() != 401;
    }
  }

  private static void own(Trial trial, AuthStage stage, String token, Set<String> issuers) {
    List<String> from =
        stage.logins().stream()
            .filter(login -> login.scopesOf(token).isPresent())
            .map(AuthorizationServer::issuer)
            .toList();
    trial.observe(
        "auth.token.foreign-not-sent",
        !from.isEmpty() && issuers.containsAll(from),
        "a token of " + issuers,
        from.isEmpty() ? "one of somewhere else" : "one of " + from);
  }

  private static void refresh(Trial trial, AuthStage stage, AuthorizationServer login) {
    for (String token : login.refreshTokens()) {
      for (Visit visit : stage.visits().all()) {
        boolean own = visit.is(Visit.Kind.TOKEN) && visit.at().equals(login.issuer());
        boolean there =
            (own ? visit.request().path() : everything(visit.request())).contains(token);
        trial.observe(
            "auth.refresh.confidential",
            !there,
            "a refresh token in token requests to " + login.issuer() + " only",
            visit.request().verb() + " " + visit.path());
      }
    }
  }

  private static String everything(IncomingRequest request) {
    return request.path() + "\n" + request.headers() + "\n" + request.body().text();
  }
}
