/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.resource;

import dev.mcp4j.api.InputResponseRequestParams;
import dev.mcp4j.api.RequestMeta;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Which resource to read.
 *
 * <p>Specification 2026-07-28: server/resources, Reading Resources.
 *
 * @param uri the URI
 * @param inputResponses answers to the questions of an earlier round by key; null if the request is
 *     not a retry
 * @param requestState the state of an earlier round, exactly as received; null if there was none
 * @param meta the metadata of the request
 */
public record ReadResourceRequestParams(
    String uri,
    @Nullable Map<String, JsonNode> inputResponses,
    @Nullable String requestState,
    RequestMeta meta)
    implements InputResponseRequestParams {
  /**
   * Checks and copies the components.
   *
   * @param uri not null
   * @param inputResponses may be null
   * @param requestState may be null
   * @param meta not null
   */
  public ReadResourceRequestParams {
    Objects.requireNonNull(uri, "uri");
    if (inputResponses != null) {
      inputResponses = Collections.unmodifiableMap(new LinkedHashMap<>(inputResponses));
    }
    Objects.requireNonNull(meta, "meta");
  }

  @Override
  public ReadResourceRequestParams withMeta(RequestMeta meta) {
    return new ReadResourceRequestParams(uri, inputResponses, requestState, meta);
  }

  @Override
  public ReadResourceRequestParams withInput(
      @Nullable Map<String, JsonNode> inputResponses, @Nullable String requestState) {
    return new ReadResourceRequestParams(uri, inputResponses, requestState, meta);
  }

  /**
   * Makes the parameters of a first request.
   *
   * @param uri the URI of the resource
   * @return the parameters
   */
  public static ReadResourceRequestParams of(String uri) {
    return new ReadResourceRequestParams(uri, null, null, RequestMeta.EMPTY);
  }
}
