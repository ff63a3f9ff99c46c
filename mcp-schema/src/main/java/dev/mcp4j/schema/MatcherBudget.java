/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import com.networknt.schema.regex.RegularExpression;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Bounds what the regular expressions of one validation may cost, counted in characters looked at:
 * an expression that backtracks without end looks at the same ones again and again.
 */
final class MatcherBudget {

  private static final ThreadLocal<@Nullable MatcherBudget> CURRENT = new ThreadLocal<>();

  private long left;

  private MatcherBudget(long steps) {
    this.left = steps;
  }

  /** Runs a validation within a budget; {@link Exhausted} comes out if it does not suffice. */
  static void spend(long steps, Runnable validation) {
    CURRENT.set(new MatcherBudget(steps));
    try {
      validation.run();
    } finally {
      CURRENT.remove();
    }
  }

  /** An expression whose matching is counted. */
  static RegularExpression matcher(String expression) {
    java.util.regex.Pattern pattern = EcmaPattern.compile(expression);
    return text -> {
      MatcherBudget budget = CURRENT.get();
      return pattern.matcher(budget == null ? text : new Counted(text, budget)).find();
    };
  }

  private void spendOne() {
    if (--left < 0) {
      throw new Exhausted();
    }
  }

  /** The budget is used up. */
  static final class Exhausted extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    Exhausted() {
      super("matcher budget exhausted", null, false, false);
    }
  }

  private record Counted(CharSequence text, MatcherBudget budget) implements CharSequence {

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      budget.spendOne();
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
