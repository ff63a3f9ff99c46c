/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.extension;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.Result;
import dev.mcp4j.api.ResultMeta;
import java.util.Objects;

/**
 * A result that an extension defines, as JSON. The extension reads and writes its members.
 *
 * @param members all members but {@code _meta} and {@code resultType}
 * @param meta the metadata
 */
public record ExtensionResult(JsonObject members, ResultMeta meta) implements Result {
  /**
   * Checks the components.
   *
   * @param members without {@code _meta} and {@code resultType}
   * @param meta not null
   * @throws IllegalArgumentException if there is a member that is none of the extension
   */
  public ExtensionResult {
    Objects.requireNonNull(meta, "meta");
    Members.requireNone(members, "_meta");
    Members.requireNone(members, "resultType");
  }

  /**
   * Makes a value without metadata.
   *
   * @param members all members
   * @return the value
   */
  public static ExtensionResult of(JsonObject members) {
    return new ExtensionResult(members, ResultMeta.EMPTY);
  }

  @Override
  public ExtensionResult withMeta(ResultMeta meta) {
    return new ExtensionResult(members, meta);
  }
}
