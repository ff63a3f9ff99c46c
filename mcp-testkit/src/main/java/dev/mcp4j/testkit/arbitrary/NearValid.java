/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.arbitrary;

import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * JSON that would be a value of the protocol but for one defect.
 *
 * @param type what it would be a value of
 * @param json the JSON; not to be modified
 * @param pointer where the defect is, as a JSON pointer; if a member is missing, where it would be
 * @param defect what is wrong there, in a few words
 */
public record NearValid(Class<?> type, JsonNode json, String pointer, String defect) {
  /**
   * Checks the components.
   *
   * @param type not null
   * @param json not null
   * @param pointer not null
   * @param defect not null
   */
  public NearValid {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(json, "json");
    Objects.requireNonNull(pointer, "pointer");
    Objects.requireNonNull(defect, "defect");
  }

  /**
   * Returns type, place and defect, and the JSON.
   *
   * @return a text for messages of tests
   */
  @Override
  public String toString() {
    return "%s, at %s: %s, in %s".formatted(type.getSimpleName(), pointer, defect, json);
  }
}
