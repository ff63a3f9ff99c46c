/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import java.util.Objects;
import java.util.Optional;

/**
 * What a user made of a form or of a URL to visit. Saying no is an answer, not a failure.
 *
 * <p>Specification 2026-07-28: client/elicitation, Response Actions.
 *
 * @param <T> what an accepted answer holds
 */
public sealed interface Answer<T> {
  /**
   * Returns the value, or ends the call.
   *
   * @return the value
   * @throws ToolError with a fixed text if the user declined or cancelled; a tool that lets it pass
   *     ends with {@code isError: true}, a prompt or resource with a JSON-RPC error
   */
  T orCancel();

  /**
   * Returns the value if the user accepted.
   *
   * @return the value, or empty
   */
  Optional<T> accepted();

  /**
   * Returns the value, or another one if the user did not accept.
   *
   * @param other the other one
   * @return one of the two
   */
  default T orElse(T other) {
    return accepted().orElse(other);
  }

  /**
   * The user answered.
   *
   * @param value the answer
   * @param <T> the type of the answer
   */
  record Accepted<T>(T value) implements Answer<T> {
    /**
     * Checks the component.
     *
     * @param value not null
     */
    public Accepted {
      Objects.requireNonNull(value, "value");
    }

    @Override
    public T orCancel() {
      return value;
    }

    @Override
    public Optional<T> accepted() {
      return Optional.of(value);
    }
  }

  /**
   * The user said no.
   *
   * @param <T> the type of an accepted answer
   */
  record Declined<T>() implements Answer<T> {
    @Override
    public T orCancel() {
      throw new ToolError("The user declined to answer.");
    }

    @Override
    public Optional<T> accepted() {
      return Optional.empty();
    }
  }

  /**
   * The user went away without a choice.
   *
   * @param <T> the type of an accepted answer
   */
  record Cancelled<T>() implements Answer<T> {
    @Override
    public T orCancel() {
      throw new ToolError("The user cancelled the question.");
    }

    @Override
    public Optional<T> accepted() {
      return Optional.empty();
    }
  }
}
