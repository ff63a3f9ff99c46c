/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import dev.mcp4j.api.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/** Strings, numbers, booleans, and JSON nobody interprets. */
final class Scalars {
  static final JsonType<String> STRING =
      new JsonType<>(String.class) {
        @Override
        String read(JsonInput in) {
          if (!in.isString()) {
            throw in.mismatch("a string");
          }
          return in.text();
        }

        @Override
        void write(JsonOutput out, String value) {
          out.string(value);
        }
      };

  static final JsonType<Boolean> BOOLEAN =
      new JsonType<>(Boolean.class) {
        @Override
        Boolean read(JsonInput in) {
          if (!in.is(JsonToken.VALUE_TRUE) && !in.is(JsonToken.VALUE_FALSE)) {
            throw in.mismatch("a boolean");
          }
          return in.is(JsonToken.VALUE_TRUE);
        }

        @Override
        void write(JsonOutput out, Boolean value) {
          out.generator().writeBoolean(value);
        }
      };

  static final JsonType<Integer> INTEGER =
      new JsonType<>(Integer.class) {
        @Override
        Integer read(JsonInput in) {
          return (int) integer(in, Integer.MIN_VALUE, Integer.MAX_VALUE);
        }

        @Override
        void write(JsonOutput out, Integer value) {
          out.generator().writeNumber(value);
        }
      };

  static final JsonType<Long> LONG =
      new JsonType<>(Long.class) {
        @Override
        Long read(JsonInput in) {
          return integer(in, Long.MIN_VALUE, Long.MAX_VALUE);
        }

        @Override
        void write(JsonOutput out, Long value) {
          out.generator().writeNumber(value);
        }
      };

  /** A number for measuring. Whole ones are written without a fraction. */
  static final JsonType<Double> NUMBER =
      new JsonType<>(Double.class) {
        @Override
        Double read(JsonInput in) {
          double value = TreeReader.decimal(in).doubleValue();
          if (Double.isInfinite(value)) {
            throw in.mismatch("a number of at most 308 digits");
          }
          return in.text().startsWith("-") ? -Math.abs(value) : value;
        }

        @Override
        void write(JsonOutput out, Double value) {
          if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("JSON has no number " + value);
          }
          long whole = value.longValue();
          if (Double.valueOf((double) whole).equals(value) && Math.abs(whole) < MAX_EXACT) {
            out.generator().writeNumber(whole);
          } else {
            out.generator().writeNumber(value);
          }
        }
      };

  static final JsonType<BigDecimal> DECIMAL =
      new JsonType<>(BigDecimal.class) {
        @Override
        BigDecimal read(JsonInput in) {
          return TreeReader.decimal(in);
        }

        @Override
        void write(JsonOutput out, BigDecimal value) {
          out.generator().writeNumber(value);
        }
      };

  static final JsonType<JsonNode> TREE =
      new JsonType<>(JsonNode.class) {
        @Override
        JsonNode read(JsonInput in) {
          return in.tree();
        }

        @Override
        void write(JsonOutput out, JsonNode value) {
          out.tree(value);
        }
      };

  static final JsonType<JsonObject> OBJECT =
      new JsonType<>(JsonObject.class) {
        @Override
        JsonObject read(JsonInput in) {
          return in.object();
        }

        @Override
        void write(JsonOutput out, JsonObject value) {
          out.tree(value.node());
        }
      };

  /** Up to here every whole double is exactly the integer it looks like. */
  private static final long MAX_EXACT = 1L << 53;

  static final List<JsonType<?>> ALL = List.of(STRING, TREE, OBJECT);

  private Scalars() {}

  /** Reads an integer, also one that is written with a fraction of zero or an exponent. */
  private static long integer(JsonInput in, long min, long max) {
    try {
      long value = TreeReader.decimal(in).longValueExact();
      if (value >= min && value <= max) {
        return value;
      }
    } catch (ArithmeticException e) {
      throw in.mismatch("an integer from " + min + " to " + max);
    }
    throw in.mismatch("an integer from " + min + " to " + max);
  }
}
