/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.arbitrary;

import dev.mcp4j.testkit.arbitrary.TypeSpec.MemberSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Finds the single changes that make a valid value invalid. */
final class Defects {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonNode HALF = NODES.numberNode(new BigDecimal("0.5"));

  /**
   * A change of one member.
   *
   * @param object where the object is that has the member
   * @param member the name of the member
   * @param replacement what stands there instead; null for nothing
   * @param words what is wrong then
   */
  record Defect(JsonPointer object, String member, @Nullable JsonNode replacement, String words) {
    String pointer() {
      return object.appendProperty(member).toString();
    }

    JsonNode applyTo(JsonNode json) {
      JsonNode copy = json.deepCopy();
      ObjectNode changed = (ObjectNode) copy.at(object);
      if (replacement == null) {
        changed.remove(member);
      } else {
        changed.set(member, replacement);
      }
      return copy;
    }
  }

  private final List<Defect> found = new ArrayList<>();

  private Defects() {}

  /** The changes that are possible, possibly none. */
  static List<Defect> of(String type, JsonNode json) {
    Defects defects = new Defects();
    defects.type(type, json, JsonPointer.empty());
    return defects.found;
  }

  private void type(String type, JsonNode json, JsonPointer at) {
    TypeSpec spec = MemberTable.get(type);
    if (spec.alternatives().isEmpty()) {
      members(spec, (ObjectNode) json, at, true);
      return;
    }
    TypeSpec chosen = chosen(spec, json);
    if (chosen != null) {
      members(chosen, (ObjectNode) json, at, isTold(spec));
    }
  }

  /**
   * Goes through the members of an object.
   *
   * @param isToldApart false if what a required member is can make it an object of another type
   */
  private void members(TypeSpec spec, ObjectNode json, JsonPointer at, boolean isToldApart) {
    for (MemberSpec member : spec.members()) {
      JsonNode value = json.get(member.name());
      if (value == null || (member.required() && !isToldApart)) {
        continue;
      }
      if (member.required() && !member.isConstant()) {
        add(at, member, null, "missing");
        if (!member.kind().equals("any")) {
          add(at, member, NODES.nullNode(), "null");
        }
      }
      if (member.isConstant()) {
        if (at.matches()) {
          add(at, member, NODES.stringNode("x-other"), "another constant");
        }
      } else {
        value(member, value, at);
      }
    }
  }

  private void value(MemberSpec member, JsonNode value, JsonPointer at) {
    String kind = member.kind();
    JsonPointer here = at.appendProperty(member.name());
    if (!member.words().isEmpty()) {
      add(at, member, NODES.stringNode("x-unknown"), "none of the words");
      add(at, member, NODES.numberNode(7), "a number");
      return;
    }
    switch (kind) {
      case "any" -> {}
      case "string" -> add(at, member, NODES.numberNode(7), "a number");
      case "integer" -> {
        add(at, member, NODES.stringNode("7"), "a string");
        add(at, member, HALF, "a fraction");
      }
      case "number" -> add(at, member, NODES.stringNode("7"), "a string");
      case "boolean" -> add(at, member, NODES.stringNode("true"), "a string");
      case "id" -> {
        add(at, member, NODES.booleanNode(true), "a boolean");
        add(at, member, HALF, "a fraction");
      }
      case "object" -> add(at, member, NODES.arrayNode(), "an array");
      default -> nested(member, value, at, here);
    }
  }

  private void nested(MemberSpec member, JsonNode value, JsonPointer at, JsonPointer here) {
    String kind = member.kind();
    String inner = kind.replaceAll("[\\[\\]{}+]", "");
    if (kind.startsWith("[")) {
      add(at, member, NODES.stringNode("text"), "a string");
      elements(inner, value, here);
    } else if (kind.startsWith("{")) {
      add(at, member, NODES.arrayNode(), "an array");
      value.forEachEntry((name, element) -> inner(inner, element, here.appendProperty(name)));
    } else {
      add(at, member, NODES.stringNode("text"), "a string");
      if (value.isArray()) {
        elements(inner, value, here);
      } else {
        inner(inner, value, here);
      }
    }
  }

  private void elements(String kind, JsonNode array, JsonPointer here) {
    for (int i = 0; i < array.size(); i++) {
      inner(kind, array.get(i), here.appendIndex(i));
    }
  }

  private void inner(String kind, JsonNode value, JsonPointer here) {
    if (MemberTable.has(kind)) {
      type(kind, value, here);
    }
  }

  private void add(
      JsonPointer at, MemberSpec member, @Nullable JsonNode replacement, String words) {
    found.add(new Defect(at, member.name(), replacement, words));
  }

  /** The alternative that demands most of what is there. */
  private static @Nullable TypeSpec chosen(TypeSpec union, JsonNode json) {
    TypeSpec best = null;
    long most = -1;
    for (String alternative : union.alternatives()) {
      TypeSpec spec = MemberTable.get(alternative);
      long required = spec.members().stream().filter(MemberSpec::required).count();
      if (required > most && spec.members().stream().allMatch(member -> fits(member, json))) {
        best = spec;
        most = required;
      }
    }
    return best;
  }

  private static boolean fits(MemberSpec member, JsonNode json) {
    JsonNode value = json.get(member.name());
    if (value == null) {
      return !member.required();
    }
    return member.words().isEmpty() || member.words().contains(value.asString(""));
  }

  /** Whether each alternative has a constant of its own. */
  private static boolean isTold(TypeSpec union) {
    Set<String> constants = new HashSet<>();
    return union.alternatives().stream()
        .map(MemberTable::get)
        .allMatch(
            spec ->
                spec.members().stream()
                    .anyMatch(member -> member.isConstant() && constants.add(member.kind())));
  }
}
