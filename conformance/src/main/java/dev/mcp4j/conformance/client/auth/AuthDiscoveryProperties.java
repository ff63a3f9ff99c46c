/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.auth;

import dev.mcp4j.conformance.driver.Done;
import dev.mcp4j.conformance.engine.Checks;
import dev.mcp4j.conformance.engine.Feature;
import dev.mcp4j.conformance.engine.Needs;
import dev.mcp4j.conformance.engine.Trial;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** From a refusal to the endpoints of an authorization server. */
@Needs(
    value = Feature.HTTP,
    abilities = {"authorization", "tools"})
class AuthDiscoveryProperties extends AuthGenerators {
  private static final List<Visit.Kind> NOTHING =
      List.of(Visit.Kind.REGISTRATION, Visit.Kind.AUTHORIZATION, Visit.Kind.TOKEN);

  @Property
  @Checks("auth.challenge.answered")
  void refusalLeadsToAnAuthorization(@ForAll("plans") Plan plan, Trial trial) {
    AuthStage stage = AuthStage.open(trial, plan);
    Done done = stage.connect().call("echo").await();
    stage.demand(
        !stage.visits().of(Visit.Kind.AUTHORIZATION).isEmpty(),
        "an authorization request",
        done.brief(),
        "auth.challenge.answered");
    stage.passes(done, "auth.challenge.answered");
  }

  @Property
  @Checks("auth.challenge.parsed")
  void challengesAreUnderstood(@ForAll("challenges") Challenge challenge, Trial trial) {
    AuthStage stage = AuthStage.open(trial, Plan.PLAIN);
    stage.server().challenge(challenge);
    stage.passes(stage.connect().call("echo").await(), "auth.challenge.parsed");
  }

  @Property
  @Checks({"auth.prm.well-known", "auth.prm.used"})
  void metadataIsFoundAtTheWellKnownPlaces(
      @ForAll("plans") Plan plan, @ForAll boolean root, Trial trial) {
    AuthStage stage = AuthStage.open(trial, plan.at(root ? Plan.Where.ROOT : Plan.Where.PATH));
    Done done = stage.connect().call("echo").await();
    stage.passes(done, "auth.prm.well-known", "auth.prm.used");
  }

  @Property
  @Checks("auth.resource.identifies-server")
  void metadataOfAnotherServerMisleadsNobody(
      @ForAll("plans") Plan plan, @ForAll("otherResources") String other, Trial trial) {
    AuthStage stage = AuthStage.open(trial, plan);
    stage.server().metadata(members -> members.put("resource", other));
    Done done = stage.connect().call("echo").await();
    // To refuse is as good as to go on for the server that was meant, which the rules look at.
    stage.demand(
        done.answer().isPresent(),
        "a refusal, or success",
        done.brief(),
        "auth.resource.identifies-server");
  }

  @Provide
  Arbitrary<String> otherResources() {
    return Arbitraries.of(
        "https://other.example/mcp", "http://127.0.0.1:9/mcp", "https://127.0.0.1", "mcp");
  }

  @Property
  @Checks("auth.resource.upper-case-accepted")
  void upperCaseInTheResourceDoesNoHarm(@ForAll("plans") Plan plan, Trial trial) {
    AuthStage stage = AuthStage.open(trial, plan);
    String resource = stage.server().resource();
    stage
        .server()
        .metadata(
            members ->
                members.put(
                    "resource", resource.replaceFirst("http", "http".toUpperCase(Locale.ROOT))));
    stage.passes(stage.connect().call("echo").await(), "auth.resource.upper-case-accepted");
  }

  @Property
  @Checks({
    "auth.as-metadata.both-kinds",
    "auth.as-metadata.several-places",
    "auth.pkce.openid-verified"
  })
  void metadataOfBothKindsIsUsed(@ForAll("plans") Plan plan, Trial trial) {
    AuthStage stage = AuthStage.open(trial, plan);
    Done done = stage.connect().call("echo").await();
    if (plan.kind().isOpenId()) {
      stage.passes(
          done,
          "auth.as-metadata.both-kinds",
          "auth.as-metadata.several-places",
          "auth.pkce.openid-verified");
    }
    stage.passes(done, "auth.as-metadata.both-kinds");
  }

  @Property
  @Checks({
    "auth.as-metadata.validated",
    "auth.as-metadata.issuer-identical",
    "auth.as-metadata.mismatch-unused",
    "auth.as-metadata.foreign-rejected"
  })
  void metadataOfAnotherIssuerIsNotUsed(
      @ForAll("plans") Plan plan, @ForAll WrongIssuer wrong, Trial trial) {
    AuthStage stage = AuthStage.open(trial, plan);
    stage.login().metadata(members -> members.put("issuer", wrong.of(stage.login().issuer())));
    Done done = stage.connect().call("echo").await();
    stage.stops(
        done,
        NOTHING,
        wrong == WrongIssuer.FOREIGN
            ? "auth.as-metadata.foreign-rejected"
            : "auth.as-metadata.issuer-identical",
        "auth.as-metadata.mismatch-unused",
        "auth.as-metadata.validated");
  }

  @Property
  @Checks({"auth.as-metadata.validated", "auth.as-metadata.issuer-identical"})
  void metadataWithoutAnIssuerIsNotUsed(@ForAll("plans") Plan plan, Trial trial) {
    AuthStage stage = AuthStage.open(trial, plan);
    stage.login().metadata(members -> members.remove("issuer"));
    Done done = stage.connect().call("echo").await();
    stage.stops(done, NOTHING, "auth.as-metadata.issuer-identical", "auth.as-metadata.validated");
  }

  @Property
  @Checks({
    "auth.pkce.support-verified",
    "auth.pkce.by-metadata",
    "auth.pkce.absent-refused",
    "auth.pkce.openid-verified",
    "auth.pkce.openid-absent-refused"
  })
  void nothingGoesOnWithoutPkce(@ForAll("plans") Plan plan, Trial trial) {
    AuthStage stage = AuthStage.open(trial, plan);
    stage.login().metadata(members -> members.remove("code_challenge_methods_supported"));
    Done done = stage.connect().call("echo").await();
    String[] requirements =
        plan.kind().isOpenId()
            ? new String[] {
              "auth.pkce.openid-absent-refused",
              "auth.pkce.openid-verified",
              "auth.pkce.by-metadata",
              "auth.pkce.support-verified"
            }
            : new String[] {
              "auth.pkce.absent-refused", "auth.pkce.by-metadata", "auth.pkce.support-verified"
            };
    stage.stops(done, List.of(Visit.Kind.AUTHORIZATION, Visit.Kind.TOKEN), requirements);
  }
}
