/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc;

import java.util.Objects;

/**
 * Tells something and wants no answer.
 *
 * <p>Specification 2026-07-28: basic, Notifications.
 *
 * @param method the name of the method
 * @param params the parameters; when typed, a {@link dev.mcp4j.api.NotificationParams} or, for
 *     methods without a type, a {@link dev.mcp4j.api.JsonObject}
 */
public record JsonRpcNotification(String method, Payload params) implements JsonRpcMessage {
  /**
   * Checks the components.
   *
   * @param method not null
   * @param params not null
   */
  public JsonRpcNotification {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(params, "params");
  }
}
