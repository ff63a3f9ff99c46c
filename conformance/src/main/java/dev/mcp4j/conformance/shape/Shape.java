/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.shape;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a JSON value looks like. */
sealed interface Shape {
  /** A value of a primitive kind, within bounds. */
  record Primitive(Kind kind, Optional<Double> min, Optional<Double> max) implements Shape {}

  /** Exactly this string. */
  record Literal(String text) implements Shape {}

  /** An array of so many elements. */
  record Array(Shape element, Optional<Integer> max) implements Shape {}

  /** An object with these members, and any others. */
  record Members(Map<String, Member> members) implements Shape {}

  /** An object whose members all look the same. */
  record MapOf(Shape value) implements Shape {}

  /** One of these. */
  record Union(List<Shape> alternatives) implements Shape {}

  /** The shape of that name. */
  record Named(String name) implements Shape {}

  /** A member. */
  record Member(Shape shape, boolean optional) {}

  /** A primitive kind. */
  enum Kind {
    /** Anything. */
    ANY,
    /** An object. */
    OBJECT,
    /** A string. */
    STRING,
    /** A boolean. */
    BOOLEAN,
    /** A number. */
    NUMBER,
    /** A number without a fraction. */
    INTEGER,
    /** A string, or a number without a fraction. */
    ID,
    /** Null. */
    NULL
  }
}
