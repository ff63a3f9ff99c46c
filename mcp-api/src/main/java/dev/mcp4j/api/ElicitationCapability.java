/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which modes of elicitation a client has. Open.
 *
 * <p>An empty object means form mode.
 *
 * <p>Specification 2026-07-28: client/elicitation, Capabilities.
 *
 * @param form present if forms are supported; null if not said
 * @param url present if links are supported; null if not
 * @param other members this type does not name, and members whose value does not fit the type;
 *     empty if there are none
 */
public record ElicitationCapability(
    @Nullable JsonObject form, @Nullable JsonObject url, JsonObject other) {
  /**
   * Checks and copies the components.
   *
   * @param form may be null
   * @param url may be null
   * @param other not null
   */
  public ElicitationCapability {
    Objects.requireNonNull(other, "other");
  }

  /** Forms only, said the short way. */
  public static final ElicitationCapability FORM =
      new ElicitationCapability(null, null, JsonObject.EMPTY);

  /** Forms and links. */
  public static final ElicitationCapability FORM_AND_URL =
      new ElicitationCapability(JsonObject.EMPTY, JsonObject.EMPTY, JsonObject.EMPTY);

  /**
   * Tells whether forms can be shown.
   *
   * @return true if form mode is named, or no mode is
   */
  public boolean supportsForm() {
    return form != null || url == null;
  }

  /**
   * Tells whether links can be opened.
   *
   * @return true if URL mode is named
   */
  public boolean supportsUrl() {
    return url != null;
  }
}
