/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.elicitation;

import dev.mcp4j.api.JsonObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The fields of a form: a flat object schema. Open.
 *
 * <p>Specification 2026-07-28: client/elicitation, Requested Schema.
 *
 * @param properties the fields by name, in order
 * @param required the names of the fields that must be filled in; empty if absent
 * @param other members this type does not name, and members whose value does not fit the type;
 *     empty if there are none
 */
public record FormSchema(
    Map<String, PrimitiveSchemaDefinition> properties, List<String> required, JsonObject other) {
  /**
   * Checks and copies the components.
   *
   * @param properties copied; no null elements
   * @param required copied; no null elements
   * @param other not null
   */
  public FormSchema {
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    required = List.copyOf(required);
    Objects.requireNonNull(other, "other");
  }
}
