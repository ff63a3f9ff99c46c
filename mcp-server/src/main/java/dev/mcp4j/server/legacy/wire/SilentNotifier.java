/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.wire;

import dev.mcp4j.api.NotificationMethod;
import dev.mcp4j.api.NotificationParams;
import dev.mcp4j.server.Notifier;

/** Takes notifications of requests that have no client. */
final class SilentNotifier implements Notifier {
  @Override
  public <P extends NotificationParams> void notify(NotificationMethod<P> method, P params) {}
}
