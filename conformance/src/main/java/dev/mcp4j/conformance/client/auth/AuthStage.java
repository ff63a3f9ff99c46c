/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.auth;

import dev.mcp4j.conformance.catalogue.Revision;
import dev.mcp4j.conformance.client.Stage;
import dev.mcp4j.conformance.driver.Client;
import dev.mcp4j.conformance.driver.Done;
import dev.mcp4j.conformance.driver.Setup;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where a try with a protected server is played: the server, its authorization servers, and the
 * client under test before them.
 */
final class AuthStage {
  /** A client id that is the URL of a document. Nobody fetches it. */
  static final String DOCUMENT = "https://client.example/metadata.json";

  private final Trial trial;
  private final Plan plan;
  private final Visits visits = new Visits();
  private final List<AuthorizationServer> logins = new CopyOnWriteArrayList<>();
  private final String registeredId = AuthorizationServer.fresh("known");
  private final Identity identity;
  private final ProtectedServer server;
  private final Stage stage;

  private AuthStage(Trial trial, Plan plan) {
    this.trial = trial;
    this.plan = plan;
    this.identity = plan.identity().among(trial.profile().abilities());
    AuthorizationServer login = addServer(plan.issuer(), plan.kind());
    if (identity == Identity.DYNAMIC) {
      login.takesRegistrations();
    }
    if (identity == Identity.DOCUMENT) {
      login.metadata(members -> members.put("client_id_metadata_document_supported", true));
    }
    this.server = new ProtectedServer(visits, plan, login);
    this.stage =
        Stage.guarded(trial, (t, passed) -> AuthRules.look(t, this), plan.endpoint(), server);
    server.origin(stage.target().path("http").stringValue(""));
    if (trial.revision() == Revision.V2025_11_25) {
      stage.script().legacy(AuthorizationServer.fresh("session"));
    }
  }

  /** Opens a stage for the rest of the try. */
  static AuthStage open(Trial trial, Plan plan) {
    AuthStage opened = new AuthStage(trial, plan);
    trial.atEnd(() -> {}, () -> opened.logins.forEach(AuthorizationServer::close));
    return opened;
  }

  /** Adds an authorization server, which nobody knows of yet. */
  AuthorizationServer addServer(String path, Plan.Kind kind) {
    AuthorizationServer login =
        new AuthorizationServer(trial.peer().recorder(), visits, path, kind, plan.style());
    logins.add(login);
    return login;
  }

  ProtectedServer server() {
    return server;
  }

  /** The authorization server that the protected server has at first. */
  AuthorizationServer login() {
    return logins.get(0);
  }

  List<AuthorizationServer> logins() {
    return logins;
  }

  Visits visits() {
    return visits;
  }

  Plan plan() {
    return plan;
  }

  /** The client id that the first authorization server gave beforehand. */
  String registeredId() {
    return registeredId;
  }

  /** What a client knows beforehand, in the way the plan says. */
  ObjectNode knowledge() {
    return switch (identity) {
      case REGISTERED -> registered(Json.object());
      case DOCUMENT -> Json.object().put("document", DOCUMENT);
      case DYNAMIC -> Json.object();
    };
  }

  /** Adds the credentials that the first authorization server gave beforehand. */
  ObjectNode registered(ObjectNode knowledge) {
    knowledge.putObject("client").put("issuer", login().issuer()).put("client_id", registeredId);
    return knowledge;
  }

  /** Has the client set up. */
  Client connect() {
    return connect(knowledge());
  }

  /** Has the client set up. */
  Client connect(ObjectNode knowledge) {
    return stage.connectFreely(setup(knowledge));
  }

  /** Has the client set up in a way that it may refuse. */
  Optional<Client> attempt(ObjectNode knowledge) {
    return stage.attempt(setup(knowledge));
  }

  private Setup setup(ObjectNode knowledge) {
    return new Setup().revision(trial.revision().text()).authorization(knowledge);
  }

  /** Demands that the client gets through. */
  void passes(Done done, String... requirements) {
    requireSigns(done);
    demand(done.isOk(), "success", done.brief(), requirements);
  }

  /** Demands that the client does not get through, and does not even ask for some things. */
  void stops(Done done, List<Visit.Kind> kinds, String... requirements) {
    requireSigns(done);
    for (Visit.Kind kind : kinds) {
      List<Visit> there = visits.of(kind);
      demand(there.isEmpty(), "no " + kind.text(), Visits.paths(there), requirements);
    }
    demand(done.isFailed(), "failure", done.brief(), requirements);
  }

  /** Demands one thing for several reasons. All of them are named if it does not hold. */
  void demand(boolean holds, String expected, String actual, String... requirements) {
    for (int i = 1; i < requirements.length; i++) {
      trial.observe(requirements[i], holds, expected, actual);
    }
    trial.expect(requirements[0], holds, expected, actual);
  }

  /** A client of which nothing is heard, here or there, may only be slow, and is not accused. */
  private void requireSigns(Done done) {
    if (done.answer().isEmpty() && visits.all().isEmpty()) {
      throw new IllegalStateException("nothing was heard of the client in time (see --timeout)");
    }
  }
}
