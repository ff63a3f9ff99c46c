/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

import dev.mcp4j.api.JsonObject;

/**
 * The result is of a type that neither the core protocol nor a declared extension knows.
 *
 * <p>Specification 2026-07-28: basic, ResultType.
 */
public final class UnsupportedResultTypeException extends ProtocolException {
  private static final long serialVersionUID = 1L;

  /** The type the server named. */
  private final String resultType;

  private final transient JsonObject result;

  /**
   * Makes the exception.
   *
   * @param method the method that was called
   * @param resultType the type as received
   * @param result the members of the result, without its type
   */
  public UnsupportedResultTypeException(String method, String resultType, JsonObject result) {
    super(
        "%s: expected resultType complete or input_required, was %s".formatted(method, resultType),
        null);
    this.resultType = resultType;
    this.result = result;
  }

  /**
   * Returns the type.
   *
   * @return the type as received
   */
  public String resultType() {
    return resultType;
  }

  /**
   * Returns the result.
   *
   * @return its members as received, without the type
   */
  public JsonObject result() {
    return result;
  }
}
