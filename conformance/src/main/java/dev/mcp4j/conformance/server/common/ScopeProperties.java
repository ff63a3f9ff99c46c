/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.common;

import dev.mcp4j.conformance.engine.Checks;
import dev.mcp4j.conformance.engine.Feature;
import dev.mcp4j.conformance.engine.Needs;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.rules.Generators;
import dev.mcp4j.conformance.token.Protection;
import dev.mcp4j.conformance.token.Tokens;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A good token is not good enough for everything. */
@Needs(Feature.PROTECTED)
class ScopeProperties extends Generators {
  private static final String TOOL = "conformance_scoped";
  private static final Set<String> NEEDED = Set.of("conformance.read", "conformance.write");
  private static final String BROAD = "conformance.admin";

  @Property
  @Checks({"auth.status.forbidden-403", "auth.scope-error.form", "auth.scope-error.names-scopes"})
  @Needs(Feature.NARROW_TOKEN)
  void tokenThatAllowsTooLittleIsForbidden(Trial trial) {
    String token = trial.profile().tokens().flatMap(t -> t.of(Tokens.Kind.NARROW)).orElseThrow();
    Reply reply = trial.send(Refusals.withToken(trial.askPlain(), token));
    if (reply.status() / 100 != 2) {
      forbidden(reply, trial);
    }
  }

  @Property
  @Checks({
    "auth.token.validated",
    "tool.access-control",
    "auth.status.forbidden-403",
    "auth.scope-error.form",
    "auth.scope-error.names-scopes",
    "auth.scope-error.all-at-once"
  })
  @Needs(value = Feature.OWN_TOKENS, tools = TOOL)
  void scopesOfToolsAreDemanded(@ForAll("tooFew") Set<String> granted, Trial trial) {
    Reply reply = call(granted, trial);
    boolean told = reply.result().isObject();
    trial.observe("tool.access-control", !told, "a refusal for lack of scopes", reply.brief());
    trial.expect("auth.token.validated", reply).is(!told, "a refusal for lack of scopes");
    forbidden(reply, trial);
    Set<String> missing = new TreeSet<>(NEEDED);
    missing.removeAll(granted);
    trial.expect(
        "auth.scope-error.all-at-once",
        Refusals.scopes(reply).containsAll(missing),
        "all the scopes that are missing: " + missing,
        Refusals.shown(reply));
  }

  @Provide
  Arbitrary<Set<String>> tooFew() {
    return Arbitraries.of(
        List.of(
            Set.of(),
            Set.of("conformance.read"),
            Set.of("conformance.write"),
            Set.of("conformance.read", "conformance.writer"),
            Set.of("conformance", "conformance.readwrite")));
  }

  @Property
  @Checks("auth.scope.hierarchy")
  @Needs(value = Feature.OWN_TOKENS, tools = TOOL)
  void broadScopeIsEnough(@ForAll("enough") Set<String> granted, Trial trial) {
    trial.expect("auth.scope.hierarchy", call(granted, trial)).result();
  }

  @Provide
  Arbitrary<Set<String>> enough() {
    return Arbitraries.of(List.of(Set.of(BROAD), Set.of(BROAD, "conformance.read"), NEEDED));
  }

  private static Reply call(Set<String> granted, Trial trial) {
    Protection protection = trial.profile().protection().orElseThrow();
    Collection<String> scopes = new TreeSet<>(protection.demanded());
    scopes.addAll(granted);
    String token = protection.tokens().mint().orElseThrow().withScopes(scopes);
    return trial.send(Refusals.withToken(trial.call(TOOL), token));
  }

  private static void forbidden(Reply reply, Trial trial) {
    trial.expect("auth.status.forbidden-403", reply).status(403);
    boolean form =
        Refusals.challenges(reply).stream()
            .anyMatch(
                challenge ->
                    challenge.param("error").orElse("").equals("insufficient_scope")
                        && challenge.param("resource_metadata").isPresent());
    trial.expect(
        "auth.scope-error.form",
        form,
        "a Bearer challenge with error=\"insufficient_scope\" and resource_metadata",
        Refusals.shown(reply));
    trial.expect(
        "auth.scope-error.names-scopes",
        !Refusals.scopes(reply).isEmpty(),
        "a challenge with the parameter scope",
        Refusals.shown(reply));
  }
}
