/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.ProgressToken;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.api.completion.UnrecognizedReference;
import dev.mcp4j.api.content.UnrecognizedContent;
import dev.mcp4j.api.elicitation.UnrecognizedSchemaDefinition;
import dev.mcp4j.api.input.UnrecognizedInputRequest;
import dev.mcp4j.api.resource.UnrecognizedResourceContents;
import dev.mcp4j.jsonrpc.json.McpJson;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Any values of the records of the protocol model, made of any values of their components. */
final class ModelValues {
  private static final int DEPTH = 3;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Map<Class<?>, Arbitrary<?>> LEAVES = new HashMap<>();

  static {
    LEAVES.put(String.class, strings());
    LEAVES.put(boolean.class, Arbitraries.of(true, false));
    LEAVES.put(Boolean.class, Arbitraries.of(true, false));
    LEAVES.put(int.class, Arbitraries.integers());
    LEAVES.put(Integer.class, Arbitraries.integers());
    LEAVES.put(long.class, Arbitraries.longs());
    LEAVES.put(Long.class, Arbitraries.longs());
    LEAVES.put(double.class, doubles());
    LEAVES.put(Double.class, doubles());
    LEAVES.put(
        BigDecimal.class,
        Arbitraries.of("0", "-1", "1.50", "1E+400", "1e-7", "12345678901234567890.1")
            .map(BigDecimal::new));
    LEAVES.put(
        RequestId.class,
        Arbitraries.oneOf(strings().map(RequestId::of), integers().map(RequestId::of)));
    LEAVES.put(
        ProgressToken.class,
        Arbitraries.oneOf(strings().map(ProgressToken::of), integers().map(ProgressToken::of)));
    LEAVES.put(JsonNode.class, json());
    LEAVES.put(JsonObject.class, objects().map(JsonObject::new));
    LEAVES.put(UnrecognizedContent.class, unrecognized("type").map(UnrecognizedContent::new));
    LEAVES.put(UnrecognizedReference.class, unrecognized("type").map(UnrecognizedReference::new));
    LEAVES.put(
        UnrecognizedSchemaDefinition.class,
        unrecognized("type").map(UnrecognizedSchemaDefinition::new));
    LEAVES.put(
        UnrecognizedResourceContents.class,
        unrecognized("uri").map(UnrecognizedResourceContents::new));
    LEAVES.put(
        UnrecognizedInputRequest.class,
        unrecognized("method")
            .map(json -> new UnrecognizedInputRequest(json.get("method").stringValue(), json)));
  }

  private ModelValues() {}

  /** Returns any values of a record, an enum or a sealed interface of the model. */
  static <T> Arbitrary<T> of(Class<T> type) {
    return of(type, DEPTH).map(type::cast);
  }

  private static Arbitrary<?> of(Type type, int depth) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      Arbitrary<?> elements = of(arguments[arguments.length - 1], depth - 1);
      int most = depth <= 0 ? 0 : 2;
      return generic.getRawType() == Map.class
          ? Arbitraries.maps(names(), elements).ofMaxSize(most)
          : elements.list().ofMaxSize(most);
    }
    Class<?> raw = (Class<?>) type;
    Arbitrary<?> leaf = LEAVES.get(raw);
    if (leaf != null) {
      return leaf;
    }
    if (raw.isEnum()) {
      return Arbitraries.of(raw.getEnumConstants());
    }
    return raw.isSealed() ? union(raw, depth) : record(raw, depth);
  }

  private static Arbitrary<?> union(Class<?> type, int depth) {
    List<Arbitrary<?>> choices = new ArrayList<>();
    for (Class<?> permitted : type.getPermittedSubclasses()) {
      choices.add(of(permitted, depth));
    }
    return Arbitraries.oneOf(choices);
  }

  private static Arbitrary<?> record(Class<?> type, int depth) {
    List<Arbitrary<Object>> components = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      Arbitrary<Object> value = of(component.getGenericType(), depth - 1).map(v -> v);
      components.add(nullable ? value.injectNull(depth <= 0 ? 0.9 : 0.4) : value);
    }
    Constructor<?> constructor = canonicalConstructor(type);
    return Combinators.combine(components).as(values -> construct(constructor, values));
  }

  static Constructor<?> canonicalConstructor(Class<?> type) {
    Class<?>[] components =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      return type.getConstructor(components);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private static Object construct(Constructor<?> constructor, List<Object> values) {
    try {
      return constructor.newInstance(values.toArray());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private static Arbitrary<String> strings() {
    return Arbitraries.oneOf(
        Arbitraries.of("", "x", "ä", "\uD83D\uDE00", "\uD800", "\0\n\"\\/", "\u2028", "null", "7"),
        Arbitraries.strings().ofMaxLength(5));
  }

  /** Returns strings without half a surrogate pair. */
  private static Arbitrary<String> names() {
    return strings().filter(name -> name.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF));
  }

  private static Arbitrary<BigInteger> integers() {
    return Arbitraries.oneOf(
        Arbitraries.longs().map(BigInteger::valueOf), Arbitraries.bigIntegers());
  }

  private static Arbitrary<Double> doubles() {
    return Arbitraries.oneOf(
        Arbitraries.of(0.0, -0.0, 1.0, 0.1, 1e300, -1e-300, 0x1p53, Double.MIN_VALUE),
        Arbitraries.of(Double.MAX_VALUE, -Double.MAX_VALUE),
        Arbitraries.doubles().ofScale(8));
  }

  /** Returns trees as they are read: with exact numbers. */
  private static Arbitrary<JsonNode> json() {
    return Arbitraries.of(
            "null",
            "true",
            "7",
            "-0.0",
            "1.50",
            "1E+400",
            "12345678901234567890123",
            "\"\"",
            "[]",
            "{}",
            "[1,[null,{\"a\":[\"\\ud800\"]}]]",
            "{\"type\":\"text\",\"_meta\":{\"\":0.1}}")
        .map(text -> McpJson.read(JsonNode.class, text.getBytes(UTF_8)));
  }

  /** Returns objects whose names are nobody's components. */
  private static Arbitrary<ObjectNode> objects() {
    return Arbitraries.maps(names().map("x-"::concat), json())
        .ofMaxSize(2)
        .map(
            members -> {
              ObjectNode object = NODES.objectNode();
              members.forEach(object::set);
              return object;
            });
  }

  private static Arbitrary<JsonObject> unrecognized(String discriminator) {
    return Combinators.combine(objects(), strings())
        .as((object, name) -> new JsonObject(object.put(discriminator, "x-" + name)));
  }
}
