/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.JsonNodeException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says in our own words why Jackson could not bind a value. */
final class BindingErrors {

  private BindingErrors() {}

  static BindingException translate(JacksonException e) {
    return new BindingException(path(e), reason(e), e);
  }

  private static String path(JacksonException e) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference step : e.getPath()) {
      String name = step.getPropertyName();
      JsonPointers.append(path, name == null ? String.valueOf(step.getIndex()) : name);
    }
    return path.toString();
  }

  private static String reason(JacksonException e) {
    if (e instanceof InvalidNullException) {
      return "expected a value, was null";
    }
    if (e instanceof InvalidTypeIdException unknown) {
      return unknown.getTypeId() == null
          ? "the member that tells the type apart is missing"
          : "unknown type " + JsonText.quote(unknown.getTypeId());
    }
    if (e instanceof ValueInstantiationException refused) {
      return refusal(refused.getCause());
    }
    if (e instanceof JsonNodeException || e instanceof InputCoercionException) {
      return "the number is out of range";
    }
    if (e instanceof InvalidFormatException malformed && malformed.getValue() instanceof String s) {
      return "expected " + expected(malformed.getTargetType()) + ", was " + JsonText.quote(s);
    }
    if (e instanceof MismatchedInputException mismatch) {
      // Jackson has no exception of its own for this.
      boolean missing = mismatch.getOriginalMessage().startsWith("Missing ");
      return missing ? "missing" : "expected " + expected(mismatch.getTargetType());
    }
    return "does not fit";
  }

  /** What a constructor said, when it spoke to its caller; anything else is internal. */
  private static String refusal(@Nullable Throwable cause) {
    String said = cause instanceof IllegalArgumentException ? cause.getMessage() : null;
    return said == null ? "the value is not accepted" : said;
  }

  private static String expected(@Nullable Class<?> type) {
    if (type == null) {
      return "another value";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "a boolean";
    }
    if (type.isArray() || Collection.class.isAssignableFrom(type)) {
      return "an array";
    }
    if (type.isRecord() || Map.class.isAssignableFrom(type)) {
      return "an object";
    }
    if (LeafTypes.isInteger(type)) {
      return "an integer";
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return "a number";
    }
    return type == String.class || type == CharSequence.class ? "a string" : "another value";
  }
}
