/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.assertion;

import dev.mcp4j.api.JsonRpcError;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions about an error of the protocol. */
public final class JsonRpcErrorAssert extends AbstractAssert<JsonRpcErrorAssert, JsonRpcError> {
  JsonRpcErrorAssert(@Nullable JsonRpcError actual) {
    super(actual, JsonRpcErrorAssert.class);
  }

  /**
   * Checks the code.
   *
   * @param expected for example one of {@link dev.mcp4j.api.ErrorCode}
   * @return this assertion
   */
  public JsonRpcErrorAssert hasCode(int expected) {
    isNotNull();
    if (actual.code() != expected) {
      throw failureWithActualExpected(
          actual.code(),
          expected,
          "%nExpecting error %s, but it is %s: %s",
          expected,
          actual.code(),
          actual.message());
    }
    return this;
  }

  /**
   * Checks the message.
   *
   * @param expected the whole message
   * @return this assertion
   */
  public JsonRpcErrorAssert hasMessage(String expected) {
    isNotNull();
    if (!actual.message().equals(expected)) {
      throw failureWithActualExpected(
          actual.message(),
          expected,
          "%nExpecting the message%n  %s%nbut it is%n  %s",
          expected,
          actual.message());
    }
    return this;
  }

  /**
   * Checks a part of the message.
   *
   * @param expected what the message has to contain
   * @return this assertion
   */
  public JsonRpcErrorAssert hasMessageContaining(String expected) {
    isNotNull();
    if (!actual.message().contains(expected)) {
      throw failure(
          "%nExpecting the message to contain%n  %s%nbut it is%n  %s", expected, actual.message());
    }
    return this;
  }

  /**
   * Checks a part of the data.
   *
   * @param pointer where, as a JSON pointer; empty for the whole
   * @param expected a string, a number, a boolean, null, or JSON
   * @return this assertion
   */
  public JsonRpcErrorAssert hasData(String pointer, @Nullable Object expected) {
    isNotNull();
    if (actual.data() == null) {
      throw failure("%nExpecting an error with data, but there is none: %s", actual.message());
    }
    new JsonAssert(actual.data()).has(pointer, expected);
    return this;
  }

  /**
   * Checks that there is no data.
   *
   * @return this assertion
   */
  public JsonRpcErrorAssert hasNoData() {
    isNotNull();
    if (actual.data() != null) {
      throw failure("%nExpecting an error without data, but there is%n  %s", actual.data());
    }
    return this;
  }
}
