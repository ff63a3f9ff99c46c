/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jose.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mcp4j.jose.SigningAlgorithm;
import dev.mcp4j.server.KeyRing;
import dev.mcp4j.server.auth.SealedNonces;
import dev.mcp4j.server.transport.HttpEndpoint;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** DPoP at a resource server; {@link MalformedTokenTest} has what is refused. D7 to D10. */
class DpopTest {
  private static final String TOKEN =
      Jwt.accessToken().claim("cnf", Map.of("jkt", Keys.thumbprint(Keys.CLIENT))).signed();

  private final ProtectedServer server = new ProtectedServer();

  @AfterEach
  void close() {
    server.close();
  }

  private static String proof(String id) {
    return Jwt.proof(TOKEN, id).signed(Keys.CLIENT);
  }

  private static String proof(String id, String nonce) {
    return Jwt.proof(TOKEN, id).claim("nonce", nonce).signed(Keys.CLIENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://mcp.example.com/mcp",
        "HTTPS://MCP.example.com:443/mcp",
        "https://mcp.example.com/mcp?a=b",
        "https://mcp.example.com/mcp#c"
      })
  void d7ProofForTheUriHoweverItIsSpeltIsAccepted(String uri) {
    String proof = Jwt.proof(TOKEN, uri).claim("htu", uri).signed(Keys.CLIENT);

    assertThat(server.served(Exchange.dpop(TOKEN, proof)).answer()).contains("I am ada");
  }

  @ParameterizedTest
  @ValueSource(longs = {-300, 0, 300})
  void d7ProofIsGoodForFiveMinutesAroundItsTime(long offset) {
    String proof =
        Jwt.proof(TOKEN, "t" + offset).claim("iat", Jwt.NOW + offset).signed(Keys.CLIENT);

    assertThat(server.served(Exchange.dpop(TOKEN, proof)).status()).isEqualTo(200);
  }

  @Test
  void d7ProofNamesTheMethodThatIsUsed() {
    String ofPost = proof("post");
    String ofDelete = Jwt.proof(TOKEN, "delete").claim("htm", "DELETE").signed(Keys.CLIENT);

    Exchange refused = server.served(Exchange.dpop(TOKEN, ofPost).method("DELETE"));
    Exchange admitted = server.served(Exchange.dpop(TOKEN, ofDelete).method("DELETE"));

    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.challenge()).startsWith("DPoP error=\"invalid_dpop_proof\"");
    assertThat(admitted.status()).isNotEqualTo(401);
    assertThat(admitted.challenge()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://h/, https://h, true",
    "http://h:80/a, http://H/a, true",
    "https://h/a%2Fb, https://h/a/b, false",
    "https://h/A, https://h/a, false",
    "https://[::1]:443/a, https://[::1]/a, true",
    "//h/a, https://h/a, false"
  })
  void d7TargetsAreComparedWithoutQueryAndSpelling(String claimed, URI actual, boolean same) {
    assertThat(ProofClaims.sameTarget(claimed, actual)).isEqualTo(same);
  }

  @Test
  void d8AudienceIsStillEnforced() {
    String foreign =
        Jwt.accessToken()
            .claim("aud", "https://other.example.com/mcp")
            .claim("cnf", Map.of("jkt", Keys.thumbprint(Keys.CLIENT)))
            .signed();

    Exchange exchange =
        server.served(Exchange.dpop(foreign, Jwt.proof(foreign, "x").signed(Keys.CLIENT)));

    assertThat(exchange.status()).isEqualTo(401);
    assertThat(exchange.challenge()).startsWith("DPoP error=\"invalid_token\"");
  }

  @Test
  void d8RefusedProofHasAChallengeOfItsOwn() {
    Exchange exchange = server.served(Exchange.dpop(TOKEN, "forged"));

    assertThat(exchange.status()).isEqualTo(401);
    assertThat(exchange.challenge()).startsWith("DPoP error=\"invalid_dpop_proof\"");
    assertThat(exchange.nonce()).isNull();
  }

  @Test
  void d9ProofWithoutNonceIsAskedForOne() {
    Exchange asked = server.servedStrictly(Exchange.dpop(TOKEN, proof("a")));

    assertThat(asked.status()).isEqualTo(401);
    assertThat(asked.challenge()).startsWith("DPoP error=\"use_dpop_nonce\"");
    Exchange served =
        server.servedStrictly(Exchange.dpop(TOKEN, proof("b", String.valueOf(asked.nonce()))));
    assertThat(served.answer()).contains("I am ada");
    assertThat(served.nonce()).isNull();
  }

  @Test
  void d9ForgedNonceIsOfNoUse() {
    Exchange exchange = server.servedStrictly(Exchange.dpop(TOKEN, proof("a", "forged")));

    assertThat(exchange.challenge()).startsWith("DPoP error=\"use_dpop_nonce\"");
    assertThat(exchange.nonce()).isNotNull();
  }

  @Test
  void d9NonceOfAnotherInstanceIsAcceptedAndAgingOneReplaced() {
    SealedNonces another =
        new SealedNonces(
            KeyRing.of(new byte[32]),
            Duration.ofMinutes(5),
            Clock.fixed(Instant.ofEpochSecond(Jwt.NOW - 200), ZoneOffset.UTC));

    Exchange exchange = server.servedStrictly(Exchange.dpop(TOKEN, proof("a", another.issue())));

    assertThat(exchange.answer()).contains("I am ada");
    assertThat(exchange.nonce()).isNotNull();
  }

  @Test
  void d9InstancesMayShareWhatTheyRememberOfProofs() {
    Set<String> used = ConcurrentHashMap.newKeySet();
    HttpEndpoint one = sharing(used);
    HttpEndpoint two = sharing(used);

    assertThat(ProtectedServer.served(one, Exchange.dpop(TOKEN, proof("a"))).status())
        .isEqualTo(200);
    assertThat(ProtectedServer.served(two, Exchange.dpop(TOKEN, proof("a"))).status())
        .isEqualTo(401);
    assertThat(used).singleElement().asString().matches("dpop:[A-Za-z0-9_-]{43}");
  }

  private HttpEndpoint sharing(Set<String> used) {
    return server.endpoint(
        ProtectedServer.protection()
            .proofs(ProtectedServer.proofs().replays((id, until) -> used.add(id)).build())
            .build());
  }

  @Test
  void d10BoundTokenIsNoBearerToken() {
    Exchange exchange = server.served(Exchange.bearer(TOKEN).header("DPoP", proof("a")));

    assertThat(exchange.status()).isEqualTo(401);
    assertThat(exchange.challenge()).startsWith("DPoP error=\"invalid_token\"");
  }

  @Test
  void challengeOffersWhatTheServerTakes() {
    assertThat(server.served(new Exchange()).challenge())
        .matches("Bearer scope=.*, DPoP scope=.*algs=\"ES256 PS256 RS256\".*");
    assertThat(server.servedStrictly(new Exchange()).challenge())
        .startsWith("DPoP ")
        .doesNotContain("Bearer");
  }

  @Test
  void tokenWithoutAKeyIsRefusedWhereOneIsRequired() {
    Exchange exchange = server.servedStrictly(Exchange.bearer(Jwt.accessToken().signed()));

    assertThat(exchange.status()).isEqualTo(401);
    assertThat(exchange.challenge()).startsWith("DPoP error=\"invalid_token\"");
  }

  @Test
  void insufficientScopeOfABoundTokenIsSaidInItsScheme() {
    String poor =
        Jwt.accessToken()
            .claim("scope", "other")
            .claim("cnf", Map.of("jkt", Keys.thumbprint(Keys.CLIENT)))
            .signed();

    Exchange exchange =
        server.served(Exchange.dpop(poor, Jwt.proof(poor, "p").signed(Keys.CLIENT)));

    assertThat(exchange.status()).isEqualTo(403);
    assertThat(exchange.challenge()).startsWith("DPoP error=\"insufficient_scope\"");
  }

  @Test
  void ageOfProofsIsAtMostFiveMinutes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DpopVerifier.builder().maxAge(Duration.ofMinutes(6)));
    assertThat(DpopVerifier.builder().algorithms(SigningAlgorithm.ES384).build().algorithms())
        .isEqualTo("ES384");
  }
}
