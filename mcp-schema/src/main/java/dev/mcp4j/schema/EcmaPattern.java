/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import com.networknt.schema.regex.RegularExpressions;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Regular expressions of JSON Schema, which are those of ECMA-262, as {@code java.util.regex} reads
 * them. What differs and is common in schemas is translated; what Java does not have is refused.
 */
final class EcmaPattern {

  private static final java.util.regex.Pattern QUANTIFIER =
      java.util.regex.Pattern.compile("\\{\\d+(?:,\\d*)?}");

  private EcmaPattern() {}

  /** Compiles an expression, or throws {@link PatternSyntaxException}. */
  static java.util.regex.Pattern compile(String expression) {
    return java.util.regex.Pattern.compile(translate(expression));
  }

  /** Why an expression cannot be compiled, or null if it can. */
  static @Nullable String problem(String expression) {
    try {
      compile(expression);
      return null;
    } catch (PatternSyntaxException e) {
      return "is no regular expression understood here";
    } catch (StackOverflowError e) {
      return "is nested too deeply";
    }
  }

  private static String translate(String ecma) {
    String expression = RegularExpressions.replaceLongformCharacterProperties(ecma);
    StringBuilder java = new StringBuilder();
    boolean inClass = false;
    for (int i = 0; i < expression.length(); i++) {
      char c = expression.charAt(i);
      if (c == '\\' && i + 1 < expression.length()) {
        i = escape(expression, i + 1, java);
      } else if (inClass) {
        inClass = c != ']';
        // Java nests classes and intersects them, ECMA-262 does neither.
        java.append(c == '[' || c == '&' ? "\\" : "").append(c);
      } else if (expression.startsWith("[^]", i)) {
        java.append("[\\s\\S]");
        i += 2;
      } else if (expression.startsWith("[]", i)) {
        java.append("(?!)");
        i += 1;
      } else if (c == '$') {
        // Java's own would match before a final line break, too.
        java.append("\\z");
      } else {
        inClass = c == '[';
        java.append(c == '{' && !isQuantifier(expression, i) ? "\\{" : String.valueOf(c));
      }
    }
    return java.toString();
  }

  /** Translates what follows a backslash; gives the position of its last character. */
  private static int escape(String expression, int at, StringBuilder java) {
    char c = expression.charAt(at);
    int close = expression.indexOf('}', at);
    if (c == 'u' && expression.startsWith("{", at + 1) && close > 0) {
      java.append("\\x").append(expression, at + 1, close + 1);
      return close;
    }
    if ((c == 'p' || c == 'P') && expression.startsWith("{", at + 1) && close > 0) {
      java.append('\\').append(expression, at, close + 1);
      return close;
    }
    java.append(c == '0' ? "\\x00" : "\\" + c);
    return at;
  }

  private static boolean isQuantifier(String expression, int at) {
    return QUANTIFIER.matcher(expression).region(at, expression.length()).lookingAt();
  }
}
