/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import dev.mcp4j.api.JsonObject;
import java.util.function.Function;

/** A union member nobody knows: the object as it came. */
final class KeptType<T> extends JsonType<T> {
  private final Function<JsonObject, T> make;
  private final Function<T, JsonObject> json;

  KeptType(Class<T> javaType, Function<JsonObject, T> make, Function<T, JsonObject> json) {
    super(javaType);
    this.make = make;
    this.json = json;
  }

  @Override
  T read(JsonInput in) {
    return make.apply(in.object());
  }

  @Override
  void write(JsonOutput out, T value) {
    out.tree(json.apply(value).node());
  }
}
