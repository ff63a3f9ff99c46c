/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.auth;

import dev.mcp4j.conformance.engine.Trial;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Every authorization and every token is for one server, which is named. */
final class ResourceRule implements AuthRule {
  @Override
  public Set<String> checks() {
    return Set.of(
        "auth.resource.implemented",
        "auth.resource.both-requests",
        "auth.resource.always-sent",
        "auth.resource.identifies-server",
        "auth.resource.canonical",
        "auth.resource.most-specific",
        "auth.resource.no-trailing-slash");
  }

  @Override
  public void look(Trial trial, AuthStage stage) {
    for (Visit visit : stage.visits().all()) {
      if (visit.is(Visit.Kind.AUTHORIZATION) || visit.is(Visit.Kind.TOKEN)) {
        look(trial, stage, visit);
      }
    }
  }

  private static void look(Trial trial, AuthStage stage, Visit visit) {
    List<String> values = visit.parameters().all("resource");
    for (String requirement :
        List.of(
            "auth.resource.implemented",
            "auth.resource.both-requests",
            "auth.resource.always-sent")) {
      trial.observe(
          requirement,
          !values.isEmpty(),
          "the parameter resource",
          "none in one of the " + visit.kind().text());
    }
    for (String value : values) {
      look(trial, stage, value);
    }
  }

  private static void look(Trial trial, AuthStage stage, String value) {
    String server = stage.server().url();
    URI uri;
    try {
      uri = URI.create(value);
    } catch (IllegalArgumentException e) {
      trial.observe("auth.resource.canonical", false, "an absolute URI", value);
      return;
    }
    boolean absolute = uri.getScheme() != null && uri.getHost() != null;
    trial.observe(
        "auth.resource.canonical",
        absolute && uri.getRawFragment() == null,
        "an absolute URI without a fragment",
        value);
    if (!absolute) {
      return;
    }
    trial.observe("auth.resource.identifies-server", covers(uri, server), server, value);
    String own = stage.server().resource();
    boolean exact =
        path(uri).equals(path(URI.create(server))) || path(uri).equals(path(URI.create(own)));
    trial.observe(
        "auth.resource.most-specific",
        exact || !covers(uri, server),
        own.equals(server) ? server : own + " or " + server,
        value);
    trial.observe("auth.resource.no-trailing-slash", !value.endsWith("/"), server, value);
  }

  /** Whether a resource is a server, or all of what is below one of its paths. */
  private static boolean covers(URI resource, String server) {
    URI uri = URI.create(server);
    boolean origin =
        uri.getScheme().equals(resource.getScheme().toLowerCase(Locale.ROOT))
            && uri.getHost().equals(resource.getHost().toLowerCase(Locale.ROOT))
            && uri.getPort() == resource.getPort();
    return origin && (path(uri) + "/").startsWith(path(resource) + "/");
  }

  private static String path(URI uri) {
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
