/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.roots;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.input.InputRequest;
import java.util.Objects;

/**
 * Asks for the folders the client works on.
 *
 * <p>Specification 2026-07-28: client/roots.
 *
 * @param meta other metadata under {@code _meta}; empty if absent
 */
public record ListRootsRequest(JsonObject meta) implements InputRequest {
  /**
   * Checks and copies the components.
   *
   * @param meta not null
   */
  public ListRootsRequest {
    Objects.requireNonNull(meta, "meta");
  }

  /** The question without metadata. */
  public static final ListRootsRequest INSTANCE = new ListRootsRequest(JsonObject.EMPTY);
}
