/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.auth;

import dev.mcp4j.conformance.engine.Trial;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A code is of use only to who asked for it, which PKCE proves, and the state. */
final class ProofRule implements AuthRule {
  @Override
  public Set<String> checks() {
    return Set.of("auth.pkce.used", "auth.pkce.s256", "auth.state.used");
  }

  @Override
  public void look(Trial trial, AuthStage stage) {
    Set<String> states = new HashSet<>();
    for (Visit visit : stage.visits().of(Visit.Kind.AUTHORIZATION)) {
      Parameters query = visit.parameters();
      String challenge = query.get("code_challenge");
      trial.observe("auth.pkce.used", !challenge.isEmpty(), "a code_challenge", "none");
      if (!challenge.isEmpty()) {
        String method = query.get("code_challenge_method");
        trial.observe("auth.pkce.s256", method.equals("S256"), "the method S256", method);
      }
      String state = query.get("state");
      trial.observe(
          "auth.state.used",
          !state.isEmpty() && states.add(state),
          "a state of its own",
          state.isEmpty() ? "none" : "one that was used before");
    }
    for (AuthorizationServer login : stage.logins()) {
      for (Visit visit : stage.visits().of(Visit.Kind.TOKEN, login.issuer())) {
        verifier(trial, login, visit.parameters());
      }
    }
  }

  private static void verifier(Trial trial, AuthorizationServer login, Parameters form) {
    Optional<Parameters> asked = login.requestOf(form.get("code"));
    if (asked.isEmpty()) {
      return;
    }
    String verifier = form.get("code_verifier");
    trial.observe("auth.pkce.used", !verifier.isEmpty(), "a code_verifier", "none");
    if (!verifier.isEmpty() && asked.get().get("code_challenge_method").equals("S256")) {
      String challenge = asked.get().get("code_challenge");
      trial.observe(
          "auth.pkce.s256",
          digest(verifier).equals(challenge),
          "a verifier whose digest is the challenge " + challenge,
          verifier);
    }
  }

  private static String digest(String verifier) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
