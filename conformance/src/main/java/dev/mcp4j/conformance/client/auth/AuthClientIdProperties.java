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
import dev.mcp4j.conformance.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.node.ObjectNode;

/** How a client comes by a client id, and where it uses it. */
@Needs(
    value = Feature.HTTP,
    abilities = {"authorization", "tools"})
class AuthClientIdProperties extends AuthGenerators {
  private static final String DOCUMENTS = "client_id_metadata_document_supported";

  @Property
  @Checks({"auth.preregistered.supported", "auth.client-id.order"})
  @Needs(abilities = "pre-registered")
  void credentialsOfAnEarlierRegistrationComeFirst(
      @ForAll("plans") Plan plan, @ForAll boolean document, @ForAll boolean dynamic, Trial trial) {
    AuthStage stage = AuthStage.open(trial, plan.as(Identity.REGISTERED));
    ObjectNode knowledge = stage.knowledge();
    if (document) {
      stage.login().metadata(members -> members.put(DOCUMENTS, true));
      knowledge.put("document", AuthStage.DOCUMENT);
    }
    if (dynamic) {
      stage.login().takesRegistrations();
    }
    Done done = stage.connect(knowledge).call("echo").await();
    stage.passes(done, "auth.preregistered.supported");
    goesBy(stage, stage.registeredId(), "auth.preregistered.supported");
  }

  @Property
  @Checks({"auth.cimd.supported", "auth.client-id.order"})
  @Needs(abilities = "client-document")
  void documentIsUsedWhereItIsSupported(
      @ForAll("plans") Plan plan, @ForAll boolean dynamic, Trial trial) {
    AuthStage stage = AuthStage.open(trial, plan.as(Identity.DOCUMENT));
    if (dynamic) {
      stage.login().takesRegistrations();
    }
    Done done = stage.connect().call("echo").await();
    goesBy(stage, AuthStage.DOCUMENT, "auth.cimd.supported");
    stage.passes(done, "auth.cimd.supported");
  }

  @Property
  @Checks("auth.cimd.support-checked")
  @Needs(abilities = {"client-document", "registration"})
  void documentIsNotUsedWhereItIsNotSupported(
      @ForAll("plans") Plan plan, @ForAll boolean saidFalse, Trial trial) {
    AuthStage stage = AuthStage.open(trial, plan.as(Identity.DYNAMIC));
    if (saidFalse) {
      stage.login().metadata(members -> members.put(DOCUMENTS, false));
    }
    ObjectNode knowledge = Json.object().put("document", AuthStage.DOCUMENT);
    Done done = stage.connect(knowledge).call("echo").await();
    doesNotGoBy(stage, AuthStage.DOCUMENT, "auth.cimd.support-checked");
    stage.passes(done, "auth.cimd.support-checked");
  }

  @Property
  @Checks("auth.cimd.url-form")
  @Needs(abilities = "client-document")
  void urlThatIsNoClientIdIsNotUsed(
      @ForAll("plans") Plan plan, @ForAll("badDocuments") String url, Trial trial) {
    AuthStage stage = AuthStage.open(trial, plan.as(Identity.DOCUMENT));
    stage.login().takesRegistrations();
    ObjectNode knowledge = Json.object().put("document", url);
    stage.attempt(knowledge).ifPresent(client -> client.call("echo").await());
    doesNotGoBy(stage, url, "auth.cimd.url-form");
  }

  @Provide
  Arbitrary<String> badDocuments() {
    return Arbitraries.of(
        "http://client.example/metadata.json", "https://client.example", "file:///metadata.json");
  }

  @Property
  @Checks({
    "auth.dcr.application-type",
    "auth.dcr.native",
    "auth.redirect.registered",
    "auth.client-id.obtained"
  })
  @Needs(abilities = "registration")
  void clientRegisters(@ForAll("plans") Plan plan, Trial trial) {
    AuthStage stage = AuthStage.open(trial, plan.as(Identity.DYNAMIC));
    Done done = stage.connect().call("echo").await();
    stage.demand(
        !stage.visits().of(Visit.Kind.REGISTRATION).isEmpty(),
        "a registration",
        done.brief(),
        "auth.client-id.obtained");
    stage.passes(done, "auth.client-id.obtained");
  }

  @Property
  @Checks({"auth.dcr.refusal-handled", "auth.dcr.refusal-told"})
  @Needs(abilities = "registration")
  void refusedRegistrationIsTold(
      @ForAll("plans") Plan plan,
      @ForAll("refusals") String code,
      @ForAll("marks") String mark,
      Trial trial) {
    AuthStage stage = AuthStage.open(trial, plan.as(Identity.DYNAMIC));
    stage
        .login()
        .refusesRegistrations(
            Json.object().put("error", code).put("error_description", "Not like this: " + mark));
    Done done = stage.connect().call("echo").await();
    stage.stops(
        done, List.of(Visit.Kind.AUTHORIZATION, Visit.Kind.TOKEN), "auth.dcr.refusal-handled");
    String told = done.brief().toLowerCase(Locale.ROOT);
    stage.demand(
        Stream.of("regist", "redirect", "metadata", mark).anyMatch(told::contains),
        "something about the registration",
        done.brief(),
        "auth.dcr.refusal-told");
  }

  @Provide
  Arbitrary<String> refusals() {
    return Arbitraries.of("invalid_redirect_uri", "invalid_client_metadata");
  }

  @Property
  @Checks({
    "auth.binding.registers-anew",
    "auth.binding.per-server",
    "auth.binding.not-assumed",
    "auth.binding.by-issuer",
    "auth.binding.not-reused"
  })
  @Needs(abilities = "registration")
  void clientRegistersAnewWhenItsServerHasMoved(
      @ForAll("plans") Plan plan, @ForAll("plans") Plan other, Trial trial) {
    AuthStage stage = AuthStage.open(trial, plan.as(Identity.DYNAMIC));
    Client client = stage.connect();
    stage.passes(client.call("echo").await(), "auth.challenge.answered");
    AuthorizationServer next = stage.addServer(other.issuer(), other.kind()).takesRegistrations();
    stage.server().moveTo(next);
    Done done = client.call("echo").await();
    stage.demand(
        !stage.visits().of(Visit.Kind.REGISTRATION, next.issuer()).isEmpty(),
        "a registration at " + next.issuer(),
        done.brief(),
        "auth.binding.registers-anew");
    stage.passes(done, "auth.binding.registers-anew");
  }

  @Property
  @Checks({"auth.preregistered.mismatch-told", "auth.binding.not-reused"})
  @Needs(abilities = "pre-registered")
  void credentialsOfAnotherServerAreNotSent(
      @ForAll("plans") Plan plan, @ForAll boolean moves, Trial trial) {
    AuthStage stage = AuthStage.open(trial, plan.as(Identity.REGISTERED));
    AuthorizationServer next = stage.addServer("/next", plan.kind());
    Client client = stage.connect();
    if (moves) {
      stage.passes(client.call("echo").await(), "auth.challenge.answered");
    }
    stage.server().moveTo(next);
    Done done = client.call("echo").await();
    List<Visit> there = stage.visits().of(Visit.Kind.AUTHORIZATION, next.issuer());
    stage.demand(
        there.isEmpty(),
        "no authorization at " + next.issuer(),
        Visits.paths(there),
        "auth.binding.not-reused",
        "auth.preregistered.mismatch-told");
    stage.demand(done.isFailed(), "failure", done.brief(), "auth.preregistered.mismatch-told");
  }

  /** Demands a client id, for a reason, and for the order in which client ids are chosen. */
  private static void goesBy(AuthStage stage, String id, String requirement) {
    for (String used : used(stage)) {
      stage.demand(
          used.equals(id), "the client id " + id, used, requirement, "auth.client-id.order");
    }
    List<Visit> registrations = stage.visits().of(Visit.Kind.REGISTRATION);
    stage.demand(
        registrations.isEmpty(),
        "no registration",
        Visits.paths(registrations),
        requirement,
        "auth.client-id.order");
  }

  private static void doesNotGoBy(AuthStage stage, String id, String requirement) {
    stage.demand(!used(stage).contains(id), "another client id", id, requirement);
  }

  private static List<String> used(AuthStage stage) {
    return stage.visits().of(Visit.Kind.AUTHORIZATION).stream()
        .map(visit -> visit.parameters().get("client_id"))
        .toList();
  }
}
