/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.feature;

import dev.mcp4j.server.feature.UriTemplatePart.Literal;
import dev.mcp4j.server.feature.UriTemplatePart.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Matches one URI. Works from the last part to the first and notes for each place in the URI
 * whether the rest can match from there, then walks forward; so no input makes it try twice.
 */
final class UriTemplateMatcher {
  private static final int NONE = -1;

  /** Where the value of a variable stands. */
  record Found(String variable, int from, int to) {}

  private final List<UriTemplatePart> parts;
  private final String uri;

  /** Per part and per "the expression has begun": at each place, where the value ends or NONE. */
  private final int[][][] ends;

  /** The same: at each place, whether this part and all after it match. */
  private final boolean[][][] matches;

  private UriTemplateMatcher(List<UriTemplatePart> parts, String uri) {
    this.parts = parts;
    this.uri = uri;
    this.ends = new int[parts.size()][2][];
    this.matches = new boolean[parts.size() + 1][2][uri.length() + 1];
  }

  /** Returns the values in the order they stand, or null if the URI does not match. */
  static @Nullable List<Found> match(List<UriTemplatePart> parts, String uri) {
    UriTemplateMatcher matcher = new UriTemplateMatcher(parts, uri);
    matcher.prepare();
    return matcher.matches[0][0][0] ? matcher.walk() : null;
  }

  private void prepare() {
    matches[parts.size()][0][uri.length()] = true;
    for (int part = parts.size() - 1; part >= 0; part--) {
      if (parts.get(part) instanceof Literal literal) {
        prepareLiteral(part, literal);
      } else if (parts.get(part) instanceof Variable variable) {
        prepareVariable(part, variable, 0);
        prepareVariable(part, variable, 1);
      }
    }
  }

  private void prepareLiteral(int part, Literal literal) {
    String text = literal.text();
    for (int at = 0; at + text.length() <= uri.length(); at++) {
      matches[part][0][at] = matches[part + 1][0][at + text.length()] && uri.startsWith(text, at);
    }
  }

  private void prepareVariable(int part, Variable variable, int begun) {
    boolean[] rest = matches[part + 1][variable.closes() ? 0 : 1];
    boolean[] restWithout = matches[part + 1][variable.closes() ? 0 : begun];
    int[] farthest = farthestEnds(rest, variable.operator().reserved());
    int[] found = new int[uri.length() + 1];
    for (int at = 0; at <= uri.length(); at++) {
      found[at] = end(variable, begun, at, farthest, rest);
      matches[part][begun][at] =
          found[at] != NONE || (variable.operator().named() && restWithout[at]);
    }
    ends[part][begun] = found;
  }

  private int end(Variable variable, int begun, int at, int[] farthest, boolean[] rest) {
    String prefix = prefix(variable, begun, false);
    if (uri.startsWith(prefix, at)) {
      int from = at + prefix.length();
      int end = farthest[from];
      if (end != NONE && (end > from || variable.operator().named())) {
        return end;
      }
    }
    String bare = prefix(variable, begun, true);
    int from = at + bare.length();
    boolean isBare = !bare.equals(prefix) && uri.startsWith(bare, at) && rest[from];
    return isBare ? from : NONE;
  }

  private static String prefix(Variable variable, int begun, boolean emptyValue) {
    // Without a name no variable can be left out, so all but the first come after another.
    boolean after = variable.operator().named() ? begun == 1 : !variable.opens();
    return variable.prefix(after, emptyValue);
  }

  /** For each place where a value may begin: the last place where it may end, or NONE. */
  private int[] farthestEnds(boolean[] rest, boolean reserved) {
    int[] farthest = new int[uri.length() + 1];
    Arrays.fill(farthest, NONE);
    for (int at = uri.length(); at >= 0; at--) {
      int width = width(at, reserved);
      if (width > 0 && farthest[at + width] != NONE) {
        farthest[at] = farthest[at + width];
      } else if (rest[at]) {
        farthest[at] = at;
      }
    }
    return farthest;
  }

  private int width(int at, boolean reserved) {
    if (at == uri.length()) {
      return 0;
    }
    if (PercentEncoding.isTriplet(uri, at)) {
      return 3;
    }
    char c = uri.charAt(at);
    return PercentEncoding.isUnreserved(c) || (reserved && PercentEncoding.isReserved(c)) ? 1 : 0;
  }

  private List<Found> walk() {
    List<Found> found = new ArrayList<>();
    int at = 0;
    int begun = 0;
    for (int part = 0; part < parts.size(); part++) {
      if (parts.get(part) instanceof Literal literal) {
        at += literal.text().length();
      } else if (parts.get(part) instanceof Variable variable) {
        int end = ends[part][begun][at];
        if (end != NONE) {
          String prefix = prefix(variable, begun, false);
          boolean bare = at + prefix.length() > end || !uri.startsWith(prefix, at);
          int from = bare ? end : at + prefix.length();
          found.add(new Found(variable.name(), from, end));
          at = end;
          begun = 1;
        }
        begun = variable.closes() ? 0 : begun;
      }
    }
    return found;
  }
}
