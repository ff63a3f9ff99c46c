/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import java.math.BigInteger;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;

/** Something that is a string or an integer, and keeps which, exactly. */
final class IdType<T> extends JsonType<T> {
  private final Function<String, T> ofString;
  private final LongFunction<T> ofLong;
  private final Function<BigInteger, T> ofInteger;
  private final Predicate<T> isString;
  private final Function<T, String> text;

  IdType(
      Class<T> javaType,
      Function<String, T> ofString,
      LongFunction<T> ofLong,
      Function<BigInteger, T> ofInteger,
      Predicate<T> isString,
      Function<T, String> text) {
    super(javaType);
    this.ofString = ofString;
    this.ofLong = ofLong;
    this.ofInteger = ofInteger;
    this.isString = isString;
    this.text = text;
  }

  @Override
  T read(JsonInput in) {
    if (in.isString()) {
      String read = in.text();
      if (read.length() > McpJson.MAX_ID_LENGTH) {
        throw in.mismatch(
            "a string of at most " + McpJson.MAX_ID_LENGTH + " characters",
            "one of " + read.length());
      }
      return ofString.apply(read);
    }
    if (in.is(JsonToken.VALUE_NUMBER_INT)) {
      return in.parser().getNumberType() == NumberType.BIG_INTEGER
          ? ofInteger.apply(in.parser().getBigIntegerValue())
          : ofLong.apply(in.parser().getLongValue());
    }
    throw in.mismatch("a string or an integer");
  }

  @Override
  void write(JsonOutput out, T value) {
    if (isString.test(value)) {
      out.string(text.apply(value));
    } else {
      out.generator().writeNumber(text.apply(value));
    }
  }
}
