/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.prompt;

import dev.mcp4j.api.InputResponseRequestParams;
import dev.mcp4j.api.RequestMeta;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Which prompt to get, and with what.
 *
 * <p>Specification 2026-07-28: server/prompts, Getting a Prompt.
 *
 * @param name the name of the prompt
 * @param arguments the arguments by name; empty if absent
 * @param inputResponses answers to the questions of an earlier round by key; null if the request is
 *     not a retry
 * @param requestState the state of an earlier round, exactly as received; null if there was none
 * @param meta the metadata of the request
 */
public record GetPromptRequestParams(
    String name,
    Map<String, String> arguments,
    @Nullable Map<String, JsonNode> inputResponses,
    @Nullable String requestState,
    RequestMeta meta)
    implements InputResponseRequestParams {
  /**
   * Checks and copies the components.
   *
   * @param name not null
   * @param arguments copied; no null elements
   * @param inputResponses may be null
   * @param requestState may be null
   * @param meta not null
   */
  public GetPromptRequestParams {
    Objects.requireNonNull(name, "name");
    arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    if (inputResponses != null) {
      inputResponses = Collections.unmodifiableMap(new LinkedHashMap<>(inputResponses));
    }
    Objects.requireNonNull(meta, "meta");
  }

  @Override
  public GetPromptRequestParams withMeta(RequestMeta meta) {
    return new GetPromptRequestParams(name, arguments, inputResponses, requestState, meta);
  }

  @Override
  public GetPromptRequestParams withInput(
      @Nullable Map<String, JsonNode> inputResponses, @Nullable String requestState) {
    return new GetPromptRequestParams(name, arguments, inputResponses, requestState, meta);
  }
}
