/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

/** A type that is a JSON object. */
abstract class ObjectType<T> extends JsonType<T> {
  ObjectType(Class<T> javaType) {
    super(javaType);
  }

  /** Reads the members that are left of an object, up to its end. */
  abstract T readMembers(JsonInput in);

  abstract void writeMembers(JsonOutput out, T value);

  @Override
  final T read(JsonInput in) {
    in.startObject();
    return readMembers(in);
  }

  @Override
  final void write(JsonOutput out, T value) {
    out.startObject();
    writeMembers(out, value);
    out.endObject();
  }
}
