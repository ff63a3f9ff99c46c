/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.schema.BindingException;
import dev.mcp4j.schema.CompiledSchema;
import dev.mcp4j.schema.InvalidSchemaException;
import dev.mcp4j.schema.JsonSchemas;
import dev.mcp4j.schema.UserTypes;
import dev.mcp4j.schema.Violation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compiles schemas, validates values, and reads them as records, without a server. */
public final class SchemaValidation {
  record Point(int x, int y) {}

  public static void main(String[] args) {
    JsonMapper json = JsonMapper.shared();

    // @start region="validate"
    JsonNode schema =
        json.readTree(
            """
            {"type": "object", "required": ["id"], "properties": {"id": {"type": "integer"}}}
            """);
    CompiledSchema compiled = JsonSchemas.compile(schema);
    for (Violation violation : compiled.validate(json.readTree("{\"id\": \"seven\"}"))) {
      System.out.println(violation.keyword() + " at " + violation.path() + ": " + violation);
    }
    // @end region="validate"

    // @start region="refuse"
    try {
      JsonSchemas.compile(json.readTree("{\"$ref\": \"https://example.com/schema.json\"}"));
    } catch (InvalidSchemaException e) {
      System.out.println(e.getMessage());
    }
    // @end region="refuse"

    // @start region="bind"
    UserTypes types = UserTypes.standard();
    System.out.println(types.read(json.readTree("{\"x\": 1, \"y\": 2.0, \"z\": 3}"), Point.class));
    try {
      types.read(json.readTree("{\"x\": 1.5, \"y\": 2}"), Point.class);
    } catch (BindingException e) {
      System.out.println(e.getMessage());
    }
    // @end region="bind"
  }
}
