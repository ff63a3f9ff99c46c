/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.wire;

import dev.mcp4j.api.ListCapability;
import dev.mcp4j.api.ResourcesCapability;
import org.jspecify.annotations.Nullable;

/** Takes back the promise to announce changes. */
final class Announcements {
  private Announcements() {}

  static @Nullable ListCapability removed(@Nullable ListCapability capability) {
    return capability == null ? null : new ListCapability(null, capability.other());
  }

  static @Nullable ResourcesCapability removed(@Nullable ResourcesCapability capability) {
    return capability == null ? null : new ResourcesCapability(null, null, capability.other());
  }
}
