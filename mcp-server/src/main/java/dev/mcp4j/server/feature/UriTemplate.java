/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.feature;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A URI template of RFC 6570, levels 1 to 3. Expands values into a URI, and finds the values again
 * in a URI. Immutable.
 *
 * <p>Matching takes the variables of {@code ;}, {@code ?} and {@code &} as optional and all others
 * as required and never empty. Where a template can be read in several ways, as in {@code
 * {name}.{type}}, an earlier variable takes as much as it can. The cost is proportional to the
 * length of the URI, whatever it holds.
 */
public final class UriTemplate {
  /** Longer URIs match no template. */
  static final int MAX_URI_LENGTH = 8192;

  private final String text;
  private final List<UriTemplatePart> parts;
  private final List<String> variables;

  private UriTemplate(String text, List<UriTemplatePart> parts) {
    this.text = text;
    this.parts = List.copyOf(parts);
    List<String> names = new ArrayList<>();
    for (UriTemplatePart part : parts) {
      if (part instanceof UriTemplatePart.Variable variable) {
        names.add(variable.name());
      }
    }
    this.variables = List.copyOf(names);
  }

  /**
   * Reads a template.
   *
   * @throws IllegalArgumentException if it is malformed, names a variable twice, or is of level 4
   */
  public static UriTemplate parse(String text) {
    return new UriTemplate(text, new UriTemplateParser(text).parse());
  }

  /** The names of the variables, in the order they stand. */
  public List<String> variables() {
    return variables;
  }

  /**
   * Makes the URI of some values.
   *
   * @param values by variable; a variable without a value is left out
   */
  public String expand(Map<String, String> values) {
    StringBuilder out = new StringBuilder();
    boolean begun = false;
    for (UriTemplatePart part : parts) {
      if (part instanceof UriTemplatePart.Literal literal) {
        out.append(literal.text());
      } else if (part instanceof UriTemplatePart.Variable variable) {
        begun = begun && !variable.opens();
        String value = values.get(variable.name());
        if (value != null) {
          out.append(variable.prefix(begun, value.isEmpty()));
          out.append(PercentEncoding.encode(value, variable.operator().reserved()));
          begun = true;
        }
      }
    }
    return out.toString();
  }

  /**
   * Finds the values in a URI.
   *
   * @return the decoded values by variable, in the order they stand; null if the URI is not one of
   *     this template
   */
  public @Nullable Map<String, String> match(String uri) {
    if (uri.length() > MAX_URI_LENGTH
        || (!parts.isEmpty()
            && parts.get(0) instanceof UriTemplatePart.Literal first
            && !uri.startsWith(first.text()))) {
      return null;
    }
    List<UriTemplateMatcher.Found> found = UriTemplateMatcher.match(parts, uri);
    if (found == null) {
      return null;
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (UriTemplateMatcher.Found part : found) {
      String value = PercentEncoding.decode(uri.substring(part.from(), part.to()));
      if (value == null) {
        return null;
      }
      values.put(part.variable(), value);
    }
    return Collections.unmodifiableMap(values);
  }

  /** Returns the template as it was written. */
  @Override
  public String toString() {
    return text;
  }
}
