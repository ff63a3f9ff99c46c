/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.feature;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.content.ContentBlock;
import dev.mcp4j.api.content.TextContent;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.schema.UserTypes;
import dev.mcp4j.schema.Violation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * Makes the result of a tool call from what the handler returned. A result the tool did not promise
 * is a fault of the tool, never sent.
 *
 * <p>Specification 2026-07-28: server/tools, Tool Result.
 */
public final class ToolResults {
  private final UserTypes types;

  /**
   * Makes the conversion.
   *
   * @param types writes values of the application
   */
  public ToolResults(UserTypes types) {
    this.types = types;
  }

  Reply<CallToolResult> of(ToolEntry<?> tool, @Nullable Object value) {
    if (value instanceof Optional<?> optional) {
      return of(tool, optional.orElse(null));
    } else if (value instanceof Reply<?> reply) {
      return reply(tool, reply);
    } else if (value instanceof CallToolResult result) {
      return complete(tool, result);
    } else if (value instanceof ContentBlock block) {
      return complete(tool, content(List.of(block)));
    } else if (value instanceof List<?> list && isContent(list)) {
      return complete(tool, content(list.stream().map(ContentBlock.class::cast).toList()));
    } else if (tool.output() == null && value == null) {
      return complete(tool, content(List.of()));
    } else if (tool.output() == null && value instanceof String text) {
      return complete(tool, content(List.of(TextContent.of(text))));
    }
    return complete(tool, structured(json(tool.output(), value)));
  }

  private static Reply<CallToolResult> reply(ToolEntry<?> tool, Reply<?> reply) {
    if (reply instanceof Reply.InputRequired<?> asks) {
      return new Reply.InputRequired<>(asks.requests(), asks.state(), asks.meta());
    } else if (reply instanceof Reply.Extended<?> extended) {
      return new Reply.Extended<>(extended.resultType(), extended.result());
    } else if (reply instanceof Reply.Complete<?> complete
        && complete.result() instanceof CallToolResult result) {
      return complete(tool, result);
    }
    throw new IllegalStateException("a tool cannot reply with " + reply.getClass().getSimpleName());
  }

  private static boolean isContent(List<?> list) {
    return !list.isEmpty() && list.stream().allMatch(ContentBlock.class::isInstance);
  }

  private static CallToolResult content(List<ContentBlock> content) {
    return CallToolResult.builder().content(content).build();
  }

  private static CallToolResult structured(JsonNode json) {
    return CallToolResult.builder()
        .content(List.of(TextContent.of(json.toString())))
        .structuredContent(json)
        .build();
  }

  private JsonNode json(@Nullable OutputContract contract, @Nullable Object value) {
    if (value == null) {
      return NullNode.getInstance();
    } else if (value instanceof JsonNode json) {
      return json;
    } else if (value instanceof JsonObject object) {
      return object.node();
    }
    Class<?> promised = contract == null ? null : contract.type();
    return types.write(
        value, promised != null && promised.isInstance(value) ? promised : value.getClass());
  }

  private static Reply<CallToolResult> complete(ToolEntry<?> tool, CallToolResult result) {
    OutputContract contract = tool.output();
    if (contract != null && !result.failed()) {
      JsonNode structured = result.structuredContent();
      if (structured == null) {
        throw new IllegalStateException(
            "the tool promises structured content and returned a result without");
      }
      List<Violation> violations = contract.schema().validate(structured);
      if (!violations.isEmpty()) {
        throw new IllegalStateException("the result is not what the tool promises: " + violations);
      }
    }
    return new Reply.Complete<>(result);
  }
}
