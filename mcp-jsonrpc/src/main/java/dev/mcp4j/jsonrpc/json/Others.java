/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.jsonrpc.scan.ScanningParser;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the members of an open type, and keeps what its components do not hold: members nobody
 * knows, and values that do not fit their component.
 */
final class Others {
  private final JsonInput in;
  private @Nullable ObjectNode kept;

  Others(JsonInput in) {
    this.in = in;
  }

  void keep(String name) {
    keep(name, in.tree());
  }

  <T> @Nullable T fitting(String name, JsonType<T> type) {
    return attempt(name, value -> value.optional(type));
  }

  <T> List<T> fittingList(String name, JsonType<T> type) {
    List<T> list = attempt(name, value -> value.optionalList(type));
    return list == null ? List.of() : list;
  }

  <T> Map<String, T> fittingMap(String name, JsonType<T> type) {
    Map<String, T> map = attempt(name, value -> value.optionalMap(type));
    return map == null ? Map.of() : map;
  }

  JsonObject toObject() {
    return kept == null ? JsonObject.EMPTY : new JsonObject(kept);
  }

  private <V> @Nullable V attempt(String name, Function<JsonInput, @Nullable V> read) {
    if (in.isScalar()) {
      return attemptScalar(name, read);
    }
    return in.parser() instanceof ScanningParser parser
        ? attemptText(name, read, parser)
        : attemptTree(name, read);
  }

  private <V> @Nullable V attemptScalar(String name, Function<JsonInput, @Nullable V> read) {
    try {
      return read.apply(in);
    } catch (JsonShapeException e) {
      keep(name);
      return null;
    }
  }

  /** Reads a value where it stands, and once more if it does not fit. */
  private <V> @Nullable V attemptText(
      String name, Function<JsonInput, @Nullable V> read, ScanningParser parser) {
    TokenStreamContext outer = parser.streamReadContext().getParent();
    int start = parser.tokenStart();
    try {
      return read.apply(in);
    } catch (JsonShapeException e) {
      while (parser.streamReadContext() != outer) {
        parser.nextToken();
      }
      keep(name, in.treeFrom(parser.array(), start, parser.position()));
      return null;
    }
  }

  private <V> @Nullable V attemptTree(String name, Function<JsonInput, @Nullable V> read) {
    JsonNode tree = in.tree();
    try {
      return read.apply(JsonInput.of(tree));
    } catch (JsonShapeException e) {
      keep(name, tree);
      return null;
    }
  }

  private void keep(String name, JsonNode value) {
    if (kept == null) {
      kept = JsonNodeFactory.instance.objectNode();
    }
    kept.set(name, value);
  }
}
