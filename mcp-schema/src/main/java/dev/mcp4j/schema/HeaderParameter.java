/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A tool parameter that is mirrored into an HTTP header.
 *
 * @param name the name in the schema, such as {@code Region}: an HTTP token
 * @param path the names of the properties that lead to the parameter, outermost first; not empty
 * @param type the JSON type of the parameter
 * @see HeaderParameters
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http#custom-headers-from-tool-parameters">Custom
 *     headers from tool parameters</a>
 */
public record HeaderParameter(String name, List<String> path, Type type) {

  /** The greatest integer a header may carry: 2<sup>53</sup> - 1. Its negation is the least. */
  public static final long MAX_SAFE_INTEGER = (1L << 53) - 1;

  /** No integer in the safe range needs more, however it is written. */
  private static final int MAX_NUMBER_LENGTH = 40;

  private static final java.util.regex.Pattern NUMBER =
      java.util.regex.Pattern.compile("-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][-+]?\\d{1,3})?");

  /** The JSON types that can be mirrored. */
  public enum Type {
    /** A JSON string. */
    STRING,
    /** A JSON number without a fraction. */
    INTEGER,
    /** {@code true} or {@code false}. */
    BOOLEAN
  }

  /**
   * Checks and copies the components.
   *
   * @param name not null
   * @param path copied; not empty, no null elements
   * @param type not null
   * @throws IllegalArgumentException if the path is empty
   */
  public HeaderParameter {
    Objects.requireNonNull(name, "name");
    path = List.copyOf(path);
    Objects.requireNonNull(type, "type");
    if (path.isEmpty()) {
      throw new IllegalArgumentException("the path of a parameter is not empty");
    }
  }

  /**
   * The name of the header.
   *
   * @return {@code Mcp-Param-} and the name; to be compared without regard to case
   */
  public String headerName() {
    return "Mcp-Param-" + name;
  }

  /**
   * The header value for the arguments of a call.
   *
   * @param arguments the arguments, or null for none
   * @return the encoded value, or empty if the parameter is absent or null and the header must be
   *     left out
   * @throws IllegalArgumentException if the argument is not of the parameter's type, an integer
   *     beyond {@link #MAX_SAFE_INTEGER}, or text that is not Unicode
   */
  public Optional<String> headerValue(@Nullable JsonNode arguments) {
    return argument(arguments).map(this::encode);
  }

  /**
   * Whether a header received says the same as the arguments of the call. Integers are compared as
   * numbers, so {@code 42.0} is {@code 42}.
   *
   * @param header the header's value as received, or null if it is absent
   * @param arguments the arguments, or null for none
   * @return true if both are absent (in the arguments, null counts as absent), or both are there
   *     and well-formed and equal
   */
  public boolean matches(@Nullable String header, @Nullable JsonNode arguments) {
    return matches(header, arguments, false);
  }

  /**
   * Whether a header received says the same as the arguments of the call, as {@link
   * #matches(String, JsonNode)} does, behind an HTTP engine that cannot hand over tabs.
   *
   * @param header the header's value as received, or null if it is absent
   * @param arguments the arguments, or null for none
   * @param tabsAreSpaces whether tabs in values arrive as spaces; then a space in a header that is
   *     not encoded may stand for a tab in the argument
   * @return true if both are absent, or both are there and well-formed and equal
   */
  public boolean matches(
      @Nullable String header, @Nullable JsonNode arguments, boolean tabsAreSpaces) {
    Optional<JsonNode> argument = argument(arguments);
    if (header == null || argument.isEmpty()) {
      return header == null && argument.isEmpty();
    }
    return says(header, argument.get(), tabsAreSpaces);
  }

  private Optional<JsonNode> argument(@Nullable JsonNode arguments) {
    JsonNode node = arguments;
    for (String step : path) {
      node = node == null ? null : node.get(step);
    }
    return node == null || node.isNull() ? Optional.empty() : Optional.of(node);
  }

  private String encode(JsonNode argument) {
    return switch (type) {
      case STRING -> {
        check(argument.isString(), argument);
        yield HeaderValue.encode(argument.stringValue());
      }
      case BOOLEAN -> {
        check(argument.isBoolean(), argument);
        yield argument.booleanValue() ? "true" : "false";
      }
      case INTEGER -> {
        check(argument.isNumber() && isSafe(argument.decimalValue()), argument);
        yield argument.decimalValue().toBigIntegerExact().toString();
      }
    };
  }

  private void check(boolean fits, JsonNode argument) {
    if (!fits) {
      String wanted =
          switch (type) {
            case STRING -> "a string";
            case BOOLEAN -> "a boolean";
            case INTEGER -> "an integer between -(2^53-1) and 2^53-1";
          };
      throw new IllegalArgumentException(
          headerName() + " needs " + wanted + ", was " + JsonText.of(argument));
    }
  }

  private boolean says(String header, JsonNode argument, boolean tabsAreSpaces) {
    return switch (type) {
      case STRING ->
          argument.isString() && HeaderValue.says(header, argument.stringValue(), tabsAreSpaces);
      case BOOLEAN ->
          argument.isBoolean()
              && HeaderValue.says(header, String.valueOf(argument.booleanValue()), false);
      case INTEGER ->
          argument.isNumber()
              && HeaderValue.decode(header)
                  .filter(text -> equalIntegers(text, argument.decimalValue()))
                  .isPresent();
    };
  }

  private static boolean equalIntegers(String text, BigDecimal argument) {
    return text.length() <= MAX_NUMBER_LENGTH
        && NUMBER.matcher(text).matches()
        && isSafe(argument)
        && new BigDecimal(text).compareTo(argument) == 0;
  }

  private static boolean isSafe(BigDecimal value) {
    BigDecimal limit = BigDecimal.valueOf(MAX_SAFE_INTEGER);
    // The comparison comes first: it is cheap, and keeps absurd exponents from being expanded.
    return value.abs().compareTo(limit) <= 0
        && (value.signum() == 0 || value.stripTrailingZeros().scale() <= 0);
  }
}
