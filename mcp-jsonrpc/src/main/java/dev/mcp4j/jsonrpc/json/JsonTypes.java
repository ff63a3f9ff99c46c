/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import dev.mcp4j.api.Reply;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Every type of the protocol by its class. */
final class JsonTypes {
  private static final Map<Class<?>, JsonType<?>> BY_CLASS =
      Stream.of(
              Scalars.ALL,
              CommonTypes.ALL,
              MetaTypes.ALL,
              CapabilityTypes.ALL,
              ErrorTypes.ALL,
              DiscoveryTypes.ALL,
              ContentTypes.ALL,
              ContentsTypes.ALL,
              ResourceTypes.ALL,
              ToolTypes.ALL,
              PromptTypes.ALL,
              CompletionTypes.ALL,
              NotificationTypes.ALL,
              SubscriptionTypes.ALL,
              InputTypes.ALL,
              ElicitationTypes.ALL,
              FormTypes.ALL,
              ChoiceTypes.ALL,
              SamplingTypes.ALL,
              RootTypes.ALL,
              ExtensionTypes.ALL)
          .flatMap(Collection::stream)
          .collect(Collectors.toUnmodifiableMap(JsonType::javaType, Function.identity()));

  private JsonTypes() {}

  static <T> JsonType<T> of(Class<T> javaType) {
    @SuppressWarnings("unchecked")
    @Nullable JsonType<T> type = (JsonType<T>) BY_CLASS.get(javaType);
    if (type == null) {
      throw new IllegalArgumentException("not a type of the protocol: " + javaType.getName());
    }
    return type;
  }

  static <T> ObjectType<T> objectType(Class<T> javaType) {
    if (of(javaType) instanceof ObjectType<T> type) {
      return type;
    }
    throw new IllegalArgumentException("not a JSON object: " + javaType.getName());
  }

  static void write(JsonOutput out, Object value) {
    if (value instanceof JsonNode tree) {
      out.tree(tree);
    } else if (value instanceof Reply<?> reply) {
      Replies.write(out, reply);
    } else {
      of(classOf(value)).write(out, value);
    }
  }

  static void writeMembers(JsonOutput out, Object value) {
    objectType(classOf(value)).writeMembers(out, value);
  }

  @SuppressWarnings("unchecked")
  private static Class<Object> classOf(Object value) {
    return (Class<Object>) value.getClass();
  }
}
