/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.extension;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.NotificationMeta;
import dev.mcp4j.api.NotificationParams;
import java.util.Objects;

/**
 * The parameters of a notification that an extension defines, as JSON. The extension reads and
 * writes its members.
 *
 * @param members all members but {@code _meta}
 * @param meta the metadata
 */
public record ExtensionNotificationParams(JsonObject members, NotificationMeta meta)
    implements NotificationParams {
  /**
   * Checks the components.
   *
   * @param members without {@code _meta}
   * @param meta not null
   * @throws IllegalArgumentException if there is a member that is none of the extension
   */
  public ExtensionNotificationParams {
    Objects.requireNonNull(meta, "meta");
    Members.requireNone(members, "_meta");
  }

  /**
   * Makes a value without metadata.
   *
   * @param members all members
   * @return the value
   */
  public static ExtensionNotificationParams of(JsonObject members) {
    return new ExtensionNotificationParams(members, NotificationMeta.EMPTY);
  }

  @Override
  public ExtensionNotificationParams withMeta(NotificationMeta meta) {
    return new ExtensionNotificationParams(members, meta);
  }
}
