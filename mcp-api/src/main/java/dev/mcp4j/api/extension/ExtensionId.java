/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.extension;

import java.util.regex.Pattern;

/**
 * The identifiers of extensions: a prefix of labels with dots between them, a slash, and a name,
 * for example {@code com.example/stamps}. Whoever defines an extension takes a domain of their own
 * as the prefix, the other way round.
 *
 * <p>Specification 2026-07-28: basic, _meta, Key name format.
 */
public final class ExtensionId {
  private static final String LABEL = "[A-Za-z](?:[A-Za-z0-9-]*[A-Za-z0-9])?";
  private static final Pattern ID =
      Pattern.compile(LABEL + "(?:\\." + LABEL + ")*/[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?");

  private ExtensionId() {}

  /**
   * Checks an identifier.
   *
   * @param id the identifier
   * @return the same identifier
   * @throws IllegalArgumentException if it is none
   */
  public static String require(String id) {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "an extension is named like com.example/stamps, not '" + id + "'");
    }
    return id;
  }
}
