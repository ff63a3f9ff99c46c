/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.common;

import dev.mcp4j.conformance.engine.Checks;
import dev.mcp4j.conformance.engine.Feature;
import dev.mcp4j.conformance.engine.Needs;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.peer.Ask;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.rules.Generators;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A protected server answers nobody who has no token. */
@Needs(Feature.PROTECTED)
class AuthorizationProperties extends Generators {
  @Property
  @Checks({
    "auth.token.before-processing",
    "auth.status.unauthorized-401",
    "auth.token.error-response"
  })
  void requestWithoutTokenIsChallenged(@ForAll("methods") String method, Trial trial) {
    Reply reply = trial.send(Refusals.withoutToken(ask(method, trial)));
    Refusals.nothingIsTold("auth.token.before-processing", reply, trial);
    trial.expect("auth.status.unauthorized-401", reply).status(401);
    Refusals.isChallenged("auth.token.error-response", reply, trial);
  }

  /** The empty text stands for a method that every server has. */
  @Provide
  Arbitrary<String> methods() {
    Arbitrary<String> known =
        Arbitraries.of(
            "", "tools/list", "prompts/list", "resources/list", "resources/templates/list");
    return Arbitraries.oneOf(known, known, unknownMethods());
  }

  private static Ask ask(String method, Trial trial) {
    return method.isEmpty() ? trial.askPlain() : trial.ask(method);
  }

  @Property
  @Checks({
    "auth.token.before-processing",
    "auth.status.unauthorized-401",
    "tool.access-control",
    "resource.access-control"
  })
  void everythingIsRefusedWithoutToken(@ForAll Unasked what, Trial trial) {
    Optional<Ask> ask = what.of(trial);
    if (ask.isEmpty()) {
      return;
    }
    Reply reply = Refusals.sendBriefly(Refusals.withoutToken(ask.get()), trial);
    Refusals.nothingIsTold(what.requirement(), reply, trial);
    Refusals.nothingIsTold("auth.token.before-processing", reply, trial);
    if (what.isSound()) {
      trial.expect("auth.status.unauthorized-401", reply).status(401);
    }
  }

  @Property
  @Checks({"auth.token.before-processing", "auth.status.unauthorized-401"})
  void connectionIsNotTrusted(@ForAll("methods") String method, Trial trial) {
    Ask second = Refusals.withoutToken(ask(method, trial));
    List<Reply> replies = trial.http().sendOnOneConnection(List.of(trial.askPlain(), second));
    Reply reply = trial.seen(replies.get(1));
    Refusals.nothingIsTold("auth.token.before-processing", reply, trial);
    trial.expect("auth.status.unauthorized-401", reply).status(401);
  }

  @Property
  @Checks({"auth.token.validated", "auth.status.unauthorized-401", "auth.token.invalid-401"})
  void textThatIsNoTokenIsRefused(@ForAll("nonsense") String token, Trial trial) {
    Reply reply = trial.send(Refusals.withToken(trial.askPlain(), token));
    Refusals.nothingIsTold("auth.token.validated", reply, trial);
    trial.expect("auth.token.invalid-401", reply).status(401);
  }

  /** Texts that have the form of a token. */
  @Provide
  Arbitrary<String> nonsense() {
    Arbitrary<String> parts =
        Arbitraries.strings()
            .withCharRange('a', 'z')
            .withCharRange('A', 'Z')
            .withCharRange('0', '9')
            .withChars('-', '_')
            .ofMinLength(1)
            .ofMaxLength(60);
    Arbitrary<String> dotted =
        Combinators.combine(parts, parts, parts).as((a, b, c) -> a + "." + b + "." + c);
    return Arbitraries.oneOf(parts, dotted, Arbitraries.of("null", "undefined", "e30.e30."));
  }

  @Property
  @Checks({"auth.token.validated", "auth.status.unauthorized-401"})
  void otherSchemesAreRefused(@ForAll("otherSchemes") String scheme, Trial trial) {
    String token = trial.profile().tokens().orElseThrow().valid();
    Reply reply = trial.send(Refusals.withCredentials(trial.askPlain(), scheme + " " + token));
    Refusals.nothingIsTold("auth.token.validated", reply, trial);
    // A token where none belongs may count as malformed.
    trial
        .expect("auth.status.unauthorized-401", reply)
        .is(reply.status() == 401 || reply.status() == 400, "status 401 or 400");
  }

  @Provide
  Arbitrary<String> otherSchemes() {
    return Arbitraries.of("Basic", "Digest", "Negotiate", "Token", "Bearer2", "MAC");
  }

  @Property
  @Checks("auth.status.malformed-400")
  void malformedCredentialsAreRefused(@ForAll("malformed") String credentials, Trial trial) {
    Reply reply = trial.send(Refusals.withCredentials(trial.askPlain(), credentials));
    trial
        .expect("auth.status.malformed-400", reply)
        .is(reply.status() == 400 || reply.status() == 401, "status 400, or 401");
  }

  /** What is no credentials at all, so that it may count as malformed or as none. */
  @Provide
  Arbitrary<String> malformed() {
    return Arbitraries.of(
        "Bearer",
        "Bearer two words",
        "Bearer \"quoted\"",
        "Bearer a,b",
        "Bearer =",
        "=",
        "bearer:x");
  }

  @Property
  @Checks({"auth.token.before-processing", "auth.status.unauthorized-401"})
  void tokenInTheQueryIsNotTaken(@ForAll("parameters") String parameter, Trial trial) {
    String token = trial.profile().tokens().orElseThrow().valid();
    Ask ask = Refusals.withoutToken(trial.askPlain()).path("?" + parameter + "=" + token);
    Reply reply = trial.send(ask);
    Refusals.nothingIsTold("auth.token.before-processing", reply, trial);
    trial
        .expect("auth.status.unauthorized-401", reply)
        .is(reply.status() == 401 || reply.status() == 400, "status 401 or 400");
  }

  @Provide
  Arbitrary<String> parameters() {
    return Arbitraries.of("access_token", "token", "Authorization", "bearer", "bearer_token");
  }

  @Property
  @Checks({"auth.challenge.scope", "auth.scope.consistent"})
  void challengesNameTheSameScopes(
      @ForAll("methods") String first, @ForAll("nonsense") String token, Trial trial) {
    Reply none = trial.send(Refusals.withoutToken(ask(first, trial)));
    Reply bad = trial.send(Refusals.withToken(ask(first, trial), token));
    if (Refusals.challenges(none).isEmpty() || Refusals.challenges(bad).isEmpty()) {
      return;
    }
    trial.expect(
        "auth.challenge.scope",
        Refusals.challenges(none).stream().anyMatch(c -> c.param("scope").isPresent()),
        "a challenge with the parameter scope",
        Refusals.shown(none));
    trial.expect(
        "auth.scope.consistent",
        Refusals.scopes(none).equals(Refusals.scopes(bad)),
        "the scopes " + Refusals.scopes(none),
        Refusals.shown(bad));
  }
}
