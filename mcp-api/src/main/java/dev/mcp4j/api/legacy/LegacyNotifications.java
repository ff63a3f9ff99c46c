/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.legacy;

import dev.mcp4j.api.EmptyNotificationParams;
import dev.mcp4j.api.NotificationMethod;
import java.util.List;

/**
 * The notifications that only revisions with a handshake have. The others, with the same
 * parameters, are in {@link dev.mcp4j.api.Notifications}.
 */
public final class LegacyNotifications {
  /** The client is ready; ends the handshake. */
  public static final NotificationMethod<EmptyNotificationParams> INITIALIZED =
      new NotificationMethod<>("notifications/initialized", EmptyNotificationParams.class);

  /** The directories of the client changed. */
  public static final NotificationMethod<EmptyNotificationParams> ROOTS_LIST_CHANGED =
      new NotificationMethod<>("notifications/roots/list_changed", EmptyNotificationParams.class);

  /** What the user did at a web page is done; since 2025-11-25. */
  public static final NotificationMethod<ElicitationCompleteNotificationParams>
      ELICITATION_COMPLETE =
          new NotificationMethod<>(
              "notifications/elicitation/complete", ElicitationCompleteNotificationParams.class);

  /** All of them. */
  public static final List<NotificationMethod<?>> ALL =
      List.of(INITIALIZED, ROOTS_LIST_CHANGED, ELICITATION_COMPLETE);

  private LegacyNotifications() {}
}
