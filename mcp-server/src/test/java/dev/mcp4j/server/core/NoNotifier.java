/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import dev.mcp4j.api.NotificationMethod;
import dev.mcp4j.api.NotificationParams;
import dev.mcp4j.server.Notifier;

/** For handlers that notify nobody. */
final class NoNotifier implements Notifier {
  @Override
  public <P extends NotificationParams> void notify(NotificationMethod<P> method, P params) {
    throw new AssertionError("unexpected " + method.name());
  }
}
