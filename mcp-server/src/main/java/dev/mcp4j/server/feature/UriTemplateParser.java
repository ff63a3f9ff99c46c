/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.feature;

import dev.mcp4j.server.feature.UriTemplatePart.Literal;
import dev.mcp4j.server.feature.UriTemplatePart.Operator;
import dev.mcp4j.server.feature.UriTemplatePart.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads one {@link UriTemplate}. Says where and why it refuses one. */
final class UriTemplateParser {
  private final String text;
  private final List<UriTemplatePart> parts = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  UriTemplateParser(String text) {
    this.text = text;
  }

  List<UriTemplatePart> parse() {
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf('{', at);
      int literalEnd = open < 0 ? text.length() : open;
      literal(at, literalEnd);
      if (open < 0) {
        break;
      }
      int close = text.indexOf('}', open);
      if (close < 0) {
        throw refused(open, "the expression is not closed");
      }
      expression(open, close);
      at = close + 1;
    }
    return parts;
  }

  private void literal(int from, int to) {
    if (from == to) {
      return;
    }
    for (int at = from; at < to; at++) {
      char c = text.charAt(at);
      if (c <= ' ' || c == 0x7F || "\"'<>\\^`|}".indexOf(c) >= 0) {
        throw refused(at, "the character is not allowed outside an expression");
      }
      if (c == '%' && !PercentEncoding.isTriplet(text, at)) {
        throw refused(at, "a percent sign needs two hexadecimal digits");
      }
    }
    parts.add(new Literal(PercentEncoding.encode(text.substring(from, to), true)));
  }

  private void expression(int open, int close) {
    if (close == open + 1) {
      throw refused(open, "the expression is empty");
    }
    Operator operator = Operator.of(text.charAt(open + 1));
    int at = operator == null ? open + 1 : open + 2;
    boolean opens = true;
    while (true) {
      int comma = text.indexOf(',', at);
      int end = comma < 0 || comma > close ? close : comma;
      String name = name(at, end);
      parts.add(
          new Variable(name, operator == null ? Operator.SIMPLE : operator, opens, end == close));
      if (end == close) {
        return;
      }
      opens = false;
      at = end + 1;
    }
  }

  private String name(int from, int to) {
    for (int at = from; at < to; at++) {
      char c = text.charAt(at);
      boolean dot = c == '.' && at > from && at < to - 1 && text.charAt(at - 1) != '.';
      boolean letter = c != '-' && c != '~' && c != '.' && PercentEncoding.isUnreserved(c);
      if (c == '*' || c == ':') {
        throw refused(at, "'" + c + "' is of level 4, levels 1 to 3 are supported");
      }
      if (!letter && !dot) {
        throw refused(at, "the character is not allowed in the name of a variable");
      }
    }
    String name = text.substring(from, to);
    if (name.isEmpty()) {
      throw refused(from, "a variable has no name");
    }
    if (!names.add(name)) {
      throw refused(from, "the variable " + name + " occurs twice");
    }
    return name;
  }

  private IllegalArgumentException refused(int at, String why) {
    return new IllegalArgumentException(
        "URI template " + text + ", character " + (at + 1) + ": " + why);
  }
}
