/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The way from a type to the one being described, for the message when that fails. */
final class TypePath {

  private final JavaType root;
  private final Deque<String> steps = new ArrayDeque<>();

  TypePath(JavaType root) {
    this.root = root;
    steps.addLast(root.getRawClass().getSimpleName());
  }

  void enter(String step) {
    steps.addLast(step);
  }

  void leave() {
    steps.removeLast();
  }

  /** Describes the root; what goes wrong on the way comes out with the place where it did. */
  ObjectNode describe(Supplier<ObjectNode> description) {
    try {
      return description.get();
    } catch (Undescribable e) {
      throw failure(e.reason(), e);
    } catch (InvalidSchemaException e) {
      throw failure(e.getMessage(), e);
    } catch (JacksonException e) {
      throw failure(closedModule(), e);
    }
  }

  private IllegalArgumentException failure(@Nullable String reason, Throwable cause) {
    String place = root.toCanonical() + " at " + String.join("", steps);
    String why = reason == null ? "Jackson cannot bind it" : reason;
    return new IllegalArgumentException("no JSON Schema for " + place + ": " + why, cause);
  }

  /** The one thing about modules that people run into, or null. */
  private @Nullable String closedModule() {
    Class<?> type = root.getRawClass();
    Module jackson = JsonMapper.class.getModule();
    if (type.getModule().isOpen(type.getPackageName(), jackson)) {
      return null;
    }
    return "module %s must open package %s to %s"
        .formatted(type.getModule().getName(), type.getPackageName(), jackson.getName());
  }
}
