/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import static dev.mcp4j.jsonrpc.json.CommonTypes.ICON;
import static dev.mcp4j.jsonrpc.json.CommonTypes.ROLE;
import static dev.mcp4j.jsonrpc.json.ContentTypes.CONTENT;
import static dev.mcp4j.jsonrpc.json.MetaTypes.RESULT_META;
import static dev.mcp4j.jsonrpc.json.Scalars.BOOLEAN;
import static dev.mcp4j.jsonrpc.json.Scalars.OBJECT;
import static dev.mcp4j.jsonrpc.json.Scalars.STRING;

import dev.mcp4j.api.Icon;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.ResultMeta;
import dev.mcp4j.api.Role;
import dev.mcp4j.api.content.ContentBlock;
import dev.mcp4j.api.prompt.GetPromptRequestParams;
import dev.mcp4j.api.prompt.GetPromptResult;
import dev.mcp4j.api.prompt.ListPromptsResult;
import dev.mcp4j.api.prompt.Prompt;
import dev.mcp4j.api.prompt.PromptArgument;
import dev.mcp4j.api.prompt.PromptMessage;
import java.util.List;
import java.util.Map;

/** Prompts and what they expand to. */
final class PromptTypes {
  static final ObjectType<PromptArgument> ARGUMENT =
      new ObjectType<>(PromptArgument.class) {
        @Override
        PromptArgument readMembers(JsonInput in) {
          String name = null;
          String title = null;
          String description = null;
          Boolean required = null;
          for (String member; (member = in.nextMember()) != null; ) {
            switch (member) {
              case "name" -> name = in.read(STRING);
              case "title" -> title = in.optional(STRING);
              case "description" -> description = in.optional(STRING);
              case "required" -> required = in.optional(BOOLEAN);
              default -> in.skip();
            }
          }
          return new PromptArgument(in.required(name, "name"), title, description, required);
        }

        @Override
        void writeMembers(JsonOutput out, PromptArgument value) {
          out.member("name", value.name());
          out.member("title", STRING, value.title());
          out.member("description", STRING, value.description());
          out.member("required", BOOLEAN, value.required());
        }
      };

  static final ObjectType<Prompt> PROMPT =
      new ObjectType<>(Prompt.class) {
        @Override
        Prompt readMembers(JsonInput in) {
          String name = null;
          String title = null;
          String description = null;
          List<PromptArgument> arguments = List.of();
          List<Icon> icons = List.of();
          JsonObject meta = JsonObject.EMPTY;
          for (String member; (member = in.nextMember()) != null; ) {
            switch (member) {
              case "name" -> name = in.read(STRING);
              case "title" -> title = in.optional(STRING);
              case "description" -> description = in.optional(STRING);
              case "arguments" -> arguments = in.optionalList(ARGUMENT);
              case "icons" -> icons = in.optionalList(ICON);
              case "_meta" -> meta = in.optional(OBJECT, JsonObject.EMPTY);
              default -> in.skip();
            }
          }
          return new Prompt(in.required(name, "name"), title, description, arguments, icons, meta);
        }

        @Override
        void writeMembers(JsonOutput out, Prompt value) {
          out.member("name", value.name());
          out.member("title", STRING, value.title());
          out.member("description", STRING, value.description());
          out.optionalList("arguments", ARGUMENT, value.arguments());
          out.optionalList("icons", ICON, value.icons());
          out.optional("_meta", OBJECT, value.meta(), JsonObject.EMPTY);
        }
      };

  static final ObjectType<PromptMessage> MESSAGE =
      new ObjectType<>(PromptMessage.class) {
        @Override
        PromptMessage readMembers(JsonInput in) {
          Role role = null;
          ContentBlock content = null;
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "role" -> role = in.read(ROLE);
              case "content" -> content = in.read(CONTENT);
              default -> in.skip();
            }
          }
          return new PromptMessage(in.required(role, "role"), in.required(content, "content"));
        }

        @Override
        void writeMembers(JsonOutput out, PromptMessage value) {
          out.member("role", ROLE, value.role());
          out.member("content", CONTENT, value.content());
        }
      };

  static final ObjectType<ListPromptsResult> LIST_RESULT =
      new PageType<>(
          ListPromptsResult.class,
          "prompts",
          PROMPT,
          ListPromptsResult::new,
          ListPromptsResult::prompts,
          ListPromptsResult::nextCursor);

  static final ObjectType<GetPromptRequestParams> GET_PARAMS =
      new ObjectType<>(GetPromptRequestParams.class) {
        @Override
        GetPromptRequestParams readMembers(JsonInput in) {
          String name = null;
          Map<String, String> arguments = Map.of();
          RetryMembers retry = new RetryMembers();
          for (String member; (member = in.nextMember()) != null; ) {
            switch (member) {
              case "name" -> name = in.read(STRING);
              case "arguments" -> arguments = in.optionalMap(STRING);
              default -> retry.read(member, in);
            }
          }
          return new GetPromptRequestParams(
              in.required(name, "name"),
              arguments,
              retry.inputResponses,
              retry.requestState,
              retry.meta);
        }

        @Override
        void writeMembers(JsonOutput out, GetPromptRequestParams value) {
          out.member("name", value.name());
          out.optionalMap("arguments", STRING, value.arguments());
          RetryMembers.write(out, value);
        }
      };

  static final ObjectType<GetPromptResult> GET_RESULT =
      new ObjectType<>(GetPromptResult.class) {
        @Override
        GetPromptResult readMembers(JsonInput in) {
          String description = null;
          List<PromptMessage> messages = null;
          ResultMeta meta = ResultMeta.EMPTY;
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "description" -> description = in.optional(STRING);
              case "messages" -> messages = in.list(MESSAGE);
              case "_meta" -> meta = in.optional(RESULT_META, ResultMeta.EMPTY);
              default -> in.skip();
            }
          }
          return new GetPromptResult(description, in.required(messages, "messages"), meta);
        }

        @Override
        void writeMembers(JsonOutput out, GetPromptResult value) {
          out.member("description", STRING, value.description());
          out.list("messages", MESSAGE, value.messages());
          out.optional("_meta", RESULT_META, value.meta(), ResultMeta.EMPTY);
        }
      };

  static final List<JsonType<?>> ALL =
      List.of(ARGUMENT, PROMPT, MESSAGE, LIST_RESULT, GET_PARAMS, GET_RESULT);

  private PromptTypes() {}
}
