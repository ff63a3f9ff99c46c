/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.extension;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.RequestParams;
import java.util.Objects;

/**
 * The parameters of a request that an extension defines, as JSON. The extension reads and writes
 * its members.
 *
 * @param members all members but {@code _meta}
 * @param meta the metadata
 */
public record ExtensionParams(JsonObject members, RequestMeta meta) implements RequestParams {
  /**
   * Checks the components.
   *
   * @param members without {@code _meta}
   * @param meta not null
   * @throws IllegalArgumentException if there is a member that is none of the extension
   */
  public ExtensionParams {
    Objects.requireNonNull(meta, "meta");
    Members.requireNone(members, "_meta");
  }

  /**
   * Makes a value without metadata.
   *
   * @param members all members
   * @return the value
   */
  public static ExtensionParams of(JsonObject members) {
    return new ExtensionParams(members, RequestMeta.EMPTY);
  }

  @Override
  public ExtensionParams withMeta(RequestMeta meta) {
    return new ExtensionParams(members, meta);
  }
}
