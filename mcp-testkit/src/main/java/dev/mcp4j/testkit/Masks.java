/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The members of which a transcript shows names in place of values. */
final class Masks {
  private final Set<String> members = ConcurrentHashMap.newKeySet();

  void add(String member) {
    members.add(member);
  }

  /** Begins to name values, for one reading of the transcript. */
  Names names() {
    return new Names();
  }

  /** Names values by the order in which they turn up. */
  final class Names {
    private final Map<String, Map<JsonNode, JsonNode>> known = new HashMap<>();

    JsonNode mask(JsonNode json) {
      if (members.isEmpty()) {
        return json;
      }
      if (json instanceof ObjectNode object) {
        ObjectNode masked = JsonNodeFactory.instance.objectNode();
        object.forEachEntry((name, value) -> masked.set(name, mask(name, value)));
        return masked;
      }
      if (json instanceof ArrayNode array) {
        ArrayNode masked = JsonNodeFactory.instance.arrayNode();
        array.forEach(element -> masked.add(mask(element)));
        return masked;
      }
      return json;
    }

    private JsonNode mask(String name, JsonNode value) {
      if (value.isContainer() || !members.contains(name)) {
        return mask(value);
      }
      Map<JsonNode, JsonNode> names = known.computeIfAbsent(name, unused -> new HashMap<>());
      return names.computeIfAbsent(
          value,
          unused ->
              JsonNodeFactory.instance.stringNode("<%s %d>".formatted(name, names.size() + 1)));
    }
  }
}
