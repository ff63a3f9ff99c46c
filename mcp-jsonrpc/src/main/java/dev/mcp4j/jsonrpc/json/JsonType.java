/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

/** How the values of one Java type stand in JSON. Holds no state. */
abstract class JsonType<T> {
  private final Class<T> javaType;

  JsonType(Class<T> javaType) {
    this.javaType = javaType;
  }

  final Class<T> javaType() {
    return javaType;
  }

  /** Reads the value that starts at the current token, and stays at its last token. */
  abstract T read(JsonInput in);

  abstract void write(JsonOutput out, T value);
}
