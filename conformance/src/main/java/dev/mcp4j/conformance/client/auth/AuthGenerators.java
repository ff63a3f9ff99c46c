/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.auth;

import dev.mcp4j.conformance.rules.Generators;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;

/** Generates what properties of protected servers need. */
abstract class AuthGenerators extends Generators {
  private static final Arbitrary<String> ENDPOINTS =
      Arbitraries.of("/mcp", "", "/a/mcp", "/public/v1/mcp");

  /** How servers are laid out. */
  @Provide
  Arbitrary<Plan> plans() {
    return Combinators.combine(
            ENDPOINTS,
            Arbitraries.of(Plan.Where.values()),
            Arbitraries.of("", "/tenant1", "/a/b"),
            Arbitraries.of(Plan.Kind.values()),
            Arbitraries.of(Identity.values()),
            styles())
        .as(Plan::new);
  }

  /** How challenges are written. */
  @Provide
  Arbitrary<Challenge> challenges() {
    Arbitrary<List<String>> others =
        Arbitraries.of(
                "Basic realm=\"simple\"",
                "Basic realm=\"a, b\", charset=\"UTF-8\"",
                "Negotiate",
                "Digest realm=\"x\", nonce=\"a=\\\"b\\\"\", qop=\"auth\"",
                "DPoP algs=\"ES256\"",
                "Basic realm=\"Bearer resource_metadata=\\\"http://127.0.0.1:9/no\\\"\"",
                "NTLM TlRMTVNTUAAB==")
            .list()
            .ofMaxSize(2);
    Arbitrary<Boolean> flags = Arbitraries.of(false, true);
    Arbitrary<String> extras =
        Arbitraries.of("", "realm=\"mcp\"", "realm=\"say \\\"x, y\\\"\"", "x_unknown=1");
    return Combinators.combine(
            others, others, flags, flags, flags, flags, Arbitraries.of(", ", ",", " , "), extras)
        .as(Challenge::new);
  }

  /** Names of scopes, at least one. */
  @Provide
  Arbitrary<Set<String>> scopes() {
    return Arbitraries.of("read", "write", "files:read", "files:write", "admin", "mcp.tools/call")
        .set()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  /** Texts that occur nowhere by accident. */
  @Provide
  Arbitrary<String> marks() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .ofLength(10)
        .map(letters -> "zq" + letters);
  }
}
