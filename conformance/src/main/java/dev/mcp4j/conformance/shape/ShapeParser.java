/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.shape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads shapes from text. */
final class ShapeParser {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(\"[^\"]*\"|\\.\\.|[A-Za-z$_][A-Za-z0-9$_./-]*|-?[0-9]+|[{}\\[\\](),:?|*=])");

  private final List<String> tokens = new ArrayList<>();
  private int position;

  private ShapeParser(String text) {
    Matcher matcher = TOKEN.matcher(text);
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      tokens.add(matcher.group(1));
      end = matcher.end();
    }
    if (!text.substring(end).isBlank()) {
      throw new IllegalArgumentException("cannot read: " + text.substring(end).strip());
    }
  }

  static Map<String, Shape> parse(String text) {
    StringBuilder uncommented = new StringBuilder();
    text.lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(line -> uncommented.append(line).append('\n'));
    ShapeParser parser = new ShapeParser(uncommented.toString());
    Map<String, Shape> shapes = new LinkedHashMap<>();
    while (parser.position < parser.tokens.size()) {
      String name = parser.next();
      parser.expect("=");
      shapes.put(name, parser.union());
    }
    return shapes;
  }

  private Shape union() {
    List<Shape> alternatives = new ArrayList<>(List.of(single()));
    while (accept("|")) {
      alternatives.add(single());
    }
    return alternatives.size() == 1 ? alternatives.get(0) : new Shape.Union(alternatives);
  }

  private Shape single() {
    if (accept("[")) {
      Shape element = union();
      expect("]");
      Optional<Double> max = range()[1];
      return new Shape.Array(element, max.map(Double::intValue));
    }
    if (accept("{")) {
      return accept("*") ? mapOf() : members();
    }
    String token = next();
    if (token.startsWith("\"")) {
      return new Shape.Literal(token.substring(1, token.length() - 1));
    }
    if (Character.isUpperCase(token.charAt(0))) {
      return new Shape.Named(token);
    }
    Shape.Kind kind = Shape.Kind.valueOf(token.toUpperCase(Locale.ROOT));
    Optional<Double>[] range = range();
    return new Shape.Primitive(kind, range[0], range[1]);
  }

  private Shape mapOf() {
    expect(":");
    Shape value = union();
    expect("}");
    return new Shape.MapOf(value);
  }

  private Shape members() {
    Map<String, Shape.Member> members = new LinkedHashMap<>();
    while (!accept("}")) {
      String name = next();
      boolean optional = accept("?");
      expect(":");
      members.put(name, new Shape.Member(union(), optional));
      accept(",");
    }
    return new Shape.Members(members);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private Optional<Double>[] range() {
    Optional<Double>[] range = new Optional[] {Optional.empty(), Optional.empty()};
    if (accept("(")) {
      if (!peek().equals("..")) {
        range[0] = Optional.of(Double.valueOf(next()));
      }
      expect("..");
      if (!peek().equals(")")) {
        range[1] = Optional.of(Double.valueOf(next()));
      }
      expect(")");
    }
    return range;
  }

  private String peek() {
    return position < tokens.size() ? tokens.get(position) : "";
  }

  private String next() {
    return tokens.get(position++);
  }

  private boolean accept(String token) {
    boolean there = peek().equals(token);
    position += there ? 1 : 0;
    return there;
  }

  private void expect(String token) {
    if (!accept(token)) {
      throw new IllegalArgumentException("expected " + token + " before " + peek());
    }
  }
}
