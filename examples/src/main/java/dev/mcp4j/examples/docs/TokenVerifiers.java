/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.jose.server.DpopVerifier;
import dev.mcp4j.jose.server.JwtVerifier;
import dev.mcp4j.server.KeyRing;
import dev.mcp4j.server.auth.IntrospectionVerifier;
import dev.mcp4j.server.auth.ResourceServer;
import dev.mcp4j.server.auth.SealedNonces;
import dev.mcp4j.server.auth.TokenVerifier;
import java.net.URI;
import java.time.Duration;

/** Ways to verify tokens, and the protection made of them. */
public final class TokenVerifiers {
  static TokenVerifier signed() {
    // @start region="jwt"
    TokenVerifier verifier = JwtVerifier.of("https://id.example.com");
    // @end region="jwt"
    return verifier;
  }

  static TokenVerifier opaque(String secret) {
    // @start region="introspection"
    TokenVerifier verifier =
        IntrospectionVerifier.builder(
                "https://id.example.com",
                URI.create("https://id.example.com/introspect"),
                "notes-server",
                secret)
            .maxAge(Duration.ofSeconds(30))
            .build();
    // @end region="introspection"
    return verifier;
  }

  static ResourceServer bound(TokenVerifier verifier, byte[] key) {
    // @start region="dpop"
    SealedNonces nonces = SealedNonces.of(KeyRing.of(key));
    ResourceServer protection =
        ResourceServer.builder("https://notes.example.com/mcp", verifier)
            .authorizationServer("https://id.example.com")
            .requireProofs(DpopVerifier.builder().nonces(nonces).build())
            .build();
    // @end region="dpop"
    return protection;
  }

  public static void main(String[] args) {
    ResourceServer protection = bound(signed(), new byte[32]);
    System.out.println(protection.resource() + " takes tokens of");
    protection.authorizationServers().forEach(issuer -> System.out.println("  " + issuer));
    System.out.println("with a proof of possession: " + protection.proofRequired());
  }
}
