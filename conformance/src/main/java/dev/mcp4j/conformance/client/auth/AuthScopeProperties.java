/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.auth;

import dev.mcp4j.conformance.driver.Client;
import dev.mcp4j.conformance.driver.Done;
import dev.mcp4j.conformance.engine.Checks;
import dev.mcp4j.conformance.engine.Feature;
import dev.mcp4j.conformance.engine.Needs;
import dev.mcp4j.conformance.engine.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import tools.jackson.databind.node.ArrayNode;

/** Which scopes a client asks for. */
@Needs(
    value = Feature.HTTP,
    abilities = {"authorization", "tools"})
class AuthScopeProperties extends AuthGenerators {
  private static final String SUPPORTED = "scopes_supported";

  /** More authorizations for one operation than a few. */
  private static final int FEW = 4;

  @Property
  @Checks({
    "auth.scope.challenge-authoritative",
    "auth.scope.no-set-relation",
    "auth.scope.selection-order",
    "auth.scope.least-privilege"
  })
  void scopesOfTheChallengeAreAskedFor(
      @ForAll("plans") Plan plan,
      @ForAll("scopes") Set<String> challenged,
      @ForAll("scopes") Set<String> supported,
      Trial trial) {
    AuthStage stage = AuthStage.open(trial, plan);
    stage
        .server()
        .scopes(challenged)
        .metadata(members -> list(members.putArray(SUPPORTED), supported));
    Done done = stage.connect().call("echo").await();
    Set<String> asked = asked(stage, 0, "auth.scope.challenge-authoritative");
    stage.demand(
        asked.containsAll(challenged),
        challenged.toString(),
        asked.toString(),
        "auth.scope.challenge-authoritative",
        "auth.scope.no-set-relation");
    stage.demand(
        asked.equals(new TreeSet<>(challenged)),
        challenged.toString(),
        asked.toString(),
        "auth.scope.selection-order",
        "auth.scope.least-privilege");
    stage.passes(done, "auth.scope.no-set-relation");
  }

  @Property
  @Checks("auth.scope.selection-order")
  void withoutScopesInTheChallengeTheSupportedOnesAreAskedFor(
      @ForAll("plans") Plan plan,
      @ForAll("scopes") Set<String> supported,
      @ForAll boolean none,
      Trial trial) {
    AuthStage stage = AuthStage.open(trial, plan);
    if (!none) {
      stage.server().metadata(members -> list(members.putArray(SUPPORTED), supported));
    }
    stage.passes(stage.connect().call("echo").await(), "auth.scope.selection-order");
    Set<String> wanted = none ? Set.of() : new TreeSet<>(supported);
    Set<String> asked = asked(stage, 0, "auth.scope.selection-order");
    stage.demand(
        asked.equals(wanted), wanted.toString(), asked.toString(), "auth.scope.selection-order");
  }

  @Property
  @Checks({
    "auth.step-up.responds",
    "auth.step-up.for-user",
    "auth.step-up.union",
    "auth.scope.keeps-granted",
    "auth.scope.challenge-authoritative"
  })
  void moreScopeIsAskedForWhereItIsNeeded(
      @ForAll("plans") Plan plan,
      @ForAll("scopes") Set<String> first,
      @ForAll("scopes") Set<String> needed,
      Trial trial) {
    AuthStage stage = AuthStage.open(trial, plan);
    Set<String> more = new TreeSet<>(needed);
    more.add("conformance:more");
    stage.server().scopes(first).needs("echo", more);
    Client client = stage.connect();
    stage.passes(client.list("tools").await(), "auth.challenge.answered");
    Done done = client.call("echo").await();
    Set<String> asked = asked(stage, 1, "auth.step-up.for-user");
    stage.demand(
        asked.containsAll(more),
        more.toString(),
        asked.toString(),
        "auth.scope.challenge-authoritative");
    stage.demand(
        asked.containsAll(first),
        first + " as well",
        asked.toString(),
        "auth.step-up.union",
        "auth.scope.keeps-granted");
    stage.passes(done, "auth.step-up.responds");
  }

  @Property
  @Checks({"auth.step-up.limit", "auth.step-up.tracked"})
  void scopeThatIsNeverEnoughIsGivenUp(
      @ForAll("plans") Plan plan, @ForAll("scopes") Set<String> needed, Trial trial) {
    AuthStage stage = AuthStage.open(trial, plan);
    stage.server().scopes(Set.of("basic")).needs("echo", needed).isNeverEnough();
    Client client = stage.connect();
    stage.passes(client.list("tools").await(), "auth.challenge.answered");
    List<Integer> counts = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      int before = stage.visits().of(Visit.Kind.AUTHORIZATION).size();
      Done done = client.call("echo").await();
      counts.add(stage.visits().of(Visit.Kind.AUTHORIZATION).size() - before);
      stage.stops(done, List.of(), "auth.step-up.limit");
    }
    stage.demand(
        counts.get(0) <= FEW,
        "no more than " + FEW + " authorizations for a call",
        counts.toString(),
        "auth.step-up.limit");
    int first = counts.get(0);
    int later = counts.get(1) + counts.get(2);
    stage.demand(
        first == 0 || later < 2 * first,
        "fewer authorizations for the same call again",
        counts.toString(),
        "auth.step-up.tracked");
  }

  private static Set<String> asked(AuthStage stage, int index, String requirement) {
    List<Visit> authorizations = stage.visits().of(Visit.Kind.AUTHORIZATION);
    stage.demand(
        authorizations.size() > index,
        "an authorization request",
        authorizations.size() + " of them",
        requirement);
    return authorizations.get(index).parameters().scopes();
  }

  private static void list(ArrayNode array, Set<String> names) {
    new TreeSet<>(names).forEach(array::add);
  }
}
