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
import dev.mcp4j.conformance.token.Flaw;
import dev.mcp4j.conformance.token.Tokens;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * A protected server takes tokens that are good and issued for it, and no others. There are few
 * sorts of bad ones, so that twenty tries take all of most properties.
 */
@Needs(Feature.PROTECTED)
class TokenProperties extends Generators {
  @Property
  @Checks({"auth.token.own-only", "auth.token.invalid-401", "auth.token.error-response"})
  @Needs(Feature.OWN_TOKENS)
  void tokenForAnotherServerIsRefused(@ForAll("audiences") int variation, Trial trial) {
    refused("auth.token.own-only", Flaw.OTHER_AUDIENCE, variation, trial);
  }

  @Provide
  Arbitrary<Integer> audiences() {
    return Arbitraries.integers().between(0, 6);
  }

  @Property
  @Checks({"auth.token.audience", "auth.token.invalid-401", "auth.token.error-response"})
  @Needs(Feature.OWN_TOKENS)
  void tokenForNobodyIsRefused(@ForAll("variations") int variation, Trial trial) {
    refused("auth.token.audience", Flaw.NO_AUDIENCE, variation, trial);
  }

  @Property
  @Checks({"auth.token.validated", "auth.token.invalid-401", "auth.token.error-response"})
  @Needs(Feature.OWN_TOKENS)
  void tokenOutOfItsTimeIsRefused(
      @ForAll("times") Flaw flaw, @ForAll("variations") int variation, Trial trial) {
    refused("auth.token.validated", flaw, variation, trial);
  }

  @Provide
  Arbitrary<Flaw> times() {
    return Arbitraries.of(Flaw.EXPIRED, Flaw.EARLY);
  }

  @Property
  @Checks({"auth.token.validated", "auth.token.invalid-401", "auth.token.error-response"})
  @Needs(Feature.OWN_TOKENS)
  void forgedTokenIsRefused(
      @ForAll("forgeries") Flaw flaw, @ForAll("variations") int variation, Trial trial) {
    refused("auth.token.validated", flaw, variation, trial);
  }

  @Provide
  Arbitrary<Flaw> forgeries() {
    return Arbitraries.of(
        Flaw.OTHER_KEY, Flaw.ALTERED, Flaw.UNSIGNED, Flaw.PUBLIC_KEY_AS_SECRET, Flaw.KEY_IN_HEADER);
  }

  @Property
  @Checks({"auth.token.foreign-refused", "auth.token.invalid-401", "auth.token.error-response"})
  @Needs(Feature.OWN_TOKENS)
  void tokenOfAnotherIssuerIsRefused(@ForAll("variations") int variation, Trial trial) {
    refused("auth.token.foreign-refused", Flaw.OTHER_ISSUER, variation, trial);
  }

  @Provide
  Arbitrary<Integer> variations() {
    return Arbitraries.integers().between(0, 3);
  }

  @Property
  @Checks({"auth.token.own-only", "auth.token.invalid-401", "auth.token.error-response"})
  @Needs(Feature.FOREIGN_TOKEN)
  void knownTokenForAnotherServerIsRefused(Trial trial) {
    refused("auth.token.own-only", known(Tokens.Kind.FOREIGN, trial), trial);
  }

  @Property
  @Checks({"auth.token.validated", "auth.token.invalid-401", "auth.token.error-response"})
  @Needs(Feature.EXPIRED_TOKEN)
  void knownTokenThatHasExpiredIsRefused(Trial trial) {
    refused("auth.token.validated", known(Tokens.Kind.EXPIRED, trial), trial);
  }

  private static String known(Tokens.Kind kind, Trial trial) {
    return trial.profile().tokens().orElseThrow().of(kind).orElseThrow();
  }

  @Property
  @Checks({"auth.token.validated", "auth.token.invalid-401"})
  @Needs(Feature.OWN_TOKENS)
  void goodTokenBeforeDoesNotHelpABadOne(
      @ForAll("anyFlaw") Flaw flaw, @ForAll("audiences") int variation, Trial trial) {
    trial.send(trial.askPlain());
    refused("auth.token.validated", flaw, variation, trial);
  }

  @Provide
  Arbitrary<Flaw> anyFlaw() {
    return Arbitraries.of(Flaw.values());
  }

  private static void refused(String requirement, Flaw flaw, int variation, Trial trial) {
    String token =
        trial.profile().tokens().flatMap(Tokens::mint).orElseThrow().flawed(flaw, variation);
    refused(requirement, token, trial);
  }

  private static void refused(String requirement, String token, Trial trial) {
    Ask ask = Refusals.withToken(trial.askPlain(), token);
    Reply reply = trial.send(ask);
    Refusals.nothingIsTold(requirement, reply, trial);
    trial.expect("auth.token.invalid-401", reply).status(401);
    Refusals.isChallenged("auth.token.error-response", reply, trial);
  }
}
