/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.roots;

import dev.mcp4j.api.JsonObject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A folder or file the server may work on.
 *
 * <p>Specification 2026-07-28: client/roots, Root.
 *
 * @param uri a {@code file} URI
 * @param name a name for display; null if absent
 * @param meta other metadata under {@code _meta}; empty if absent
 */
public record Root(String uri, @Nullable String name, JsonObject meta) {
  /**
   * Checks and copies the components.
   *
   * @param uri not null
   * @param name may be null
   * @param meta not null
   */
  public Root {
    Objects.requireNonNull(uri, "uri");
    Objects.requireNonNull(meta, "meta");
  }

  /**
   * Makes a root without a name.
   *
   * @param uri the URI of the folder
   * @return the root
   */
  public static Root of(String uri) {
    return new Root(uri, null, JsonObject.EMPTY);
  }
}
