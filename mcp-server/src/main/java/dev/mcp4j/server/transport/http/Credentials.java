/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import dev.mcp4j.server.transport.HttpCall;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The token of a call.
 *
 * <p>RFC 6750, section 2.1; RFC 9449, section 7.1.
 *
 * @param scheme how it was sent
 * @param token the token; to be written nowhere
 */
record Credentials(Scheme scheme, String token) {
  static final String AUTHORIZATION = "Authorization";
  private static final int MAX_LENGTH = 16 << 10;
  private static final Pattern SCHEME =
      Pattern.compile("(?i)(?<name>bearer|dpop)(?:[ \t]+(?<rest>.*))?", Pattern.DOTALL);
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");
  private static final Pattern TOKEN_IN_QUERY =
      Pattern.compile("(?:^|.*[&;])access_token(?:[=&;].*)?");

  /** How a token is sent. */
  enum Scheme {
    /** Whoever has the token may use it. */
    BEARER("Bearer"),
    /** It takes a key too. */
    DPOP("DPoP");

    private final String text;

    Scheme(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * Reads the token of a call.
   *
   * @param call the call
   * @param proofs whether tokens that are bound to a key can be checked
   * @return the token
   * @throws Denied if there is none, or it is not sent as it must be
   */
  static Credentials of(HttpCall call, boolean proofs) throws Denied {
    String query = call.query();
    if (query != null && TOKEN_IN_QUERY.matcher(query).matches()) {
      throw Denied.malformed("A token does not belong into the URL");
    }
    List<String> values = call.headers().all(AUTHORIZATION);
    if (values.isEmpty()) {
      throw Denied.noToken();
    }
    if (values.size() > 1) {
      throw Denied.malformed("Expected one Authorization header but got " + values.size());
    }
    return parse(values.get(0), proofs);
  }

  private static Credentials parse(String value, boolean proofs) throws Denied {
    Matcher matcher = SCHEME.matcher(value.strip());
    if (!matcher.matches()) {
      throw Denied.noToken();
    }
    boolean bearer = matcher.group("name").equalsIgnoreCase(Scheme.BEARER.text);
    if (!bearer && !proofs) {
      throw Denied.noToken();
    }
    String token = matcher.group("rest");
    if (token == null || token.length() > MAX_LENGTH || !TOKEN.matcher(token).matches()) {
      throw Denied.malformed("The Authorization header holds no well-formed token");
    }
    return new Credentials(bearer ? Scheme.BEARER : Scheme.DPOP, token);
  }

  /** Says how the token was sent, and nothing of it. */
  @Override
  public String toString() {
    return scheme + " token";
  }
}
