/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.arbitrary;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.ProgressToken;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.api.ResultMeta;
import dev.mcp4j.api.Role;
import dev.mcp4j.api.completion.Completion;
import dev.mcp4j.api.content.SamplingMessageContentBlock;
import dev.mcp4j.api.content.TextContent;
import dev.mcp4j.api.content.ToolResultContent;
import dev.mcp4j.api.content.ToolUseContent;
import dev.mcp4j.api.elicitation.ElicitAction;
import dev.mcp4j.api.elicitation.ElicitResult;
import dev.mcp4j.api.sampling.SamplingMessage;
import dev.mcp4j.api.subscription.SubscriptionsListenResult;
import dev.mcp4j.api.tool.Tool;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The types whose values are not just made of their components. */
final class SpecialValues {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Map<Class<?>, Supplier<Arbitrary<?>>> BY_TYPE = new HashMap<>();

  static {
    BY_TYPE.put(String.class, Texts::any);
    BY_TYPE.put(boolean.class, SpecialValues::booleans);
    BY_TYPE.put(Boolean.class, SpecialValues::booleans);
    BY_TYPE.put(int.class, Arbitraries::integers);
    BY_TYPE.put(Integer.class, () -> Arbitraries.integers().between(0, 1000));
    BY_TYPE.put(long.class, Arbitraries::longs);
    BY_TYPE.put(Long.class, Arbitraries::longs);
    BY_TYPE.put(double.class, SpecialValues::doubles);
    BY_TYPE.put(Double.class, SpecialValues::doubles);
    BY_TYPE.put(
        BigDecimal.class, () -> Arbitraries.of("0", "-1", "1.5", "1E+30").map(BigDecimal::new));
    BY_TYPE.put(JsonNode.class, Trees::any);
    BY_TYPE.put(JsonObject.class, Trees::metadata);
    BY_TYPE.put(
        RequestId.class,
        () ->
            Arbitraries.oneOf(
                Texts.any().map(RequestId::of), Arbitraries.longs().map(RequestId::of)));
    BY_TYPE.put(
        ProgressToken.class,
        () ->
            Arbitraries.oneOf(
                Texts.any().map(ProgressToken::of), Arbitraries.longs().map(ProgressToken::of)));
    BY_TYPE.put(Completion.class, SpecialValues::completions);
    BY_TYPE.put(ElicitResult.class, SpecialValues::elicitResults);
    BY_TYPE.put(Tool.class, SpecialValues::tools);
    BY_TYPE.put(SamplingMessage.class, SpecialValues::samplingMessages);
    BY_TYPE.put(SubscriptionsListenResult.class, SpecialValues::listenResults);
    BY_TYPE.putAll(FormValues.BY_TYPE);
  }

  private SpecialValues() {}

  static @Nullable Arbitrary<?> of(Class<?> type) {
    Supplier<Arbitrary<?>> special = BY_TYPE.get(type);
    return special == null ? null : special.get();
  }

  private static Arbitrary<Boolean> booleans() {
    return Arbitraries.of(true, false);
  }

  private static Arbitrary<Double> doubles() {
    return Arbitraries.of(0.0, 0.5, 1.0, 1e-9, 123456.789, -1.0, 1e300);
  }

  private static Arbitrary<Completion> completions() {
    return Combinators.combine(
            Texts.any().list().ofMaxSize(3),
            Arbitraries.integers().between(3, 1_000).injectNull(0.5),
            booleans().injectNull(0.5))
        .as(Completion::new);
  }

  private static Arbitrary<ElicitResult> elicitResults() {
    Arbitrary<JsonNode> values =
        Arbitraries.oneOf(
            Trees.scalars(false),
            Texts.any()
                .list()
                .ofMaxSize(2)
                .map(
                    texts -> {
                      var array = NODES.arrayNode();
                      texts.forEach(array::add);
                      return array;
                    }));
    Arbitrary<ElicitResult> accepted =
        Arbitraries.maps(Texts.names(), values)
            .ofMaxSize(2)
            .map(
                content -> {
                  ObjectNode object = NODES.objectNode();
                  content.forEach(object::set);
                  return new ElicitResult(ElicitAction.ACCEPT, Trees.object(object));
                });
    return Arbitraries.oneOf(
        accepted,
        Arbitraries.of(ElicitAction.DECLINE, ElicitAction.CANCEL)
            .map(action -> new ElicitResult(action, null)));
  }

  private static Arbitrary<Tool> tools() {
    Arbitrary<JsonObject> inputs =
        Trees.objects()
            .map(
                properties -> {
                  ObjectNode schema = NODES.objectNode().put("type", "object");
                  ObjectNode members = schema.putObject("properties");
                  properties.propertyNames().forEach(name -> members.putObject(name));
                  return new JsonObject(schema);
                });
    return Combinators.combine(ValidValues.record(Tool.class), inputs)
        .as((tool, schema) -> ((Tool) tool).toBuilder().inputSchema(schema).build());
  }

  /** Users answer tool calls, and with nothing else beside; models make them. */
  private static Arbitrary<SamplingMessage> samplingMessages() {
    List<Arbitrary<SamplingMessageContentBlock>> spoken =
        List.of(
            ValidValues.of(TextContent.class).map(block -> block),
            ValidValues.of(ToolUseContent.class).map(block -> block));
    return Arbitraries.oneOf(
        messages(Role.USER, ValidValues.of(ToolResultContent.class)),
        messages(Role.USER, ValidValues.of(TextContent.class)),
        messages(Role.ASSISTANT, Arbitraries.oneOf(spoken)));
  }

  private static Arbitrary<SamplingMessage> messages(
      Role role, Arbitrary<? extends SamplingMessageContentBlock> blocks) {
    Arbitrary<List<SamplingMessageContentBlock>> content =
        blocks.list().ofMinSize(1).ofMaxSize(2).map(List::copyOf);
    return Combinators.combine(content, Trees.metadata())
        .as((list, meta) -> new SamplingMessage(role, list, meta));
  }

  private static Arbitrary<SubscriptionsListenResult> listenResults() {
    return Combinators.combine(ValidValues.of(ResultMeta.class), ValidValues.of(RequestId.class))
        .as(
            (meta, id) ->
                new SubscriptionsListenResult(meta.toBuilder().subscriptionId(id).build()));
  }
}
