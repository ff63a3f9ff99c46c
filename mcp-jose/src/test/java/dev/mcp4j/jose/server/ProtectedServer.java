/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jose.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import dev.mcp4j.server.KeyRing;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.auth.ResourceServer;
import dev.mcp4j.server.auth.SealedNonces;
import dev.mcp4j.server.transport.HttpEndpoint;
import dev.mcp4j.server.transport.HttpOptions;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** A server whose tool says who calls it. It trusts two issuers, and accepts tokens of one. */
final class ProtectedServer implements AutoCloseable {
  static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(Jwt.NOW), ZoneOffset.UTC);
  static final String SSO = "https://sso.example.com";

  private final McpServer server =
      McpServer.named("who", "1")
          .tool("who", tool -> tool.handle((none, call) -> "I am " + call.caller().principal()))
          .build();
  final SealedNonces nonces =
      new SealedNonces(KeyRing.of(new byte[32]), Duration.ofMinutes(5), CLOCK);
  private final HttpEndpoint plain;
  private final HttpEndpoint withNonces;

  ProtectedServer() {
    this.plain = endpoint(protection().proofs(proofs().build()).build());
    this.withNonces = endpoint(protection().requireProofs(proofs().nonces(nonces).build()).build());
  }

  static JwkSource keys(JWK... keys) {
    return JwkSource.fixed(Keys.set(keys));
  }

  static DpopVerifier.Builder proofs() {
    return DpopVerifier.builder().clock(CLOCK);
  }

  static ResourceServer.Builder protection() {
    return ResourceServer.builder(
            Jwt.RESOURCE,
            JwtVerifier.builder()
                .issuer(Jwt.ISSUER, keys(Keys.EC, Keys.RSA))
                .issuer(SSO, keys(Keys.OF_SSO))
                .build())
        .authorizationServer(Jwt.ISSUER)
        .requires("notes.read")
        .clock(CLOCK);
  }

  HttpEndpoint endpoint(ResourceServer protection) {
    return server.httpEndpoint(
        HttpOptions.builder(0)
            .bindHost("0.0.0.0")
            .streamAfter(Duration.ofMinutes(1))
            .authorization(protection)
            .build());
  }

  Exchange served(Exchange exchange) {
    return served(plain, exchange);
  }

  /** Serves where every token needs a key, and every proof a nonce. */
  Exchange servedStrictly(Exchange exchange) {
    return served(withNonces, exchange);
  }

  static Exchange served(HttpEndpoint endpoint, Exchange exchange) {
    try {
      endpoint.serve(exchange);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    assertThat(exchange.status()).as("answered").isNotZero();
    return exchange;
  }

  @Override
  public void close() {
    server.close();
  }
}
