/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.token;

import dev.mcp4j.conformance.wire.Header;
import dev.mcp4j.conformance.wire.HttpHead;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One challenge of the header {@code WWW-Authenticate}.
 *
 * <p>RFC 9110, section 11.6.1.
 *
 * @param scheme the scheme as it was spelled
 * @param params the parameters by their names in lower case; the first one of each name counts
 */
public record Challenge(String scheme, Map<String, String> params) {
  private static final Set<String> FOR_TOKENS = Set.of("bearer", "dpop");

  /** Copies the parameters. */
  public Challenge {
    params = Map.copyOf(params);
  }

  /**
   * Reads all challenges of a response.
   *
   * @param head its head
   * @return the challenges in order; what cannot be read is passed over
   */
  public static List<Challenge> of(HttpHead head) {
    return head.headers().stream()
        .filter(header -> header.name().equalsIgnoreCase("WWW-Authenticate"))
        .map(Header::value)
        .flatMap(value -> new Reader(value).read().stream())
        .toList();
  }

  /**
   * Reads the challenges of a response that ask for a token.
   *
   * @param head its head
   * @return those of the schemes Bearer and DPoP, in order
   */
  public static List<Challenge> forTokens(HttpHead head) {
    return of(head).stream()
        .filter(challenge -> FOR_TOKENS.contains(challenge.scheme.toLowerCase(Locale.ROOT)))
        .toList();
  }

  /**
   * Returns a parameter.
   *
   * @param name its name in lower case
   * @return its value without quotes
   */
  public Optional<String> param(String name) {
    return Optional.ofNullable(params.get(name));
  }

  /**
   * Returns the scopes that are asked for.
   *
   * @return the scopes, none if it does not say
   */
  public Set<String> scopes() {
    Set<String> scopes = new TreeSet<>(List.of(param("scope").orElse("").split(" ", -1)));
    scopes.remove("");
    return scopes;
  }

  /** Reads a header. */
  private static final class Reader {
    private static final String NOT_IN_TOKEN = " \t,=\"";

    private final String text;
    private final List<Challenge> challenges = new ArrayList<>();
    private Map<String, String> params = new LinkedHashMap<>();
    private String scheme = "";
    private int at;

    Reader(String text) {
      this.text = text;
    }

    List<Challenge> read() {
      while (at < text.length()) {
        skip(" \t,");
        String word = token();
        skip(" \t");
        if (word.isEmpty()) {
          // A stray sign; whatever it is, it cannot be read.
          at++;
        } else if (isNext('=') && !scheme.isEmpty()) {
          at++;
          skip(" \t");
          params.putIfAbsent(word.toLowerCase(Locale.ROOT), isNext('"') ? quoted() : token());
        } else {
          end();
          scheme = word;
        }
      }
      end();
      return challenges;
    }

    private void end() {
      if (!scheme.isEmpty()) {
        challenges.add(new Challenge(scheme, params));
      }
      params = new LinkedHashMap<>();
    }

    private boolean isNext(char c) {
      return at < text.length() && text.charAt(at) == c;
    }

    private void skip(String these) {
      while (at < text.length() && these.indexOf(text.charAt(at)) >= 0) {
        at++;
      }
    }

    private String token() {
      int begin = at;
      while (at < text.length() && NOT_IN_TOKEN.indexOf(text.charAt(at)) < 0) {
        at++;
      }
      return text.substring(begin, at);
    }

    private String quoted() {
      StringBuilder value = new StringBuilder();
      at++;
      while (at < text.length() && text.charAt(at) != '"') {
        if (text.charAt(at) == '\\' && at + 1 < text.length()) {
          at++;
        }
        value.append(text.charAt(at++));
      }
      at++;
      return value.toString();
    }
  }
}
