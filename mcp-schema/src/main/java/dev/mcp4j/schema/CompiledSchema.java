/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A JSON Schema ready to validate values. To be made once, by {@link JsonSchemas}, and held by
 * whoever owns the schema: there is no cache behind it, so two schemas never meet.
 *
 * <p>Instances are immutable and may be shared by threads.
 */
public final class CompiledSchema {

  private final JsonNode schema;
  private final @Nullable FlatSchema flat;
  private final Lazy<SchemaEngine> engine;

  CompiledSchema(JsonNode schema, @Nullable FlatSchema flat, Lazy<SchemaEngine> engine) {
    this.schema = schema;
    this.flat = flat;
    this.engine = engine;
  }

  /**
   * Validates a value. The first call that needs the validator prepares it; a value that satisfies
   * a schema of the commonest shape, an object of strings, numbers and booleans, does not.
   *
   * <p>A value that costs more than the limits allow, is nested too deeply, or holds a number that
   * no {@code double} can approach, does not satisfy the schema: the only violation then has the
   * keyword {@code limit}.
   *
   * @param value the value; not changed
   * @return the violations, at most as many as the limits allow; empty if the value satisfies the
   *     schema
   * @throws InvalidSchemaException if the schema turns out to be unusable, which {@link
   *     JsonSchemas} could not see; rare
   */
  public List<Violation> validate(JsonNode value) {
    return flat != null && flat.accepts(value) ? List.of() : engine.get().validate(value);
  }

  /**
   * The schema itself.
   *
   * @return the schema as it was handed over; not to be changed
   */
  public JsonNode schema() {
    return schema;
  }
}
