/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import dev.mcp4j.schema.Vocabulary.Shape;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Follows the references of a schema: each must lead to a schema within the same document (or to
 * the meta-schema of the dialect, which is built in), and none may lead back to itself without
 * consuming some of the value on the way, because validation would not end.
 */
final class ReferenceCheck {

  /** Checks a schema that only a reference reaches. */
  interface Visitor {
    void visit(JsonNode schema, String path, String base);
  }

  private record Reference(JsonNode from, String target, String path, String base) {}

  private static final String NOWHERE = "";

  private final Dialect dialect;
  private final Map<String, JsonNode> resources = new HashMap<>();
  private final Map<String, JsonNode> anchors = new HashMap<>();
  private final IdentityHashMap<JsonNode, String> visited = new IdentityHashMap<>();
  private final IdentityHashMap<JsonNode, List<JsonNode>> inPlace = new IdentityHashMap<>();
  private final Deque<Reference> pending = new ArrayDeque<>();

  ReferenceCheck(JsonNode root, Dialect dialect) {
    this.dialect = dialect;
    resources.put(NOWHERE, root);
  }

  /** Notes a schema, and gives the base URI for what is within it. */
  String enter(JsonNode schema, String path, String base) {
    visited.putIfAbsent(schema, path);
    String inner = enterResource(schema, path, base);
    for (Map.Entry<String, JsonNode> member : schema.properties()) {
      note(schema, member.getKey(), member.getValue(), path, inner);
    }
    return inner;
  }

  private String enterResource(JsonNode schema, String path, String base) {
    JsonNode id = schema.get("$id");
    if (id == null || !id.isString()) {
      return base;
    }
    String at = JsonPointers.child(path, "$id");
    int hash = id.stringValue().indexOf('#');
    String name = hash < 0 ? "" : id.stringValue().substring(hash + 1);
    String uri = hash < 0 ? id.stringValue() : id.stringValue().substring(0, hash);
    if (!name.isEmpty()) {
      if (dialect == Dialect.DRAFT_2020_12) {
        throw new InvalidSchemaException(at, "a $id has no fragment");
      }
      name(base + '#' + name, schema, at);
    }
    if (uri.isEmpty()) {
      return base;
    }
    String inner = resolve(base, uri, at);
    JsonNode other = resources.putIfAbsent(inner, schema);
    if (other != null && !other.equals(schema)) {
      throw new InvalidSchemaException(at, "this $id is in use already");
    }
    return inner;
  }

  private void note(JsonNode schema, String keyword, JsonNode value, String path, String base) {
    Shape shape = Vocabulary.shape(dialect, keyword);
    if (shape == null) {
      return;
    }
    String at = JsonPointers.child(path, keyword);
    switch (shape) {
      case REFERENCE -> {
        if (value.isString()) {
          pending.add(new Reference(schema, value.stringValue(), at, base));
        }
      }
      case ANCHOR -> {
        if (value.isString() && !keyword.equals("$recursiveAnchor")) {
          name(base + '#' + value.stringValue(), schema, at);
        }
      }
      case IN_PLACE -> addInPlace(schema, value);
      case IN_PLACE_ARRAY, IN_PLACE_MAP, IN_PLACE_OR_STRINGS_MAP ->
          value.forEach(inner -> addInPlace(schema, inner));
      default -> {}
    }
  }

  private void name(String anchor, JsonNode schema, String at) {
    JsonNode other = anchors.putIfAbsent(anchor, schema);
    if (other != null && !other.equals(schema)) {
      throw new InvalidSchemaException(at, "this name is in use already");
    }
  }

  private void addInPlace(JsonNode from, JsonNode to) {
    if (to.isObject()) {
      inPlace.computeIfAbsent(from, key -> new ArrayList<>()).add(to);
    }
  }

  /** Resolves every reference; what only a reference reaches is handed to the visitor. */
  void resolve(Visitor visitor) {
    List<JsonNode> referring = new ArrayList<>();
    for (Reference reference; (reference = pending.poll()) != null; ) {
      referring.add(reference.from());
      JsonNode target = target(reference, visitor);
      if (target != null) {
        addInPlace(reference.from(), target);
      }
    }
    checkProgress(referring);
  }

  private @Nullable JsonNode target(Reference reference, Visitor visitor) {
    String text = reference.target();
    int hash = text.indexOf('#');
    String fragment = hash < 0 ? "" : decode(text.substring(hash + 1));
    String document = hash < 0 ? text : text.substring(0, hash);
    String uri =
        document.isEmpty()
            ? reference.base()
            : resolve(reference.base(), document, reference.path());
    JsonNode resource = resources.get(uri);
    if (resource == null) {
      if (dialect.isMetaSchema(uri)) {
        return null;
      }
      throw new InvalidSchemaException(
          reference.path(),
          JsonText.quote(text) + " leads outside the schema, and nothing is fetched");
    }
    JsonNode target = within(resource, uri, fragment);
    if (target == null) {
      throw new InvalidSchemaException(reference.path(), JsonText.quote(text) + " leads nowhere");
    }
    if (!visited.containsKey(target)) {
      visitor.visit(target, visited.getOrDefault(resource, "") + fragment, uri);
    }
    return target;
  }

  private @Nullable JsonNode within(JsonNode resource, String uri, String fragment) {
    if (fragment.isEmpty()) {
      return resource;
    }
    if (!fragment.startsWith("/")) {
      return anchors.get(uri + '#' + fragment);
    }
    JsonNode target = JsonPointers.resolve(resource, fragment);
    return target.isMissingNode() ? null : target;
  }

  /**
   * Looks for a way from a schema to itself along schemas for the same value. Without a reference
   * there is none.
   */
  private void checkProgress(List<JsonNode> referring) {
    IdentityHashMap<JsonNode, Boolean> finished = new IdentityHashMap<>();
    for (JsonNode schema : referring) {
      follow(schema, finished);
    }
  }

  private void follow(JsonNode start, IdentityHashMap<JsonNode, Boolean> finished) {
    record Step(JsonNode schema, java.util.Iterator<JsonNode> next) {}
    Deque<Step> way = new ArrayDeque<>();
    if (finished.putIfAbsent(start, false) == null) {
      way.push(new Step(start, next(start)));
    }
    while (!way.isEmpty()) {
      Step step = way.peek();
      if (!step.next().hasNext()) {
        finished.put(step.schema(), true);
        way.pop();
        continue;
      }
      JsonNode schema = step.next().next();
      Boolean done = finished.putIfAbsent(schema, false);
      if (done == null) {
        way.push(new Step(schema, next(schema)));
      } else if (!done) {
        throw new InvalidSchemaException(
            visited.getOrDefault(schema, ""),
            "the schema refers back to itself for the same value, without end");
      }
    }
  }

  private java.util.Iterator<JsonNode> next(JsonNode schema) {
    return inPlace.getOrDefault(schema, List.of()).iterator();
  }

  private static String resolve(String base, String uri, String path) {
    try {
      URI reference = new URI(uri);
      return base.isEmpty() ? reference.toString() : new URI(base).resolve(reference).toString();
    } catch (URISyntaxException e) {
      throw new InvalidSchemaException(path, JsonText.quote(uri) + " is no URI reference");
    }
  }

  /** Percent-decoding of a fragment; what is no escape stands for itself. */
  private static String decode(String fragment) {
    try {
      return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return fragment;
    }
  }
}
