/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A media type or a range of media types, as {@code Content-Type} and {@code Accept} name them.
 *
 * @param type in lower case, or {@code *}
 * @param subtype in lower case, or {@code *}
 * @param parameters by name in lower case; values as they are, without quotes
 */
record MediaRange(String type, String subtype, Map<String, String> parameters) {
  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
  private static final Pattern TYPE = Pattern.compile("(" + TOKEN + ")/(" + TOKEN + ")");
  private static final Pattern PARAMETER =
      Pattern.compile(
          "(?<name>" + TOKEN + ")=(?:(?<token>" + TOKEN + ")|\"(?<quoted>(?:[^\"\\\\]|\\\\.)*)\")");
  private static final Pattern QUOTED_PAIR = Pattern.compile("\\\\(.)");

  MediaRange {
    parameters = Map.copyOf(parameters);
  }

  /**
   * Reads the elements of a header value. What is empty is left out, what is malformed is empty.
   */
  static List<Optional<MediaRange>> parseList(String header) {
    List<Optional<MediaRange>> ranges = new ArrayList<>();
    for (String element : split(header, ',')) {
      if (!element.isEmpty()) {
        ranges.add(parse(element));
      }
    }
    return ranges;
  }

  /** Reads one element. */
  static Optional<MediaRange> parse(String element) {
    List<String> parts = split(element, ';');
    Matcher type = TYPE.matcher(parts.get(0));
    if (!type.matches() || (type.group(1).equals("*") && !type.group(2).equals("*"))) {
      return Optional.empty();
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String part : parts.subList(1, parts.size())) {
      Matcher parameter = PARAMETER.matcher(part);
      if (parameter.matches()) {
        parameters.putIfAbsent(lower(parameter.group("name")), value(parameter));
      } else if (!part.isEmpty()) {
        return Optional.empty();
      }
    }
    return Optional.of(new MediaRange(lower(type.group(1)), lower(type.group(2)), parameters));
  }

  private static String value(Matcher parameter) {
    String quoted = parameter.group("quoted");
    return quoted == null ? parameter.group("token") : QUOTED_PAIR.matcher(quoted).replaceAll("$1");
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** Splits at a separator outside quoted strings, and takes off blanks. */
  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '\\' && quoted) {
        i++;
      } else if (c == separator && !quoted) {
        parts.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    parts.add(text.substring(start).strip());
    return parts;
  }
}
