/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.token;

import dev.mcp4j.conformance.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes tokens for one server, good ones and bad ones.
 *
 * @param issuer who issues them
 * @param audience whom they are for
 * @param scopes what the good ones allow
 */
public record Mint(Issuer issuer, String audience, Set<String> scopes) {
  private static final String CLIENT = "mcp4j-conformance";
  private static final long HOUR = 3600;
  private static final List<Long> LONG_AGO = List.of(2 * HOUR, 24 * HOUR, 10_000 * HOUR);
  private static final List<String> NO_ALGORITHM = List.of("none", "None", "NONE", "nOnE");

  /** Copies the scopes. */
  public Mint {
    scopes = Set.copyOf(scopes);
  }

  /**
   * Issues a good token.
   *
   * @return a token that the server has to take
   */
  public String valid() {
    return draft().signedBy(issuer.rsa());
  }

  /**
   * Issues a good token that allows something else.
   *
   * @param scopes what it allows
   * @return the token
   */
  public String withScopes(Collection<String> scopes) {
    return draft(scopes).signedBy(issuer.rsa());
  }

  /**
   * Issues a good token for another user.
   *
   * @param subject the user
   * @param scopes what it allows
   * @return the token
   */
  public String issue(String subject, Collection<String> scopes) {
    return draft(scopes).claim("sub", subject).signedBy(issuer.rsa());
  }

  /**
   * Makes a token that no server may take.
   *
   * @param flaw what is wrong with it
   * @param variation selects how; any number
   * @return the token
   */
  public String flawed(Flaw flaw, int variation) {
    long now = Instant.now().getEpochSecond();
    SigningKey key = variation % 2 == 0 ? issuer.rsa() : issuer.ec();
    TokenDraft draft = draft().header("kid", key.id());
    return switch (flaw) {
      case EXPIRED -> {
        long end = now - pick(LONG_AGO, variation);
        yield draft
            .claim("iat", end - HOUR)
            .claim("nbf", end - HOUR)
            .claim("exp", end)
            .signedBy(key);
      }
      case EARLY -> {
        long begin = now + pick(LONG_AGO, variation);
        yield draft.claim("nbf", begin).claim("exp", begin + HOUR).signedBy(key);
      }
      case OTHER_AUDIENCE -> draft.claim("aud", pick(others(), variation)).signedBy(key);
      case NO_AUDIENCE -> draft.withoutClaim("aud").signedBy(key);
      case OTHER_ISSUER -> draft.claim("iss", "https://other.example").signedBy(key);
      case OTHER_KEY ->
          (variation % 2 == 0
                  ? draft.header("kid", issuer.foreign().id())
                  : draft.withoutHeader("kid"))
              .signedBy(issuer.foreign());
      case ALTERED -> altered(draft.signedBy(key), variation);
      case UNSIGNED -> draft.unsigned(pick(NO_ALGORITHM, variation));
      case PUBLIC_KEY_AS_SECRET -> draft.signedBy(secret(variation));
      case KEY_IN_HEADER -> draft.header("jwk", issuer.foreign().jwk()).signedBy(issuer.foreign());
    };
  }

  private TokenDraft draft() {
    return draft(scopes);
  }

  private TokenDraft draft(Collection<String> allowed) {
    long now = Instant.now().getEpochSecond();
    TokenDraft draft =
        new TokenDraft()
            .header("typ", "JWT")
            .header("kid", issuer.rsa().id())
            .claim("iss", issuer.identifier())
            .claim("sub", CLIENT)
            .claim("aud", audience)
            .claim("client_id", CLIENT)
            .claim("iat", now - 1)
            .claim("nbf", now - 1)
            .claim("exp", now + HOUR)
            .claim("jti", "conformance-" + System.nanoTime());
    return allowed.isEmpty()
        ? draft
        : draft.claim("scope", String.join(" ", new TreeSet<>(allowed)));
  }

  /** Audiences that are not the server by any comparison. */
  private List<String> others() {
    List<String> others =
        new ArrayList<>(
            List.of(
                "https://other.example/mcp",
                "https://other.example/?resource=" + audience,
                issuer.identifier(),
                CLIENT,
                "https://other.example/" + audience));
    if (audience.matches(".+://[^/]+/.+")) {
      others.add(audience.replaceFirst("/+$", "") + "-other");
      others.add(audience.replaceFirst("(://[^/]+)/.*", "$1/mcp4j/other"));
    }
    return others;
  }

  /** A signed token with other claims, another signature, or none. */
  private String altered(String token, int variation) {
    String[] parts = token.split("\\.", -1);
    String other = draft().claim("sub", "somebody-else").input().split("\\.", -1)[1];
    return switch (Math.floorMod(variation, 4)) {
      case 0 -> parts[0] + "." + other + "." + parts[2];
      case 1 -> parts[0] + "." + parts[1] + "." + changed(parts[2]);
      case 2 -> parts[0] + "." + parts[1] + ".";
      default -> parts[0] + "." + parts[1];
    };
  }

  /** The last characters of Base64 may stand for no bits, so another one is changed. */
  private static String changed(String signature) {
    char second = signature.charAt(1) == 'A' ? 'B' : 'A';
    return signature.charAt(0) + String.valueOf(second) + signature.substring(2);
  }

  private byte[] secret(int variation) {
    byte[] key = issuer.rsa().publicKey();
    String pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key)
            + "\n-----END PUBLIC KEY-----\n";
    return switch (Math.floorMod(variation, 3)) {
      case 0 -> key;
      case 1 -> pem.getBytes(StandardCharsets.US_ASCII);
      default -> Json.write(issuer.rsa().jwk()).getBytes(StandardCharsets.UTF_8);
    };
  }

  private static <T> T pick(List<T> choices, int variation) {
    return choices.get(Math.floorMod(variation, choices.size()));
  }
}
