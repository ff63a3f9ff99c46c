/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.common;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.json.JsonMapper;

/** Finds names that an object has twice. */
public final class DuplicateNames {
  private static final JsonMapper STRICT =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private DuplicateNames() {}

  /**
   * Tells whether there is such an object.
   *
   * @param json the text of a value
   * @return false also if it is no JSON
   */
  public static boolean in(String json) {
    try {
      STRICT.readTree(json);
      return false;
    } catch (StreamReadException e) {
      return true;
    } catch (JacksonException e) {
      return false;
    }
  }
}
