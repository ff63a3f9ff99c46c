/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jdbc;

import dev.mcp4j.server.task.TaskRecord;
import dev.mcp4j.server.task.TaskRecordJson;
import java.nio.charset.StandardCharsets;

/** Tasks as text. */
final class TaskBody {
  private TaskBody() {}

  static String write(TaskRecord task) {
    return new String(TaskRecordJson.write(task), StandardCharsets.UTF_8);
  }

  static TaskRecord read(String body) {
    return TaskRecordJson.read(body.getBytes(StandardCharsets.UTF_8));
  }
}
