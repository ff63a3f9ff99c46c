/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * Compiles JSON Schemas.
 *
 * <p>Two dialects are supported: 2020-12, which is the default, and draft-07, to be named in {@code
 * $schema}. Nothing is ever fetched or loaded: a {@code $ref} leads to a place in the same schema
 * or to the meta-schema of its dialect, and any other is refused. Regular expressions are those of
 * ECMA-262 as far as {@code java.util.regex} can match them.
 *
 * <p>Compiling checks the schema completely, against its meta-schema, for references without target
 * or end, and for its size, but by code of our own and in microseconds. The validator itself, which
 * takes some 65 milliseconds to start in a cold JVM, is prepared by the first validation that needs
 * it. The price is that a fault only the validator can see surfaces there.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic#json-schema-usage">JSON
 *     Schema usage</a>
 */
public final class JsonSchemas {

  private JsonSchemas() {}

  /**
   * Compiles a schema from anywhere, within the {@linkplain SchemaLimits#DEFAULTS default limits}.
   * The keyword {@code format} only annotates, as the specification of JSON Schema has it.
   *
   * @param schema an object or a boolean; must not change afterwards
   * @return the compiled schema
   * @throws UnsupportedDialectException if the schema is written in an unknown dialect
   * @throws InvalidSchemaException if the schema is at fault, or exceeds a limit
   */
  public static CompiledSchema compile(JsonNode schema) {
    return compile(schema, SchemaLimits.DEFAULTS);
  }

  /**
   * Compiles a schema from anywhere. The keyword {@code format} only annotates, as the
   * specification of JSON Schema has it.
   *
   * @param schema an object or a boolean; must not change afterwards
   * @param limits what the schema and its validations may cost
   * @return the compiled schema
   * @throws UnsupportedDialectException if the schema is written in an unknown dialect
   * @throws InvalidSchemaException if the schema is at fault, or exceeds a limit
   */
  public static CompiledSchema compile(JsonNode schema, SchemaLimits limits) {
    return compile(schema, limits, false);
  }

  /**
   * Compiles a schema made by {@link SchemaGenerator} or {@link FormSchemas}. The keyword {@code
   * format} is asserted, so that every value that satisfies the schema also binds.
   *
   * @param schema the generated schema; must not change afterwards
   * @return the compiled schema
   * @throws InvalidSchemaException if the schema is at fault, or exceeds a default limit
   */
  public static CompiledSchema compileGenerated(JsonNode schema) {
    return compile(schema, SchemaLimits.DEFAULTS, true);
  }

  private static CompiledSchema compile(JsonNode schema, SchemaLimits limits, boolean formats) {
    Objects.requireNonNull(schema, "schema");
    Dialect dialect = SchemaCheck.check(schema, limits);
    // A flat schema takes no more steps than it has nodes, so none of these limits is ever met.
    FlatSchema flat = limits.steps() < limits.nodes() ? null : FlatSchema.of(schema);
    return new CompiledSchema(
        schema, flat, new Lazy<>(() -> SchemaEngine.prepare(schema, dialect, limits, formats)));
  }
}
