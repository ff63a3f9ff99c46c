/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.core;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.elicitation.ElicitAction;
import dev.mcp4j.api.elicitation.ElicitResult;
import dev.mcp4j.api.elicitation.FormSchema;
import dev.mcp4j.client.InputRequestException;
import dev.mcp4j.jsonrpc.json.McpJson;
import dev.mcp4j.schema.FormSchemas;
import dev.mcp4j.schema.InvalidSchemaException;
import dev.mcp4j.schema.JsonSchemas;
import dev.mcp4j.schema.Violation;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Makes the answer to a form one the server can take: an accepted one gets the default of every
 * field that was left out and is held to the schema, any other goes without content.
 *
 * <p>Specification 2026-07-28: client/elicitation, Requested Schema.
 */
final class FormAnswers {
  private FormAnswers() {}

  static ElicitResult complete(String key, FormSchema form, ElicitResult given) {
    if (given.action() != ElicitAction.ACCEPT) {
      return new ElicitResult(given.action(), null);
    }
    JsonObject content = given.content() == null ? JsonObject.EMPTY : given.content();
    JsonNode schema = McpJson.toTree(form);
    JsonObject filled = new JsonObject(FormSchemas.withDefaults(schema, content.node()));
    List<Violation> violations = violations(key, schema, filled);
    if (!violations.isEmpty()) {
      throw new InputRequestException(
          key,
          "the answer to question %s does not fit its form: %s".formatted(key, violations),
          null);
    }
    return ElicitResult.accept(filled);
  }

  private static List<Violation> violations(String key, JsonNode schema, JsonObject content) {
    try {
      return JsonSchemas.compileGenerated(schema).validate(content.node());
    } catch (InvalidSchemaException e) {
      throw new InputRequestException(
          key, "the form of question %s is not usable: %s".formatted(key, e.getMessage()), null);
    }
  }
}
