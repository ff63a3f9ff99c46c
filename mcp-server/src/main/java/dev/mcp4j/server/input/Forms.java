/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.input;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.elicitation.FormSchema;
import dev.mcp4j.jsonrpc.json.McpJson;
import dev.mcp4j.schema.BindingException;
import dev.mcp4j.schema.CompiledSchema;
import dev.mcp4j.schema.FormSchemas;
import dev.mcp4j.schema.JsonSchemas;
import dev.mcp4j.schema.UserTypes;
import tools.jackson.databind.node.ObjectNode;

/** The forms made from records, each made once and held by its class. */
final class Forms {
  private final UserTypes types;
  private final ClassValue<TypedForm<?>> forms =
      new ClassValue<>() {
        @Override
        protected TypedForm<?> computeValue(Class<?> type) {
          return make(type);
        }
      };

  Forms(UserTypes types) {
    this.types = types;
  }

  /**
   * Returns the form of a record.
   *
   * @throws IllegalArgumentException if a form cannot have one of its components
   */
  @SuppressWarnings("unchecked") // the form of a class reads values of that class
  <T> TypedForm<T> of(Class<T> type) {
    return (TypedForm<T>) forms.get(type);
  }

  private <T> TypedForm<T> make(Class<T> type) {
    ObjectNode schema = FormSchemas.of(types, type);
    return new TypedForm<>(
        McpJson.read(FormSchema.class, schema), JsonSchemas.compileGenerated(schema), type, types);
  }

  static CompiledSchema compile(FormSchema schema) {
    return JsonSchemas.compileGenerated(McpJson.toTree(schema));
  }

  /**
   * A form and what its content becomes.
   *
   * @param schema what the client gets
   * @param compiled checks the content
   * @param type the record
   * @param types reads it
   * @param <T> the record
   */
  record TypedForm<T>(FormSchema schema, CompiledSchema compiled, Class<T> type, UserTypes types) {

    T read(JsonObject content) {
      try {
        return types.read(content.node(), type);
      } catch (BindingException e) {
        throw new UnfitAnswer("/content", e.getMessage());
      }
    }
  }
}
