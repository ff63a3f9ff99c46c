/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import dev.mcp4j.api.Reply;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Every type of the protocol by its class. Those of a package are made when one of them is first
 * asked for, so that a server does not make all of them before its first answer.
 */
final class JsonTypes {
  private static final Map<Class<?>, JsonType<?>> BY_CLASS = new ConcurrentHashMap<>();

  private JsonTypes() {}

  static <T> JsonType<T> of(Class<T> javaType) {
    JsonType<T> type = known(javaType);
    if (type == null) {
      ofPackage(javaType.getPackageName())
          .forEach(some -> some.forEach(t -> BY_CLASS.putIfAbsent(t.javaType(), t)));
      type = known(javaType);
    }
    if (type == null) {
      throw new IllegalArgumentException("not a type of the protocol: " + javaType.getName());
    }
    return type;
  }

  @SuppressWarnings("unchecked") // a type is found by the class that it was made with
  private static <T> @Nullable JsonType<T> known(Class<T> javaType) {
    return (JsonType<T>) BY_CLASS.get(javaType);
  }

  private static List<List<JsonType<?>>> ofPackage(String name) {
    return switch (name) {
      case "dev.mcp4j.api" ->
          List.of(Scalars.ALL, CommonTypes.ALL, MetaTypes.ALL, CapabilityTypes.ALL, ErrorTypes.ALL);
      case "dev.mcp4j.api.completion" -> List.of(CompletionTypes.ALL);
      case "dev.mcp4j.api.content" -> List.of(ContentTypes.ALL);
      case "dev.mcp4j.api.discovery" -> List.of(DiscoveryTypes.ALL);
      case "dev.mcp4j.api.elicitation" ->
          List.of(ElicitationTypes.ALL, FormTypes.ALL, ChoiceTypes.ALL);
      case "dev.mcp4j.api.extension" -> List.of(ExtensionTypes.ALL);
      case "dev.mcp4j.api.input" -> List.of(InputTypes.ALL);
      case "dev.mcp4j.api.notification" -> List.of(NotificationTypes.ALL);
      case "dev.mcp4j.api.prompt" -> List.of(PromptTypes.ALL);
      case "dev.mcp4j.api.resource" -> List.of(ResourceTypes.ALL, ContentsTypes.ALL);
      case "dev.mcp4j.api.roots" -> List.of(RootTypes.ALL);
      case "dev.mcp4j.api.sampling" -> List.of(SamplingTypes.ALL);
      case "dev.mcp4j.api.subscription" -> List.of(SubscriptionTypes.ALL);
      case "dev.mcp4j.api.tool" -> List.of(ToolTypes.ALL);
      default -> List.of(Scalars.ALL);
    };
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
