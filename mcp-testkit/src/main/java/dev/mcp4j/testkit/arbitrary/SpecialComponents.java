/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.arbitrary;

import dev.mcp4j.api.ProtocolVersion;
import dev.mcp4j.api.input.InputResponse;
import dev.mcp4j.jsonrpc.json.McpJson;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The components of records that say more about themselves than their type does. */
final class SpecialComponents {
  /** Components that a valid value has, though the model can do without. */
  private static final Set<String> ALWAYS_THERE =
      Set.of("cacheHints", "RequestMeta.protocolVersion", "RequestMeta.clientCapabilities");

  private static final Map<String, Arbitrary<?>> BY_NAME = new HashMap<>();

  static {
    BY_NAME.put("uri", Texts.uris());
    BY_NAME.put("Root.uri", Texts.fileUris());
    BY_NAME.put("ResourceTemplateReference.uri", Texts.uriTemplates());
    BY_NAME.put("src", Texts.webUris());
    BY_NAME.put("ElicitRequestURLParams.url", Texts.webUris());
    BY_NAME.put("websiteUrl", Texts.webUris());
    BY_NAME.put("uriTemplate", Texts.uriTemplates());
    BY_NAME.put("mimeType", Texts.mimeTypes());
    BY_NAME.put("data", Texts.base64());
    BY_NAME.put("JsonRpcError.data", Trees.any());
    BY_NAME.put("LoggingMessageNotificationParams.data", Trees.any());
    BY_NAME.put("blob", Texts.base64());
    BY_NAME.put("name", Texts.names());
    BY_NAME.put("lastModified", Texts.moments());
    BY_NAME.put("sizes", Arbitraries.of("48x48", "96x96", "any").list().ofMaxSize(2));
    BY_NAME.put("priority", shares());
    BY_NAME.put("costPriority", shares());
    BY_NAME.put("speedPriority", shares());
    BY_NAME.put("intelligencePriority", shares());
    BY_NAME.put("size", Arbitraries.longs().between(0, 1L << 53));
    BY_NAME.put("ttlMs", Arbitraries.longs().between(0, 1L << 53));
    BY_NAME.put("maxTokens", Arbitraries.integers().greaterOrEqual(1));
    BY_NAME.put("CreateMessageRequestParams.metadata", Trees.metadata());
    BY_NAME.put("RequestMeta.protocolVersion", Arbitraries.just(ProtocolVersion.V2026_07_28));
    BY_NAME.put("inputResponses", inputResponses());
    BY_NAME.put("traceparent", Texts.traceParents());
    BY_NAME.put("tracestate", Arbitraries.of("vendor=1", "a=b,c=d"));
    BY_NAME.put("baggage", Arbitraries.of("user=7", "a=1,b=2"));
  }

  private SpecialComponents() {}

  /** The values of a component, or null if its type says it all. */
  static @Nullable Arbitrary<?> of(Class<?> record, String component) {
    Arbitrary<?> own = BY_NAME.get(record.getSimpleName() + "." + component);
    return own == null ? BY_NAME.get(component) : own;
  }

  static boolean isAlwaysThere(Class<?> record, String component) {
    return ALWAYS_THERE.contains(component)
        || ALWAYS_THERE.contains(record.getSimpleName() + "." + component);
  }

  private static Arbitrary<Double> shares() {
    return Arbitraries.of(0.0, 0.25, 0.5, 1.0);
  }

  private static Arbitrary<Map<String, JsonNode>> inputResponses() {
    Arbitrary<JsonNode> responses =
        Arbitraries.lazy(() -> ValidValues.of(InputResponse.class)).map(McpJson::toTree);
    return Arbitraries.maps(Texts.names(), responses).ofMaxSize(2);
  }
}
