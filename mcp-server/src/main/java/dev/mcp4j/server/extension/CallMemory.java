/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.extension;

import dev.mcp4j.api.JsonObject;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What is known from the earlier runs of a handler whose rounds an extension keeps, instead of the
 * client. The methods may block; what they throw leaves the handler.
 */
public interface CallMemory {
  /**
   * Returns what was recorded when the handler asked last.
   *
   * @return something only the server reads; empty if nothing was asked yet
   */
  JsonObject recorded();

  /**
   * Returns the outcomes of {@code once} in earlier runs.
   *
   * @return the outcomes by key
   */
  Map<String, JsonNode> outcomes();

  /**
   * Called before an action of {@code once} runs.
   *
   * @param key the key of the action
   */
  void begin(String key);

  /**
   * Keeps the outcome of an action of {@code once}; the handler gets it afterwards.
   *
   * @param key the key of the action
   * @param outcome the outcome
   */
  void keep(String key, JsonNode outcome);
}
