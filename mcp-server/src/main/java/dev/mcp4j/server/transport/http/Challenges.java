/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import dev.mcp4j.server.auth.ProofVerifier;
import dev.mcp4j.server.auth.ResourceServer;
import dev.mcp4j.server.core.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the challenges that tell clients what token they need and where it comes from.
 *
 * <p>Specification 2026-07-28: basic/authorization, Error Handling; RFC 6750, section 3; RFC 9449,
 * section 7.1; RFC 9728, section 5.1.
 */
public final class Challenges {
  /** The name of the header. */
  public static final String WWW_AUTHENTICATE = "WWW-Authenticate";

  static final String DPOP_NONCE = "DPoP-Nonce";
  static final String INSUFFICIENT_SCOPE = "insufficient_scope";
  private static final String BEARER = Credentials.Scheme.BEARER + " ";

  private final ResourceServer server;
  private final String metadataUrl;

  Challenges(ResourceServer server, String metadataUrl) {
    this.server = server;
    this.metadataUrl = metadataUrl;
  }

  /**
   * Writes the challenge of a fault. Whoever let the call in completes it.
   *
   * @param fault why a request failed
   * @return the header, or nothing if another token would not help
   */
  public static Map<String, String> of(Fault fault) {
    return fault.hint() instanceof Fault.Hint.Challenge challenge
        ? Map.of(
            WWW_AUTHENTICATE,
            BEARER
                + "error=\""
                + INSUFFICIENT_SCOPE
                + "\", scope=\""
                + String.join(" ", challenge.scopes())
                + "\"")
        : Map.of();
  }

  /** Completes the challenge of a fault for a client that sent a token by a scheme. */
  Map<String, String> completed(Map<String, String> headers, Credentials.Scheme scheme) {
    String challenge = headers.get(WWW_AUTHENTICATE);
    if (challenge == null || !challenge.startsWith(BEARER)) {
      return headers;
    }
    Map<String, String> all = new LinkedHashMap<>(headers);
    String params = challenge.substring(BEARER.length());
    all.put(
        WWW_AUTHENTICATE, scheme + " " + params + ", resource_metadata=\"" + metadataUrl + "\"");
    return all;
  }

  /** Writes the headers of a denial. */
  Map<String, String> of(Denied denied) {
    Map<String, String> headers = new LinkedHashMap<>();
    List<String> challenges = new ArrayList<>();
    for (Credentials.Scheme scheme : schemes(denied)) {
      challenges.add(challenge(scheme, denied));
    }
    headers.put(WWW_AUTHENTICATE, String.join(", ", challenges));
    String nonce = denied.nonce();
    if (nonce != null) {
      headers.put(DPOP_NONCE, nonce);
    }
    return headers;
  }

  private List<Credentials.Scheme> schemes(Denied denied) {
    Credentials.Scheme used = denied.scheme();
    if (server.proofs() == null) {
      return List.of(Credentials.Scheme.BEARER);
    }
    if (server.proofRequired() || used == Credentials.Scheme.DPOP) {
      return List.of(Credentials.Scheme.DPOP);
    }
    return used == null
        ? List.of(Credentials.Scheme.BEARER, Credentials.Scheme.DPOP)
        : List.of(used);
  }

  private String challenge(Credentials.Scheme scheme, Denied denied) {
    List<String> params = new ArrayList<>();
    if (denied.error() != null) {
      params.add(param("error", denied.error()));
      params.add(param("error_description", denied.reason()));
    }
    List<String> scopes = denied.scopes().isEmpty() ? server.requiredScopes() : denied.scopes();
    if (!scopes.isEmpty()) {
      params.add(param("scope", String.join(" ", scopes)));
    }
    ProofVerifier proofs = server.proofs();
    if (scheme == Credentials.Scheme.DPOP && proofs != null) {
      params.add(param("algs", proofs.algorithms()));
    }
    params.add(param("resource_metadata", metadataUrl));
    return scheme + " " + String.join(", ", params);
  }

  /** Writes a parameter; what a value may not contain is replaced. */
  private static String param(String name, String value) {
    return name + "=\"" + value.replaceAll("[^\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]", "?") + "\"";
  }
}
