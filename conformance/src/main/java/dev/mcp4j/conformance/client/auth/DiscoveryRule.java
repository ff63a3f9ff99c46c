/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.auth;

import dev.mcp4j.conformance.engine.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Metadata is looked for in a certain order. What comes after it was found is of no interest. */
final class DiscoveryRule implements AuthRule {
  @Override
  public Set<String> checks() {
    return Set.of(
        "auth.prm.used",
        "auth.prm.from-challenge",
        "auth.prm.well-known",
        "auth.as-metadata.several-places",
        "auth.as-metadata.path-order",
        "auth.as-metadata.root-order");
  }

  @Override
  public void look(Trial trial, AuthStage stage) {
    resource(trial, stage);
    stage.logins().forEach(login -> server(trial, stage, login));
    used(trial, stage);
  }

  private static void resource(Trial trial, AuthStage stage) {
    if (!stage.server().isPlain()) {
      // A client that does not understand the challenge is accused of that alone.
      return;
    }
    List<Visit> afterRefusal = new ArrayList<>();
    boolean refused = false;
    for (Visit visit : stage.visits().all()) {
      refused |= visit.is(Visit.Kind.MESSAGE) && visit.status() == 401;
      if (refused && visit.is(Visit.Kind.RESOURCE_METADATA)) {
        afterRefusal.add(visit);
      }
    }
    boolean named = stage.plan().where() == Plan.Where.CHALLENGE;
    order(
        trial,
        named ? "auth.prm.from-challenge" : "auth.prm.well-known",
        afterRefusal,
        stage.server().metadataPaths());
  }

  private static void server(Trial trial, AuthStage stage, AuthorizationServer login) {
    List<Visit> visits = stage.visits().of(Visit.Kind.SERVER_METADATA, login.issuer());
    String order = login.hasPath() ? "auth.as-metadata.path-order" : "auth.as-metadata.root-order";
    order(trial, order, visits, login.metadataPaths());
    List<Visit> search = search(visits);
    if (search.size() > 1 || search.stream().anyMatch(visit -> !visit.isDone())) {
      trial.observe(
          "auth.as-metadata.several-places",
          search.size() > 1,
          "requests at " + login.metadataPaths(),
          Visits.paths(search));
    }
  }

  /** Compares the places that were tried until something was found with those there are. */
  private static void order(
      Trial trial, String requirement, List<Visit> visits, List<String> places) {
    List<Visit> search = search(visits);
    if (search.isEmpty()) {
      return;
    }
    List<String> tried = search.stream().map(Visit::path).toList();
    List<String> wanted = places.subList(0, Math.min(tried.size(), places.size()));
    trial.observe(
        requirement, tried.equals(wanted), String.join(", then ", wanted), Visits.paths(search));
  }

  private static List<Visit> search(List<Visit> visits) {
    List<Visit> search = new ArrayList<>();
    for (Visit visit : visits) {
      search.add(visit);
      if (visit.isDone()) {
        break;
      }
    }
    return search;
  }

  private static void used(Trial trial, AuthStage stage) {
    boolean found = false;
    for (Visit visit : stage.visits().all()) {
      found |= visit.is(Visit.Kind.RESOURCE_METADATA) && visit.isDone();
      if (visit.is(Visit.Kind.AUTHORIZATION)) {
        trial.observe(
            "auth.prm.used",
            found,
            "the metadata of the resource before an authorization",
            "an authorization without it");
      }
    }
  }
}
