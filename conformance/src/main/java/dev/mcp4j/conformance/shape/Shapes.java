/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.shape;

import dev.mcp4j.conformance.catalogue.Revision;
import dev.mcp4j.conformance.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** The shapes of one revision. Immutable. */
public final class Shapes {
  private final Map<String, Shape> shapes;

  private Shapes(Map<String, Shape> shapes) {
    this.shapes = shapes;
  }

  /**
   * Reads the shapes of a revision.
   *
   * @param revision the revision
   * @return its shapes
   */
  public static Shapes of(Revision revision) {
    String name = revision.text() + ".txt";
    try (InputStream in = Shapes.class.getResourceAsStream(name)) {
      byte[] text = Objects.requireNonNull(in, name).readAllBytes();
      return new Shapes(ShapeParser.parse(new String(text, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Map<String, Shape> all() {
    return shapes;
  }

  /**
   * Tells whether there is a shape.
   *
   * @param name the name of the shape
   * @return true if the revision has it
   */
  public boolean has(String name) {
    return shapes.containsKey(name);
  }

  /**
   * Compares a value with a shape.
   *
   * @param name the name of the shape
   * @param node the value
   * @return what is wrong, each with its path; empty if nothing is
   */
  public List<String> problems(String name, JsonNode node) {
    List<Problem> problems = new ArrayList<>();
    check(new Shape.Named(name), node, "", problems);
    return problems.stream().map(Problem::text).toList();
  }

  private record Problem(String text, boolean ofKind) {}

  private void check(Shape shape, JsonNode node, String path, List<Problem> problems) {
    if (shape instanceof Shape.Named named) {
      Shape meant = shapes.get(named.name());
      check(Objects.requireNonNull(meant, named.name()), node, path, problems);
    } else if (shape instanceof Shape.Union union) {
      problems.addAll(best(union, node, path));
    } else if (shape instanceof Shape.Literal literal) {
      if (!node.isString() || !node.stringValue().equals(literal.text())) {
        problems.add(wrong(path, "\"" + literal.text() + "\"", node, true));
      }
    } else if (shape instanceof Shape.Primitive primitive) {
      primitive(primitive, node, path, problems);
    } else if (shape instanceof Shape.Array array) {
      array(array, node, path, problems);
    } else if (!node.isObject()) {
      problems.add(wrong(path, "an object", node, true));
    } else if (shape instanceof Shape.MapOf map) {
      node.properties()
          .forEach(m -> check(map.value(), m.getValue(), path + "." + m.getKey(), problems));
    } else if (shape instanceof Shape.Members members) {
      members(members, node, path, problems);
    }
  }

  private void members(Shape.Members shape, JsonNode node, String path, List<Problem> problems) {
    shape
        .members()
        .forEach(
            (name, member) -> {
              JsonNode value = node.path(name);
              String at = path.isEmpty() ? name : path + "." + name;
              if (!value.isMissingNode()) {
                check(member.shape(), value, at, problems);
              } else if (!member.optional()) {
                problems.add(new Problem(at + " is missing", false));
              }
            });
  }

  private void array(Shape.Array shape, JsonNode node, String path, List<Problem> problems) {
    if (!node.isArray()) {
      problems.add(wrong(path, "an array", node, true));
      return;
    }
    for (int i = 0; i < node.size(); i++) {
      check(shape.element(), node.get(i), path + "[" + i + "]", problems);
    }
    if (shape.max().isPresent() && node.size() > shape.max().get()) {
      String text = path + " has " + node.size() + " elements, at most " + shape.max().get();
      problems.add(new Problem(text + " are allowed", false));
    }
  }

  /** Of several alternatives, the one that was probably meant. */
  private List<Problem> best(Shape.Union union, JsonNode node, String path) {
    List<List<Problem>> all = new ArrayList<>();
    for (Shape alternative : union.alternatives()) {
      List<Problem> problems = new ArrayList<>();
      check(alternative, node, path, problems);
      if (problems.isEmpty()) {
        return problems;
      }
      all.add(problems);
    }
    return all.stream()
        .min(
            Comparator.comparingLong(
                    (List<Problem> problems) -> problems.stream().filter(Problem::ofKind).count())
                .thenComparing(List::size))
        .orElseThrow();
  }

  private static void primitive(
      Shape.Primitive shape, JsonNode node, String path, List<Problem> problems) {
    boolean integral = node.isNumber() && isIntegral(node);
    boolean fits =
        switch (shape.kind()) {
          case ANY -> true;
          case OBJECT -> node.isObject();
          case STRING -> node.isString();
          case BOOLEAN -> node.isBoolean();
          case NUMBER -> node.isNumber();
          case INTEGER -> integral;
          case ID -> integral || node.isString();
          case NULL -> node.isNull();
        };
    if (!fits) {
      problems.add(wrong(path, text(shape.kind()), node, true));
    } else if (node.isNumber()) {
      double value = node.doubleValue();
      shape
          .min()
          .filter(min -> value < min)
          .ifPresent(min -> problems.add(wrong(path, "at least " + min, node, false)));
      shape
          .max()
          .filter(max -> value > max)
          .ifPresent(max -> problems.add(wrong(path, "at most " + max, node, false)));
    }
  }

  private static boolean isIntegral(JsonNode node) {
    return node.isIntegralNumber() || node.decimalValue().stripTrailingZeros().scale() <= 0;
  }

  private static String text(Shape.Kind kind) {
    return switch (kind) {
      case ANY -> "a value";
      case OBJECT -> "an object";
      case STRING -> "a string";
      case BOOLEAN -> "a boolean";
      case NUMBER -> "a number";
      case INTEGER -> "an integer";
      case ID -> "a string or an integer";
      case NULL -> "null";
    };
  }

  private static Problem wrong(String path, String expected, JsonNode node, boolean ofKind) {
    String where = path.isEmpty() ? "the value" : path;
    return new Problem(where + " is " + Json.brief(node) + ", not " + expected, ofKind);
  }
}
