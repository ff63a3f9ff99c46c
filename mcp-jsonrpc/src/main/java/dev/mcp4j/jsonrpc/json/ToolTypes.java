/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import static dev.mcp4j.jsonrpc.json.CommonTypes.ICON;
import static dev.mcp4j.jsonrpc.json.ContentTypes.CONTENT;
import static dev.mcp4j.jsonrpc.json.MetaTypes.RESULT_META;
import static dev.mcp4j.jsonrpc.json.Scalars.BOOLEAN;
import static dev.mcp4j.jsonrpc.json.Scalars.OBJECT;
import static dev.mcp4j.jsonrpc.json.Scalars.STRING;
import static dev.mcp4j.jsonrpc.json.Scalars.TREE;

import dev.mcp4j.api.Icon;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.ResultMeta;
import dev.mcp4j.api.content.ContentBlock;
import dev.mcp4j.api.tool.CallToolRequestParams;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.api.tool.ListToolsResult;
import dev.mcp4j.api.tool.Tool;
import dev.mcp4j.api.tool.ToolAnnotations;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Tools and calls of them. */
final class ToolTypes {
  static final ObjectType<ToolAnnotations> ANNOTATIONS =
      new ObjectType<>(ToolAnnotations.class) {
        @Override
        ToolAnnotations readMembers(JsonInput in) {
          ToolAnnotations.Builder builder = ToolAnnotations.builder();
          Others others = new Others(in);
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "title" -> builder.title(others.fitting(name, STRING));
              case "readOnlyHint" -> builder.readOnlyHint(others.fitting(name, BOOLEAN));
              case "destructiveHint" -> builder.destructiveHint(others.fitting(name, BOOLEAN));
              case "idempotentHint" -> builder.idempotentHint(others.fitting(name, BOOLEAN));
              case "openWorldHint" -> builder.openWorldHint(others.fitting(name, BOOLEAN));
              default -> others.keep(name);
            }
          }
          return builder.other(others.toObject()).build();
        }

        @Override
        void writeMembers(JsonOutput out, ToolAnnotations value) {
          out.member("title", STRING, value.title());
          out.member("readOnlyHint", BOOLEAN, value.readOnlyHint());
          out.member("destructiveHint", BOOLEAN, value.destructiveHint());
          out.member("idempotentHint", BOOLEAN, value.idempotentHint());
          out.member("openWorldHint", BOOLEAN, value.openWorldHint());
          out.others(value.other());
        }
      };

  static final ObjectType<Tool> TOOL =
      new ObjectType<>(Tool.class) {
        @Override
        Tool readMembers(JsonInput in) {
          String name = null;
          String title = null;
          String description = null;
          JsonObject inputSchema = null;
          JsonObject outputSchema = null;
          ToolAnnotations annotations = null;
          List<Icon> icons = List.of();
          JsonObject meta = JsonObject.EMPTY;
          for (String member; (member = in.nextMember()) != null; ) {
            switch (member) {
              case "name" -> name = in.read(STRING);
              case "title" -> title = in.optional(STRING);
              case "description" -> description = in.optional(STRING);
              case "inputSchema" -> inputSchema = in.read(OBJECT);
              case "outputSchema" -> outputSchema = in.optional(OBJECT);
              case "annotations" -> annotations = in.optional(ANNOTATIONS);
              case "icons" -> icons = in.optionalList(ICON);
              case "_meta" -> meta = in.optional(OBJECT, JsonObject.EMPTY);
              default -> in.skip();
            }
          }
          return new Tool(
              in.required(name, "name"),
              title,
              description,
              in.required(inputSchema, "inputSchema"),
              outputSchema,
              annotations,
              icons,
              meta);
        }

        @Override
        void writeMembers(JsonOutput out, Tool value) {
          out.member("name", value.name());
          out.member("title", STRING, value.title());
          out.member("description", STRING, value.description());
          out.member("inputSchema", OBJECT, value.inputSchema());
          out.member("outputSchema", OBJECT, value.outputSchema());
          out.member("annotations", ANNOTATIONS, value.annotations());
          out.optionalList("icons", ICON, value.icons());
          out.optional("_meta", OBJECT, value.meta(), JsonObject.EMPTY);
        }
      };

  static final ObjectType<ListToolsResult> LIST_RESULT =
      new PageType<>(
          ListToolsResult.class,
          "tools",
          TOOL,
          ListToolsResult::new,
          ListToolsResult::tools,
          ListToolsResult::nextCursor);

  static final ObjectType<CallToolRequestParams> CALL_PARAMS =
      new ObjectType<>(CallToolRequestParams.class) {
        @Override
        CallToolRequestParams readMembers(JsonInput in) {
          String name = null;
          JsonObject arguments = null;
          RetryMembers retry = new RetryMembers();
          for (String member; (member = in.nextMember()) != null; ) {
            switch (member) {
              case "name" -> name = in.read(STRING);
              case "arguments" -> arguments = in.optional(OBJECT);
              default -> retry.read(member, in);
            }
          }
          return new CallToolRequestParams(
              in.required(name, "name"),
              arguments,
              retry.inputResponses,
              retry.requestState,
              retry.meta);
        }

        @Override
        void writeMembers(JsonOutput out, CallToolRequestParams value) {
          out.member("name", value.name());
          out.member("arguments", OBJECT, value.arguments());
          RetryMembers.write(out, value);
        }
      };

  static final ObjectType<CallToolResult> CALL_RESULT =
      new ObjectType<>(CallToolResult.class) {
        @Override
        CallToolResult readMembers(JsonInput in) {
          List<ContentBlock> content = null;
          JsonNode structuredContent = null;
          Boolean isError = null;
          ResultMeta meta = ResultMeta.EMPTY;
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "content" -> content = in.list(CONTENT);
              case "structuredContent" -> structuredContent = in.read(TREE);
              case "isError" -> isError = in.optional(BOOLEAN);
              case "_meta" -> meta = in.optional(RESULT_META, ResultMeta.EMPTY);
              default -> in.skip();
            }
          }
          return new CallToolResult(
              in.required(content, "content"), structuredContent, isError, meta);
        }

        @Override
        void writeMembers(JsonOutput out, CallToolResult value) {
          out.list("content", CONTENT, value.content());
          out.member("structuredContent", TREE, value.structuredContent());
          out.member("isError", BOOLEAN, value.isError());
          out.optional("_meta", RESULT_META, value.meta(), ResultMeta.EMPTY);
        }
      };

  static final List<JsonType<?>> ALL =
      List.of(ANNOTATIONS, TOOL, LIST_RESULT, CALL_PARAMS, CALL_RESULT);

  private ToolTypes() {}
}
