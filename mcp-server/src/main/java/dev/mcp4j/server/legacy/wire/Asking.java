/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.wire;

import dev.mcp4j.api.input.InputRequest;
import dev.mcp4j.server.McpException;
import dev.mcp4j.server.core.RequestScope;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The way in which the client of a request is asked something. */
@FunctionalInterface
public interface Asking {
  /**
   * Asks and waits for the answers.
   *
   * @param questions what to ask, by key
   * @param scope the request in which it is asked
   * @return the answers by key
   * @throws UnansweredException if there is no answer, or an error, to one of them
   * @throws McpException if the client cannot be asked in this way
   * @throws InterruptedException if the waiting thread is interrupted
   */
  Map<String, JsonNode> ask(Map<String, InputRequest> questions, RequestScope scope)
      throws UnansweredException, InterruptedException;
}
