/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api;

import java.util.Objects;

/**
 * A method that a client can request: its name and the types of its parameters and result.
 *
 * @param name the name on the wire, for example {@code tools/call}
 * @param paramsType the type of the parameters
 * @param resultType the type of the result
 * @param <P> the type of the parameters
 * @param <R> the type of the result
 */
public record RequestMethod<P extends RequestParams, R extends Result>(
    String name, Class<P> paramsType, Class<R> resultType) {
  /**
   * Checks the components.
   *
   * @param name not null
   * @param paramsType not null
   * @param resultType not null
   */
  public RequestMethod {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(paramsType, "paramsType");
    Objects.requireNonNull(resultType, "resultType");
  }
}
