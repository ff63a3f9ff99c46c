/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.auth;

import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Clients go by ids that they came by, and to redirect URIs that are registered. */
final class ClientIdRule implements AuthRule {
  private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

  private static final List<String> BOUND =
      List.of(
          "auth.binding.per-server",
          "auth.binding.not-assumed",
          "auth.binding.by-issuer",
          "auth.binding.not-reused");

  @Override
  public Set<String> checks() {
    return Set.of(
        "auth.client-id.obtained",
        "auth.binding.per-server",
        "auth.binding.not-assumed",
        "auth.binding.by-issuer",
        "auth.binding.not-reused",
        "auth.dcr.application-type",
        "auth.dcr.native",
        "auth.redirect.local-or-https",
        "auth.redirect.registered",
        "auth.refresh.grant-type");
  }

  @Override
  public void look(Trial trial, AuthStage stage) {
    for (AuthorizationServer login : stage.logins()) {
      String at = login.issuer();
      for (Visit visit : stage.visits().of(Visit.Kind.AUTHORIZATION, at)) {
        clientId(trial, stage, login, visit);
        redirect(trial, login, visit.parameters());
      }
      for (Visit visit : stage.visits().of(Visit.Kind.TOKEN, at)) {
        bound(trial, stage, login, visit);
      }
      for (Visit visit : stage.visits().of(Visit.Kind.REGISTRATION, at)) {
        registration(trial, stage, visit);
      }
    }
  }

  private static void clientId(
      Trial trial, AuthStage stage, AuthorizationServer login, Visit visit) {
    String id = visit.parameters().get("client_id");
    boolean known =
        login.registrations().containsKey(id)
            || id.equals(stage.registeredId())
            || id.startsWith("https://");
    trial.observe(
        "auth.client-id.obtained", known, "a client id that the client came by", shown(id));
    bound(trial, stage, login, visit);
  }

  private static void bound(Trial trial, AuthStage stage, AuthorizationServer login, Visit visit) {
    if (stage.logins().size() == 1) {
      return;
    }
    String id = visit.clientId().orElse("");
    boolean foreign =
        stage.logins().stream()
            .filter(other -> other != login)
            .anyMatch(
                other ->
                    other.registrations().containsKey(id)
                        || (other == stage.login() && id.equals(stage.registeredId())));
    for (String requirement : BOUND) {
      trial.observe(
          requirement, !foreign, "no client id of another authorization server", shown(id));
    }
  }

  private static void redirect(Trial trial, AuthorizationServer login, Parameters query) {
    String redirect = query.get("redirect_uri");
    Optional<URI> uri = uri(redirect);
    boolean safe =
        uri.filter(u -> "https".equalsIgnoreCase(u.getScheme()) || isLocal(u)).isPresent();
    trial.observe(
        "auth.redirect.local-or-https", safe, "a redirect URI of localhost or https", redirect);
    JsonNode registration = login.registrations().get(query.get("client_id"));
    if (registration != null) {
      boolean registered =
          registration
              .path("redirect_uris")
              .valueStream()
              .map(value -> value.stringValue(""))
              .anyMatch(value -> isSame(value, redirect));
      trial.observe(
          "auth.redirect.registered",
          registered,
          "one of " + Json.brief(registration.path("redirect_uris")),
          redirect);
    }
  }

  /** On the machine of the user any port is as good as another: RFC 8252, section 7.3. */
  private static boolean isSame(String registered, String used) {
    return registered.equals(used)
        || (uri(registered).filter(ClientIdRule::isLocal).isPresent()
            && withoutPort(registered).equals(withoutPort(used)));
  }

  private static String withoutPort(String redirect) {
    return uri(redirect).map(u -> u.getScheme() + u.getHost() + u.getRawPath()).orElse(redirect);
  }

  private static void registration(Trial trial, AuthStage stage, Visit visit) {
    JsonNode document = visit.document();
    String type = document.path("application_type").stringValue("");
    trial.observe(
        "auth.dcr.application-type",
        type.equals("native") || type.equals("web"),
        "application_type native or web",
        Json.brief(document));
    List<String> redirects =
        document.path("redirect_uris").valueStream().map(value -> value.stringValue("")).toList();
    boolean local =
        !redirects.isEmpty()
            && redirects.stream().allMatch(r -> uri(r).filter(ClientIdRule::isLocal).isPresent());
    if (local) {
      trial.observe(
          "auth.dcr.native", type.equals("native"), "native, as its redirect URIs are", type);
    }
    boolean refreshes =
        stage.visits().of(Visit.Kind.TOKEN, visit.at()).stream()
            .anyMatch(token -> token.parameters().get("grant_type").equals("refresh_token"));
    if (refreshes) {
      boolean said =
          document
              .path("grant_types")
              .valueStream()
              .anyMatch(value -> value.stringValue("").equals("refresh_token"));
      trial.observe(
          "auth.refresh.grant-type",
          said,
          "refresh_token among the grant_types, since it is used",
          Json.brief(document.path("grant_types")));
    }
  }

  private static boolean isLocal(URI uri) {
    return "http".equalsIgnoreCase(uri.getScheme())
        && uri.getHost() != null
        && LOCAL.contains(uri.getHost().toLowerCase(Locale.ROOT));
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(URI.create(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String shown(String id) {
    return id.isEmpty() ? "none" : id;
  }
}
