/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** An enum whose constants have names on the wire. */
final class EnumType<E extends Enum<E>> extends JsonType<E> {
  private final Map<String, E> constants = new LinkedHashMap<>();
  private final Function<E, String> wireName;

  EnumType(Class<E> javaType, Function<E, String> wireName) {
    super(javaType);
    this.wireName = wireName;
    for (E constant : javaType.getEnumConstants()) {
      constants.putIfAbsent(wireName.apply(constant), constant);
    }
  }

  @Override
  E read(JsonInput in) {
    E constant = in.isString() ? constants.get(in.text()) : null;
    if (constant == null) {
      throw in.mismatch("one of " + String.join(", ", constants.keySet()));
    }
    return constant;
  }

  @Override
  void write(JsonOutput out, E value) {
    out.string(wireName.apply(value));
  }
}
