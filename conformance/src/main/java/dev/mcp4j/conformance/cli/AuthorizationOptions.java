/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.cli;

import dev.mcp4j.conformance.token.Issuer;
import dev.mcp4j.conformance.token.Tokens;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the tokens for a protected server come from. */
final class AuthorizationOptions {
  @Option(
      names = "--authorization",
      paramLabel = "ISSUER",
      converter = Endpoint.class,
      description =
          "Plays the authorization server that the server trusts, for example"
              + " http://localhost:9000, with metadata and keys; tokens are JWTs signed by RS256."
              + " Waits for the server to come up.")
  private @Nullable URI issuer;

  @Option(
      names = "--audience",
      paramLabel = "TEXT",
      description = "Whom those tokens are for (default: the resource that the server says it is).",
      showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER)
  private @Nullable String audience;

  @Option(
      names = "--scope",
      paramLabel = "SCOPES",
      description = "What those tokens allow (default: all that the server names).",
      showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER)
  private @Nullable String scope;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description = "A token that the server takes, from an authorization server of its own.")
  private @Nullable String token;

  @Option(
      names = "--foreign-token",
      paramLabel = "TOKEN",
      description = "One that was issued for another server.")
  private @Nullable String foreignToken;

  @Option(names = "--expired-token", paramLabel = "TOKEN", description = "One that has expired.")
  private @Nullable String expiredToken;

  @Option(
      names = "--narrow-token",
      paramLabel = "TOKEN",
      description = "One that allows too little.")
  private @Nullable String narrowToken;

  AuthorizationOptions() {}

  /** Begins to play the authorization server, if that is wanted. */
  Access open() {
    if (issuer == null) {
      return Access.with(given());
    }
    if (token != null) {
      throw new Impossible(
          "--authorization makes all tokens itself, so --token does not go with it");
    }
    try {
      return Access.by(Issuer.start(issuer), audience, scope);
    } catch (IllegalArgumentException e) {
      throw new Impossible("--authorization: " + e.getMessage());
    } catch (UncheckedIOException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new Impossible("cannot listen at " + issuer + ": " + cause.getMessage());
    }
  }

  private @Nullable Tokens given() {
    Map<Tokens.Kind, String> others = new EnumMap<>(Tokens.Kind.class);
    put(others, Tokens.Kind.FOREIGN, foreignToken);
    put(others, Tokens.Kind.EXPIRED, expiredToken);
    put(others, Tokens.Kind.NARROW, narrowToken);
    if (token == null && !others.isEmpty()) {
      throw new Impossible("other tokens need one that the server takes: --token TOKEN");
    }
    return token == null ? null : Tokens.given(token, others);
  }

  private static void put(
      Map<Tokens.Kind, String> tokens, Tokens.Kind kind, @Nullable String token) {
    if (token != null) {
      tokens.put(kind, token);
    }
  }

  /** The options that give the same run again. Tokens are secrets, so their values are left out. */
  String commandLine() {
    if (issuer != null) {
      return " --authorization "
          + issuer
          + (audience == null ? "" : " --audience " + CheckRun.quoted(audience))
          + (scope == null ? "" : " --scope " + CheckRun.quoted(scope));
    }
    return (token == null ? "" : " --token …")
        + (foreignToken == null ? "" : " --foreign-token …")
        + (expiredToken == null ? "" : " --expired-token …")
        + (narrowToken == null ? "" : " --narrow-token …");
  }
}
