/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.feature;

import org.jspecify.annotations.Nullable;

/** A piece of a {@link UriTemplate}: text, or one variable of an expression. */
sealed interface UriTemplatePart {

  /**
   * Text that stands for itself.
   *
   * @param text percent-encoded where a URI needs it
   */
  record Literal(String text) implements UriTemplatePart {}

  /**
   * A variable.
   *
   * @param name the name
   * @param operator the operator of its expression
   * @param opens whether it is the first of its expression
   * @param closes whether it is the last of its expression
   */
  record Variable(String name, Operator operator, boolean opens, boolean closes)
      implements UriTemplatePart {

    /** What stands before the value, if {@code begun}: after another value of the expression. */
    String prefix(boolean begun, boolean emptyValue) {
      String separator = begun ? operator.separator : operator.first;
      if (!operator.named) {
        return separator;
      }
      boolean bare = emptyValue && operator == Operator.PATH_PARAMETER;
      return separator + name + (bare ? "" : "=");
    }
  }

  /** The operators of RFC 6570, section 2.2. */
  enum Operator {
    SIMPLE("", ",", false, false),
    RESERVED("", ",", false, true),
    FRAGMENT("#", ",", false, true),
    LABEL(".", ".", false, false),
    PATH("/", "/", false, false),
    PATH_PARAMETER(";", ";", true, false),
    QUERY("?", "&", true, false),
    QUERY_CONTINUATION("&", "&", true, false);

    private final String first;
    private final String separator;
    private final boolean named;
    private final boolean reserved;

    Operator(String first, String separator, boolean named, boolean reserved) {
      this.first = first;
      this.separator = separator;
      this.named = named;
      this.reserved = reserved;
    }

    /** Whether the name stands before the value, so that a variable can be left out. */
    boolean named() {
      return named;
    }

    /** Whether reserved characters stand in a value as they are. */
    boolean reserved() {
      return reserved;
    }

    static @Nullable Operator of(char symbol) {
      return switch (symbol) {
        case '+' -> RESERVED;
        case '#' -> FRAGMENT;
        case '.' -> LABEL;
        case '/' -> PATH;
        case ';' -> PATH_PARAMETER;
        case '?' -> QUERY;
        case '&' -> QUERY_CONTINUATION;
        default -> null;
      };
    }
  }
}
