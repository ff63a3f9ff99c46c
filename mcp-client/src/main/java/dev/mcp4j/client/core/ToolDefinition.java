/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.core;

import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.api.tool.Tool;
import dev.mcp4j.schema.CompiledSchema;
import dev.mcp4j.schema.HeaderParameter;
import dev.mcp4j.schema.HeaderParameters;
import dev.mcp4j.schema.InvalidSchemaException;
import dev.mcp4j.schema.JsonSchemas;
import dev.mcp4j.schema.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the client makes of the definition of a tool. Safe for use by several threads. */
final class ToolDefinition {
  private final Tool tool;
  private final List<HeaderParameter> parameters;
  private final @Nullable String rejection;
  private final long weight;
  private volatile @Nullable CompiledSchema outputSchema;

  ToolDefinition(Tool tool) {
    this.tool = tool;
    List<HeaderParameter> found = List.of();
    String reason = null;
    try {
      found = HeaderParameters.of(tool.inputSchema().node());
    } catch (InvalidSchemaException e) {
      reason = e.getMessage();
    }
    this.parameters = found;
    this.rejection = reason;
    this.weight = ResultWeight.of(tool);
  }

  Tool tool() {
    return tool;
  }

  /** How much memory it holds, roughly. */
  long weight() {
    return weight;
  }

  /** Why the tool cannot be used where parameters are mirrored; null if it can. */
  @Nullable String rejection() {
    return rejection;
  }

  /** The headers that mirror the arguments of a call. */
  Map<String, String> headers(@Nullable JsonNode arguments) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (HeaderParameter parameter : parameters) {
      parameter
          .headerValue(arguments)
          .ifPresent(value -> headers.put(parameter.headerName(), value));
    }
    return headers;
  }

  /** What is wrong with a result of the tool; null if nothing is. */
  @Nullable String fault(CallToolResult result) {
    if (tool.outputSchema() == null) {
      return null;
    }
    JsonNode structured = result.structuredContent();
    if (structured == null) {
      return "expected structuredContent, because the tool has an output schema, but found none";
    }
    try {
      List<Violation> violations = compiled(tool.outputSchema().node()).validate(structured);
      return violations.isEmpty() ? null : "it does not fit the output schema: " + violations;
    } catch (InvalidSchemaException e) {
      return "the output schema of the tool is not usable: " + e.getMessage();
    }
  }

  private CompiledSchema compiled(JsonNode schema) {
    CompiledSchema compiled = outputSchema;
    if (compiled == null) {
      compiled = JsonSchemas.compile(schema);
      outputSchema = compiled;
    }
    return compiled;
  }
}
