/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api;

import dev.mcp4j.api.input.InputRequest;
import dev.mcp4j.api.subscription.Subscription;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How one request was answered, when it did not fail. The wire's {@code resultType} is a type here.
 *
 * <p>Specification 2026-07-28: basic, ResultType.
 *
 * @param <R> the result of the method
 */
public sealed interface Reply<R extends Result> {
  /** The {@code resultType} of {@link Complete}. */
  String COMPLETE = "complete";

  /** The {@code resultType} of {@link InputRequired}. */
  String INPUT_REQUIRED = "input_required";

  /**
   * The request is done.
   *
   * @param result the result
   * @param <R> the result of the method
   */
  record Complete<R extends Result>(R result) implements Reply<R> {
    /**
     * Checks the component.
     *
     * @param result not null
     */
    public Complete {
      Objects.requireNonNull(result, "result");
    }
  }

  /**
   * The server needs answers; the client sends the request again with them.
   *
   * <p>Specification 2026-07-28: basic/patterns/mrtr, InputRequiredResult.
   *
   * @param requests the questions by key; empty only if there is a state
   * @param state what the client must send back unchanged; null for nothing
   * @param meta the metadata of the result
   * @param <R> the result of the method
   */
  record InputRequired<R extends Result>(
      Map<String, InputRequest> requests, @Nullable String state, ResultMeta meta)
      implements Reply<R> {
    /**
     * Checks and copies the components.
     *
     * @param requests copied; no null elements
     * @param state may be null
     * @param meta not null
     * @throws IllegalArgumentException if there is neither a question nor a state
     */
    public InputRequired {
      requests = Collections.unmodifiableMap(new LinkedHashMap<>(requests));
      Objects.requireNonNull(meta, "meta");
      if (requests.isEmpty() && state == null) {
        throw new IllegalArgumentException("input required without a question and without a state");
      }
    }
  }

  /**
   * A result of a type that an extension declares.
   *
   * @param resultType the type, neither {@code complete} nor {@code input_required}
   * @param result the whole result object, without its {@code resultType}
   * @param <R> the result of the method
   */
  record Extended<R extends Result>(String resultType, JsonObject result) implements Reply<R> {
    /**
     * Checks the components.
     *
     * @param resultType not null
     * @param result not null
     * @throws IllegalArgumentException if the type is one of the core protocol
     */
    public Extended {
      Objects.requireNonNull(result, "result");
      if (resultType.equals(COMPLETE) || resultType.equals(INPUT_REQUIRED)) {
        throw new IllegalArgumentException("resultType of the core protocol: " + resultType);
      }
    }
  }

  /**
   * The request stays open and delivers notifications; it holds no thread.
   *
   * @param subscription what is delivered
   * @param <R> the result of the method
   */
  record Open<R extends Result>(Subscription subscription) implements Reply<R> {
    /**
     * Checks the component.
     *
     * @param subscription not null
     */
    public Open {
      Objects.requireNonNull(subscription, "subscription");
    }
  }
}
