/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.input;

import dev.mcp4j.server.Answers;
import dev.mcp4j.server.Question;
import java.util.Map;

/**
 * The answers of one round.
 *
 * @param values by question; the value of a question has the type the question promises
 */
record KnownAnswers(Map<Question<?>, Object> values) implements Answers {
  @Override
  @SuppressWarnings("unchecked") // the reader of a question made its value
  public <T> T get(Question<T> question) {
    Object value = values.get(question);
    if (value == null) {
      throw new IllegalArgumentException(
          "the question " + question.key() + " was not asked in this round");
    }
    return (T) value;
  }
}
