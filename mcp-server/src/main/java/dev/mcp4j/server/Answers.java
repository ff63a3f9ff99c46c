/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

/** The answers to the questions of one round. Not meant to be implemented by applications. */
public interface Answers {
  /**
   * Returns the answer to a question.
   *
   * @param question one of the questions asked
   * @param <T> the type of its answer
   * @return the answer
   * @throws IllegalArgumentException if the question was not one of them
   */
  <T> T get(Question<T> question);
}
