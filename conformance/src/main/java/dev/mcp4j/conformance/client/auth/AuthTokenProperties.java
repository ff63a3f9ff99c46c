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
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What a client does with the tokens that it has. */
@Needs(
    value = Feature.HTTP,
    abilities = {"authorization", "tools"})
class AuthTokenProperties extends AuthGenerators {
  /** More authorizations than a client that gives up needs. */
  private static final int MANY = 10;

  @Property
  @Checks({"auth.token.header", "auth.token.every-request", "auth.token.not-in-query"})
  void everyRequestHasTheToken(
      @ForAll("plans") Plan plan, @ForAll @IntRange(min = 1, max = 4) int calls, Trial trial) {
    AuthStage stage = AuthStage.open(trial, plan);
    Client client = stage.connect();
    stage.passes(client.call("echo").await(), "auth.challenge.answered");
    for (int i = 0; i < calls; i++) {
      stage.passes(client.call("echo").await(), "auth.token.every-request");
      stage.passes(client.list("tools").await(), "auth.token.every-request");
    }
    // Where there are sessions, it is ended by a request, too.
    Done unused = client.close().await();
  }

  @Property
  @Checks("auth.token.foreign-not-sent")
  void serversGetTheirOwnTokens(
      @ForAll("plans") Plan plan, @ForAll("plans") Plan other, Trial trial) {
    AuthStage one = AuthStage.open(trial, plan);
    AuthStage two = AuthStage.open(trial, other);
    Client first = one.connect();
    Client second = two.connect();
    one.passes(first.call("echo").await(), "auth.challenge.answered");
    two.passes(second.call("echo").await(), "auth.challenge.answered");
    one.passes(first.call("echo").await(), "auth.token.foreign-not-sent");
    two.passes(second.call("echo").await(), "auth.token.foreign-not-sent");
  }

  @Property
  @Checks("auth.token.foreign-not-sent")
  void tokenDoesNotFollowARedirect(
      @ForAll("plans") Plan plan, @ForAll("plans") Plan other, Trial trial) {
    AuthStage one = AuthStage.open(trial, plan);
    AuthStage two = AuthStage.open(trial, other);
    one.server().redirectTo(two.server().url());
    Done done = one.connect().call("echo").await();
    List<Visit> there =
        two.visits().of(Visit.Kind.MESSAGE).stream()
            .filter(visit -> visit.bearer().isPresent())
            .toList();
    two.demand(
        there.isEmpty(),
        "no token for the server that was redirected to",
        done.brief(),
        "auth.token.foreign-not-sent");
  }

  @Property
  @Checks({"auth.challenge.answered", "auth.refresh.confidential", "auth.refresh.grant-type"})
  void tokenThatHasEndedIsRenewed(@ForAll("plans") Plan plan, Trial trial) {
    AuthStage stage = AuthStage.open(trial, plan);
    stage
        .login()
        .tokens(members -> members.put("refresh_token", AuthorizationServer.fresh("again")));
    Client client = stage.connect();
    stage.passes(client.call("echo").await(), "auth.challenge.answered");
    stage.server().revokeAll();
    stage.passes(client.call("echo").await(), "auth.challenge.answered");
  }

  @Property
  @Checks("auth.refresh.not-assumed")
  void refreshTokensAreNotCountedOn(
      @ForAll("plans") Plan plan, @ForAll boolean refused, @ForAll boolean ending, Trial trial) {
    AuthStage stage = AuthStage.open(trial, plan);
    stage
        .login()
        .refreshes(token -> false)
        .tokens(
            members -> {
              if (refused) {
                members.put("refresh_token", AuthorizationServer.fresh("again"));
              }
              if (!ending) {
                members.remove("expires_in");
              }
            });
    Client client = stage.connect();
    stage.passes(client.call("echo").await(), "auth.challenge.answered");
    stage.server().revokeAll();
    stage.passes(client.call("echo").await(), "auth.refresh.not-assumed");
  }

  @Property
  @Checks("auth.challenge.answered")
  void clientGivesUpWhereNoTokenIsGood(@ForAll("plans") Plan plan, Trial trial) {
    AuthStage stage = AuthStage.open(trial, plan);
    stage.server().isNeverContent();
    Done done = stage.connect().call("echo").await();
    int authorizations = stage.visits().of(Visit.Kind.AUTHORIZATION).size();
    stage.demand(
        authorizations <= MANY,
        "no more than " + MANY + " authorizations in vain",
        String.valueOf(authorizations),
        "auth.challenge.answered");
    stage.stops(done, List.of(), "auth.challenge.answered");
  }
}
