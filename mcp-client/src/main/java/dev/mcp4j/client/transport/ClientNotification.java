/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.transport;

import dev.mcp4j.jsonrpc.JsonRpcNotification;
import java.util.Objects;

/**
 * A notification on its way out.
 *
 * @param message the message
 * @param protocolVersion the revision the message is written in
 */
public record ClientNotification(JsonRpcNotification message, String protocolVersion) {
  /**
   * Checks the components.
   *
   * @param message not null
   * @param protocolVersion not null
   */
  public ClientNotification {
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(protocolVersion, "protocolVersion");
  }
}
