/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One challenge of a {@code WWW-Authenticate} header.
 *
 * <p>Specification: RFC 9110, section 11.6.1.
 *
 * @param scheme the authentication scheme as it was sent; schemes differ by more than case
 * @param parameters the parameters, by name regardless of case; without those of a credential that
 *     is one token instead of parameters
 */
public record Challenge(String scheme, Map<String, String> parameters) {
  /**
   * Copies the parameters.
   *
   * @param scheme not null
   * @param parameters not null
   */
  public Challenge {
    Objects.requireNonNull(scheme, "scheme");
    Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(parameters);
    parameters = Collections.unmodifiableMap(copy);
  }

  /**
   * Reads the challenges of a response. What is no challenge is skipped up to the next comma.
   *
   * @param headers the headers of the response
   * @return the challenges in the order received, of all {@code WWW-Authenticate} headers
   */
  public static List<Challenge> of(HttpHeaders headers) {
    List<Challenge> challenges = new ArrayList<>();
    for (String value : headers.allValues("WWW-Authenticate")) {
      challenges.addAll(parse(value));
    }
    return challenges;
  }

  /**
   * Reads the value of one header.
   *
   * @param header the value, which can hold several challenges
   * @return the challenges in the order received
   */
  public static List<Challenge> parse(String header) {
    return new ChallengeParser(header).challenges();
  }

  /**
   * Compares the scheme.
   *
   * @param name a scheme
   * @return whether it is this one, regardless of case
   */
  public boolean hasScheme(String name) {
    return scheme.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT));
  }

  /**
   * Returns a parameter.
   *
   * @param name its name, regardless of case
   * @return the value without quotes, or null if there is no such parameter
   */
  public @Nullable String get(String name) {
    return parameters.get(name);
  }
}
