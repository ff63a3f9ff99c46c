/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.arbitrary;

import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.json.McpJson;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import tools.jackson.databind.JsonNode;

/**
 * Any values of the protocol, for properties that hold for all of them.
 *
 * <p>Parameters of a property that have a type of the protocol need nothing but {@code @ForAll}:
 *
 * <pre>{@code
 * void everyToolSurvivesTheGateway(@ForAll Tool tool)
 * }</pre>
 *
 * <p>Specification 2026-07-28: schema.
 */
public final class McpArbitraries {
  private McpArbitraries() {}

  /**
   * Returns the types that are JSON objects of their own and of which there is everything here.
   *
   * @return records, in alphabetical order
   */
  public static List<Class<?>> types() {
    return ModelTypes.ALL;
  }

  /**
   * Returns valid values: every member that has to be there is, each is of its type and within its
   * range, and nothing is left to chance that the specification rules.
   *
   * @param type a record, an enum or a sealed interface of {@code dev.mcp4j.api}
   * @param <T> the type
   * @return any values of it, but none of the types that stand for what nobody knows
   */
  public static <T> Arbitrary<T> valid(Class<T> type) {
    return ValidValues.of(type);
  }

  /**
   * Returns valid values of every type.
   *
   * @return any values of the {@link #types}
   */
  public static Arbitrary<Object> valid() {
    return Arbitraries.of(types()).flatMap(type -> valid(type).map(value -> value));
  }

  /**
   * Returns JSON of values with one defect each: a member that has to be there is missing or null,
   * is of another type, or is none of the words or not the constant that may stand there.
   *
   * @param type one of the {@link #types}
   * @return any such JSON
   * @throws IllegalArgumentException if the type is not one of them
   */
  public static Arbitrary<NearValid> nearValid(Class<?> type) {
    if (!types().contains(type)) {
      throw new IllegalArgumentException("not a JSON object of the protocol: " + type.getName());
    }
    return valid(type)
        .map(McpJson::toTree)
        .filter(json -> !Defects.of(type.getSimpleName(), json).isEmpty())
        .flatMap(json -> defective(type, json));
  }

  /**
   * Returns JSON of values with one defect each.
   *
   * @return any such JSON of the {@link #types}
   */
  public static Arbitrary<NearValid> nearValid() {
    return Arbitraries.of(types()).flatMap(McpArbitraries::nearValid);
  }

  /**
   * Returns valid messages: requests and notifications of the core protocol with their parameters,
   * results of its methods, questions, and errors.
   *
   * @return any messages
   */
  public static Arbitrary<JsonRpcMessage> messages() {
    return MessageValues.valid();
  }

  /**
   * Returns JSON of messages whose envelope has one defect each.
   *
   * @return any such JSON; its type is the kind of message it would be
   */
  public static Arbitrary<NearValid> nearValidMessages() {
    return MessageValues.nearValid();
  }

  private static Arbitrary<NearValid> defective(Class<?> type, JsonNode json) {
    return Arbitraries.of(Defects.of(type.getSimpleName(), json))
        .map(defect -> new NearValid(type, defect.applyTo(json), defect.pointer(), defect.words()));
  }
}
