/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

import dev.mcp4j.api.Implementation;
import org.jspecify.annotations.Nullable;

/** Who a client is that nobody named. */
final class Identity {
  static final Implementation DEFAULT = Implementation.builder("mcp4j-client", version()).build();

  private Identity() {}

  private static String version() {
    @Nullable String version = Identity.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
