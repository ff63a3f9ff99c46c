/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.driver;

import dev.mcp4j.conformance.json.Json;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * How a command ended.
 *
 * @param answer the driver's line, empty if none came in time
 */
public record Done(Optional<JsonNode> answer) {
  /**
   * Tells whether the client did what it was told.
   *
   * @return false if it failed, or did not end
   */
  public boolean isOk() {
    return answer.filter(line -> line.has("ok")).isPresent();
  }

  /**
   * Tells whether the client said that it failed.
   *
   * @return false if it succeeded, or did not end
   */
  public boolean isFailed() {
    return answer.filter(line -> line.has("failed")).isPresent();
  }

  /**
   * Returns what the client brought.
   *
   * @return the value, a missing node if it failed
   */
  public JsonNode value() {
    return answer.orElse(Json.NODES.missingNode()).path("ok");
  }

  /**
   * Returns the code of the server's error.
   *
   * @return the code, 0 if the client did not tell one
   */
  public int code() {
    return answer.orElse(Json.NODES.missingNode()).path("failed").path("code").intValue(0);
  }

  /**
   * Says how it ended.
   *
   * @return for people
   */
  public String brief() {
    return answer
        .map(
            line ->
                isOk()
                    ? "success, with " + Json.brief(line.path("ok"))
                    : "failure, with " + Json.brief(line.path("failed")))
        .orElse("neither success nor failure in time");
  }
}
