/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.jose.server.IdJag;
import dev.mcp4j.jose.server.IdJagValidator;
import dev.mcp4j.jose.server.InvalidGrantException;
import dev.mcp4j.jose.server.JwkSource;
import java.io.IOException;
import java.net.URI;
import java.util.Set;

/** The part of an authorization server that takes assertions of a corporate identity provider. */
public final class ProviderAssertions {
  // @start region="validator"
  static final IdJagValidator VALIDATOR =
      IdJagValidator.builder("https://id.example.com")
          .trust("https://sso.corp", JwkSource.at(URI.create("https://sso.corp/jwks")))
          .resource("https://notes.example.com/mcp")
          .build();

  // @end region="validator"

  // @start region="token"
  /** Answers a token request of a client that was authenticated. */
  static String token(String clientId, String assertion, Set<String> requested) throws IOException {
    try {
      IdJag jag = VALIDATOR.validate(assertion, clientId);
      return issue(jag.subject(), jag.resource(), jag.granted(requested));
    } catch (InvalidGrantException e) {
      return "invalid_grant: " + e.getMessage();
    }
  }

  // @end region="token"

  private static String issue(String subject, String audience, Set<String> scopes) {
    return subject + " may " + scopes + " at " + audience;
  }

  public static void main(String[] args) throws IOException {
    System.out.println(token("app-7", "not signed by anybody", Set.of("notes.read")));
  }
}
