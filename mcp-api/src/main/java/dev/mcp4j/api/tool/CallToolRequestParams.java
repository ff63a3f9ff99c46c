/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.tool;

import dev.mcp4j.api.InputResponseRequestParams;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.RequestMeta;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Which tool to call, and with what.
 *
 * <p>Specification 2026-07-28: server/tools, Calling Tools.
 *
 * @param name the name of the tool
 * @param arguments the arguments; null if absent, which means none
 * @param inputResponses answers to the questions of an earlier round by key; null if the request is
 *     not a retry
 * @param requestState the state of an earlier round, exactly as received; null if there was none
 * @param meta the metadata of the request
 */
public record CallToolRequestParams(
    String name,
    @Nullable JsonObject arguments,
    @Nullable Map<String, JsonNode> inputResponses,
    @Nullable String requestState,
    RequestMeta meta)
    implements InputResponseRequestParams {
  /**
   * Checks and copies the components.
   *
   * @param name not null
   * @param arguments may be null
   * @param inputResponses may be null
   * @param requestState may be null
   * @param meta not null
   */
  public CallToolRequestParams {
    Objects.requireNonNull(name, "name");
    if (inputResponses != null) {
      inputResponses = Collections.unmodifiableMap(new LinkedHashMap<>(inputResponses));
    }
    Objects.requireNonNull(meta, "meta");
  }

  @Override
  public CallToolRequestParams withMeta(RequestMeta meta) {
    return new CallToolRequestParams(name, arguments, inputResponses, requestState, meta);
  }

  @Override
  public CallToolRequestParams withInput(
      @Nullable Map<String, JsonNode> inputResponses, @Nullable String requestState) {
    return new CallToolRequestParams(name, arguments, inputResponses, requestState, meta);
  }
}
