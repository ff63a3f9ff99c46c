/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

import dev.mcp4j.api.tool.CallToolResult;
import java.util.Objects;

/** How a server answered the call of a tool: with the result, or with a task that will have it. */
public sealed interface TaskReply {
  /**
   * The tool has been called.
   *
   * @param result the result
   */
  record Done(CallToolResult result) implements TaskReply {
    /**
     * Checks the component.
     *
     * @param result not null
     */
    public Done {
      Objects.requireNonNull(result, "result");
    }
  }

  /**
   * The work goes on.
   *
   * @param task the handle on it
   */
  record Running(TaskHandle task) implements TaskReply {
    /**
     * Checks the component.
     *
     * @param task not null
     */
    public Running {
      Objects.requireNonNull(task, "task");
    }
  }
}
