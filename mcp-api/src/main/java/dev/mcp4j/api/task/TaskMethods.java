/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.task;

import dev.mcp4j.api.NotificationMethod;
import dev.mcp4j.api.RequestMethod;
import dev.mcp4j.api.extension.ExtensionNotificationParams;
import dev.mcp4j.api.extension.ExtensionParams;
import dev.mcp4j.api.extension.ExtensionResult;

/** The names of the Tasks extension. */
public final class TaskMethods {
  /** The identifier of the extension. */
  public static final String EXTENSION = "io.modelcontextprotocol/tasks";

  /** The type of a result that is a task. */
  public static final String RESULT_TYPE = "task";

  /** The member of the filter of {@code subscriptions/listen} that names tasks. */
  public static final String TOPIC = "taskIds";

  /** The member of the parameters, and of a task, that names the task. */
  public static final String TASK_ID = "taskId";

  /**
   * The key of {@code _meta} under which a call says what it has in common with its repetitions, so
   * that these find the task of the first instead of making another. A convention of this library.
   */
  public static final String IDEMPOTENCY_KEY = "dev.mcp4j/idempotencyKey";

  /** Asks how far a task has come. */
  public static final RequestMethod<ExtensionParams, ExtensionResult> GET = method("tasks/get");

  /** Answers what a task asks. */
  public static final RequestMethod<ExtensionParams, ExtensionResult> UPDATE =
      method("tasks/update");

  /** Asks to give a task up. */
  public static final RequestMethod<ExtensionParams, ExtensionResult> CANCEL =
      method("tasks/cancel");

  /** Says how far a task has come. */
  public static final NotificationMethod<ExtensionNotificationParams> STATUS =
      new NotificationMethod<>("notifications/tasks", ExtensionNotificationParams.class);

  private TaskMethods() {}

  private static RequestMethod<ExtensionParams, ExtensionResult> method(String name) {
    return new RequestMethod<>(name, ExtensionParams.class, ExtensionResult.class);
  }
}
