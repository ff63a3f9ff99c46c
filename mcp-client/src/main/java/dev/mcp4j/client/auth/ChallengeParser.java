/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads challenges, of which commas separate both one another and the parameters of one.
 *
 * <p>Specification: RFC 9110, sections 5.6 and 11.
 */
final class ChallengeParser {
  private final String text;
  private final List<Challenge> challenges = new ArrayList<>();
  private @Nullable String scheme;
  private Map<String, String> parameters = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private int position;

  ChallengeParser(String text) {
    this.text = text;
  }

  List<Challenge> challenges() {
    while (position < text.length()) {
      skipSpace();
      if (!at(',')) {
        element();
      }
      skipToComma();
    }
    finish();
    return challenges;
  }

  /** A scheme, alone or with its first parameter or its token; or one more parameter. */
  private void element() {
    String word = token();
    if (word.isEmpty()) {
      return;
    }
    skipSpace();
    if (at('=')) {
      parameter(word);
      return;
    }
    finish();
    scheme = word;
    int first = position;
    String name = token();
    skipSpace();
    if (!name.isEmpty() && at('=')) {
      parameter(name);
    } else {
      position = first;
    }
  }

  private void parameter(String name) {
    position++;
    skipSpace();
    String value = at('"') ? quoted() : token();
    skipSpace();
    boolean complete = position >= text.length() || at(',');
    if (value != null && complete && scheme != null) {
      // A second value of one name is an ambiguity that nobody may profit from.
      parameters.putIfAbsent(name, value);
    }
  }

  private @Nullable String quoted() {
    StringBuilder value = new StringBuilder();
    position++;
    while (position < text.length()) {
      char c = text.charAt(position++);
      if (c == '"') {
        return value.toString();
      }
      if (c == '\\' && position < text.length()) {
        c = text.charAt(position++);
      }
      value.append(c);
    }
    return null;
  }

  private void finish() {
    if (scheme != null) {
      challenges.add(new Challenge(scheme, parameters));
    }
    scheme = null;
    parameters = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  }

  private void skipToComma() {
    while (position < text.length() && !at(',')) {
      if (at('"')) {
        String unused = quoted();
      } else {
        position++;
      }
    }
    position++;
  }

  private void skipSpace() {
    while (at(' ') || at('\t')) {
      position++;
    }
  }

  private boolean at(char c) {
    return position < text.length() && text.charAt(position) == c;
  }

  private String token() {
    int start = position;
    while (position < text.length() && isTokenCharacter(text.charAt(position))) {
      position++;
    }
    return text.substring(start, position);
  }

  private static boolean isTokenCharacter(char c) {
    return (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
  }
}
