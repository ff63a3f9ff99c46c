/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mcp4j.jose.server.JwtVerifier;
import dev.mcp4j.server.auth.AccessToken;
import dev.mcp4j.server.auth.InvalidTokenException;
import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens are judged by a verifier that is not the suite's. */
class MintTest {
  private static final String AUDIENCE = "http://localhost:8080/mcp";
  private static Issuer issuer;
  private static Mint mint;
  private static JwtVerifier verifier;

  @BeforeAll
  static void start() {
    issuer = Issuer.start(URI.create("http://localhost:0/tenant"));
    mint = new Mint(issuer, AUDIENCE, Set.of("a", "b"));
    verifier = JwtVerifier.of(issuer.identifier());
  }

  @AfterAll
  static void stop() {
    issuer.close();
  }

  /** What a careful server takes; empty for a token that it refuses. */
  private static Optional<AccessToken> taken(String token) throws Exception {
    try {
      AccessToken read = verifier.verify(token);
      Instant now = Instant.now();
      boolean good =
          read.audience().equals(List.of(AUDIENCE))
              && read.expiresAt().isAfter(now)
              && !read.notBefore().isAfter(now);
      return good ? Optional.of(read) : Optional.empty();
    } catch (InvalidTokenException e) {
      return Optional.empty();
    }
  }

  @Test
  void goodTokensAreTaken() throws Exception {
    assertThat(taken(mint.valid()).orElseThrow().scopes()).containsExactlyInAnyOrder("a", "b");
    assertThat(taken(mint.withScopes(Set.of("c"))).orElseThrow().scopes()).containsExactly("c");
    assertThat(taken(mint.withScopes(Set.of())).orElseThrow().scopes()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void flawedTokensAreRefusedWhateverTheVariation(Flaw flaw) throws Exception {
    Set<String> shapes = new HashSet<>();
    for (int variation = 0; variation < 12; variation++) {
      String token = mint.flawed(flaw, variation);
      assertThat(taken(token)).as("%s %d: %s", flaw, variation, token).isEmpty();
      shapes.add(token);
    }
    assertThat(shapes).hasSize(12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://localhost:9000", "http://id.example.com", "http://10.0.0.1:1"})
  void issuerIsOnThisMachine(String identifier) {
    assertThatIllegalArgumentException().isThrownBy(() -> Issuer.start(URI.create(identifier)));
  }
}
