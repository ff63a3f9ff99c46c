/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import java.io.Serial;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value and a Java type that do not fit each other: {@link UserTypes} could not read the one
 * as the other, or could not write it.
 *
 * <p>The message names the place and what was expected there. It holds no class name and no text of
 * a library, so it may be shown to the peer that sent the value.
 */
public final class BindingException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /** Where, as a JSON pointer. */
  private final String path;

  BindingException(String path, String reason, @Nullable Throwable cause) {
    super(path.isEmpty() ? reason : JsonText.path(path) + ": " + reason, cause);
    this.path = path;
  }

  /** Never null. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }

  /**
   * The place in the JSON value.
   *
   * @return a JSON Pointer, empty for the value as a whole
   */
  public String path() {
    return path;
  }
}
