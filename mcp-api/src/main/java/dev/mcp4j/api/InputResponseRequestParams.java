/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Parameters of a request whose answer may be a question, and which is then sent again with the
 * answers.
 *
 * <p>Specification 2026-07-28: basic/patterns/mrtr.
 */
public interface InputResponseRequestParams extends RequestParams {
  /**
   * Returns the answers by the key of their question. An answer stays JSON until its question reads
   * it.
   *
   * @return the answers, or null if the request is not a retry
   */
  @Nullable Map<String, JsonNode> inputResponses();

  /**
   * Returns the state the server handed out with its questions. Attacker-controlled.
   *
   * @return the state, or null if there is none
   */
  @Nullable String requestState();

  /**
   * Makes the parameters of a retry.
   *
   * @param inputResponses the answers by key, or null for none
   * @param requestState the state exactly as received, or null for none
   * @return the copy
   */
  InputResponseRequestParams withInput(
      @Nullable Map<String, JsonNode> inputResponses, @Nullable String requestState);

  @Override
  InputResponseRequestParams withMeta(RequestMeta meta);
}
