/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.session;

import dev.mcp4j.api.ClientCapabilities;
import dev.mcp4j.api.ElicitationCapability;
import dev.mcp4j.api.Implementation;
import dev.mcp4j.api.InputResponseRequestParams;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.RequestParams;
import dev.mcp4j.api.SamplingCapability;
import dev.mcp4j.api.legacy.LegacyRevision;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes what the client says in the words of an older revision. */
final class Lowered {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Lowered() {}

  /** Without what this revision tells with each request, and the answers it sends with some. */
  static RequestParams params(RequestParams params) {
    RequestMeta meta =
        RequestMeta.builder()
            .progressToken(params.meta().progressToken())
            .traceContext(params.meta().traceContext())
            .other(params.meta().other())
            .build();
    RequestParams own =
        params instanceof InputResponseRequestParams retry ? retry.withInput(null, null) : params;
    return own.withMeta(meta);
  }

  static Implementation clientInfo(Implementation info, LegacyRevision revision) {
    if (revision.isAtLeast(LegacyRevision.V2025_11_25)) {
      return info;
    }
    Implementation.Builder lowered = Implementation.builder(info.name(), info.version());
    return revision.isAtLeast(LegacyRevision.V2025_06_18)
        ? lowered.title(info.title()).build()
        : lowered.build();
  }

  /** Extensions are none of the older revisions' business. */
  static ClientCapabilities capabilities(ClientCapabilities given, LegacyRevision revision) {
    return ClientCapabilities.builder()
        .roots(given.roots() == null ? null : given.roots().with("listChanged", bool(true)))
        .sampling(sampling(given.sampling(), revision))
        .elicitation(elicitation(given.elicitation(), revision))
        .experimental(given.experimental())
        .other(given.other())
        .build();
  }

  /** The model's words are one block before 2025-11-25. */
  static JsonObject answer(JsonNode answer, LegacyRevision revision) {
    ObjectNode lowered = JSON.objectNode();
    answer.properties().forEach(member -> lowered.set(member.getKey(), member.getValue()));
    if (lowered.get("content") instanceof ArrayNode blocks
        && lowered.has("model")
        && !revision.isAtLeast(LegacyRevision.V2025_11_25)) {
      lowered.set("content", oneBlock(blocks));
    }
    return new JsonObject(lowered);
  }

  private static JsonNode oneBlock(ArrayNode blocks) {
    StringBuilder text = new StringBuilder();
    for (JsonNode block : blocks) {
      if (!"text".equals(block.path("type").asString(""))) {
        return block;
      }
      text.append(block.path("text").asString(""));
    }
    return JSON.objectNode().put("type", "text").put("text", text.toString());
  }

  private static JsonNode bool(boolean value) {
    return JSON.booleanNode(value);
  }

  private static @Nullable SamplingCapability sampling(
      @Nullable SamplingCapability given, LegacyRevision revision) {
    return given == null || revision.isAtLeast(LegacyRevision.V2025_11_25)
        ? given
        : SamplingCapability.BASIC;
  }

  private static @Nullable ElicitationCapability elicitation(
      @Nullable ElicitationCapability given, LegacyRevision revision) {
    if (given == null || revision.isAtLeast(LegacyRevision.V2025_11_25)) {
      return given;
    }
    return given.supportsForm() && revision.isAtLeast(LegacyRevision.V2025_06_18)
        ? ElicitationCapability.FORM
        : null;
  }
}
