/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import java.util.function.Function;

/** Parameters or a result without anything but metadata. */
final class BareType<T, M> extends ObjectType<T> {
  private final JsonType<M> metaType;
  private final M noMeta;
  private final Function<M, T> make;
  private final Function<T, M> meta;

  BareType(
      Class<T> javaType, JsonType<M> metaType, M noMeta, Function<M, T> make, Function<T, M> meta) {
    super(javaType);
    this.metaType = metaType;
    this.noMeta = noMeta;
    this.make = make;
    this.meta = meta;
  }

  @Override
  T readMembers(JsonInput in) {
    M read = noMeta;
    for (String name; (name = in.nextMember()) != null; ) {
      if (name.equals("_meta")) {
        read = in.optional(metaType, noMeta);
      } else {
        in.skip();
      }
    }
    return make.apply(read);
  }

  @Override
  void writeMembers(JsonOutput out, T value) {
    out.optional("_meta", metaType, meta.apply(value), noMeta);
  }
}
