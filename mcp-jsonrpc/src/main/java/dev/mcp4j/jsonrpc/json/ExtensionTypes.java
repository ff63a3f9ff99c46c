/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import static dev.mcp4j.jsonrpc.json.MetaTypes.NOTIFICATION_META;
import static dev.mcp4j.jsonrpc.json.MetaTypes.REQUEST_META;
import static dev.mcp4j.jsonrpc.json.MetaTypes.RESULT_META;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.NotificationMeta;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.ResultMeta;
import dev.mcp4j.api.extension.ExtensionNotificationParams;
import dev.mcp4j.api.extension.ExtensionParams;
import dev.mcp4j.api.extension.ExtensionResult;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Messages whose members only an extension knows. */
final class ExtensionTypes {
  static final List<JsonType<?>> ALL =
      List.of(
          new MembersAndMeta<>(
              ExtensionParams.class,
              REQUEST_META,
              RequestMeta.EMPTY,
              ExtensionParams::new,
              ExtensionParams::members,
              ExtensionParams::meta),
          new MembersAndMeta<>(
              ExtensionNotificationParams.class,
              NOTIFICATION_META,
              NotificationMeta.EMPTY,
              ExtensionNotificationParams::new,
              ExtensionNotificationParams::members,
              ExtensionNotificationParams::meta),
          new MembersAndMeta<>(
              ExtensionResult.class,
              RESULT_META,
              ResultMeta.EMPTY,
              ExtensionResult::new,
              ExtensionResult::members,
              ExtensionResult::meta));

  private ExtensionTypes() {}

  private static final class MembersAndMeta<T, M> extends ObjectType<T> {
    private static final String META = "_meta";

    private final JsonType<M> metaType;
    private final M noMeta;
    private final BiFunction<JsonObject, M, T> make;
    private final Function<T, JsonObject> members;
    private final Function<T, M> meta;

    MembersAndMeta(
        Class<T> javaType,
        JsonType<M> metaType,
        M noMeta,
        BiFunction<JsonObject, M, T> make,
        Function<T, JsonObject> members,
        Function<T, M> meta) {
      super(javaType);
      this.metaType = metaType;
      this.noMeta = noMeta;
      this.make = make;
      this.members = members;
      this.meta = meta;
    }

    @Override
    T readMembers(JsonInput in) {
      ObjectNode node = JsonNodeFactory.instance.objectNode();
      M found = noMeta;
      for (String name; (name = in.nextMember()) != null; ) {
        switch (name) {
          case META -> found = in.optional(metaType, noMeta);
          case "resultType" -> in.skip();
          default -> node.set(name, in.tree());
        }
      }
      return make.apply(new JsonObject(node), found);
    }

    @Override
    void writeMembers(JsonOutput out, T value) {
      out.others(members.apply(value));
      out.optional(META, metaType, meta.apply(value), noMeta);
    }
  }
}
