/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.cli;

import dev.mcp4j.conformance.engine.Profile;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.Ask;
import dev.mcp4j.conformance.peer.HttpServer;
import dev.mcp4j.conformance.peer.PeerGone;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.token.Challenge;
import dev.mcp4j.conformance.token.Issuer;
import dev.mcp4j.conformance.token.Mint;
import dev.mcp4j.conformance.token.Protection;
import dev.mcp4j.conformance.token.ResourceMetadata;
import dev.mcp4j.conformance.token.Tokens;
import dev.mcp4j.conformance.wire.Header;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How a run gets into a protected server. */
final class Access implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final @Nullable Issuer issuer;
  private final @Nullable Tokens given;
  private final @Nullable String audience;
  private final @Nullable String scope;
  private @Nullable Protection protection;

  private Access(
      @Nullable Issuer issuer,
      @Nullable Tokens given,
      @Nullable String audience,
      @Nullable String scope) {
    this.issuer = issuer;
    this.given = given;
    this.audience = audience;
    this.scope = scope;
  }

  /** Gets in with tokens of somebody else, or without any. */
  static Access with(@Nullable Tokens given) {
    return new Access(null, given, null, null);
  }

  /** Gets in with tokens that an issuer makes for an audience and with scopes. */
  static Access by(Issuer issuer, @Nullable String audience, @Nullable String scope) {
    return new Access(issuer, null, audience, scope);
  }

  boolean isWanted() {
    return issuer != null || given != null;
  }

  /**
   * Makes that a token goes with every request.
   *
   * @param server the server without a token
   * @param ask a request that is sent without a token, to see how that is refused
   */
  HttpServer to(HttpServer server, Ask ask) {
    if (!isWanted()) {
      return server;
    }
    Reply refusal = issuer == null ? server.send(ask) : patiently(server, ask);
    Set<String> demanded = new TreeSet<>();
    refusal.head().map(Challenge::forTokens).orElse(List.of()).stream()
        .map(Challenge::scopes)
        .forEach(demanded::addAll);
    Tokens tokens =
        issuer == null ? Objects.requireNonNull(given) : made(issuer, server, refusal, demanded);
    if (refusal.status() >= 400) {
      protection = new Protection(tokens, demanded);
    }
    return server.with(new Header("Authorization", "Bearer " + tokens.valid()));
  }

  /** Adds what was learned about the protection to what is known about the server. */
  Profile completed(Profile profile) {
    return protection == null ? profile : profile.protectedBy(protection);
  }

  @Override
  public void close() {
    if (issuer != null) {
      issuer.close();
    }
  }

  private Tokens made(Issuer by, HttpServer server, Reply refusal, Set<String> demanded) {
    JsonNode metadata =
        refusal
            .head()
            .map(head -> ResourceMetadata.find(server, head))
            .orElse(Json.NODES.missingNode());
    Set<String> scopes = new TreeSet<>(demanded);
    scopes.addAll(ResourceMetadata.scopes(metadata));
    if (scope != null) {
      scopes = new TreeSet<>(List.of(scope.strip().split(" +", -1)));
    }
    String resource = metadata.path("resource").stringValue(server.uri().toString());
    return Tokens.made(new Mint(by, audience == null ? resource : audience, scopes));
  }

  /** A server may be started only when its authorization server is there. */
  private static Reply patiently(HttpServer server, Ask ask) {
    long end = System.nanoTime() + START.toNanos();
    while (true) {
      try {
        return server.send(ask);
      } catch (PeerGone e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }
}
