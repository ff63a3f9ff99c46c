/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.task;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.server.Call;

/** Decides whether a call becomes a task. Safe for use by several threads. */
@FunctionalInterface
public interface TaskDecision {
  /** Every call becomes a task. */
  TaskDecision ALWAYS = (arguments, call) -> true;

  /**
   * Decides. Runs before the handler and before there is a task, so what it asks is asked and
   * answered before the client gets its task; the handler knows these answers when it asks the same
   * questions.
   *
   * @param arguments the arguments, which satisfy the input schema
   * @param call the call
   * @return true for a task; false to run the handler while the client waits
   * @throws Exception as a handler may
   */
  boolean becomesTask(JsonObject arguments, Call call) throws Exception;
}
