/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import static dev.mcp4j.jsonrpc.json.CommonTypes.ROLE;
import static dev.mcp4j.jsonrpc.json.Scalars.INTEGER;
import static dev.mcp4j.jsonrpc.json.Scalars.NUMBER;
import static dev.mcp4j.jsonrpc.json.Scalars.OBJECT;
import static dev.mcp4j.jsonrpc.json.Scalars.STRING;
import static dev.mcp4j.jsonrpc.json.ToolTypes.TOOL;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.Role;
import dev.mcp4j.api.content.SamplingMessageContentBlock;
import dev.mcp4j.api.sampling.CreateMessageRequest;
import dev.mcp4j.api.sampling.CreateMessageRequestParams;
import dev.mcp4j.api.sampling.CreateMessageResult;
import dev.mcp4j.api.sampling.IncludeContext;
import dev.mcp4j.api.sampling.ModelHint;
import dev.mcp4j.api.sampling.ModelPreferences;
import dev.mcp4j.api.sampling.SamplingMessage;
import dev.mcp4j.api.sampling.ToolChoice;
import dev.mcp4j.api.sampling.ToolChoiceMode;
import java.util.List;
import tools.jackson.core.JsonToken;

/** Asking the model of a client. */
final class SamplingTypes {
  static final EnumType<IncludeContext> INCLUDE_CONTEXT =
      new EnumType<>(IncludeContext.class, IncludeContext::wireName);

  static final EnumType<ToolChoiceMode> TOOL_CHOICE_MODE =
      new EnumType<>(ToolChoiceMode.class, ToolChoiceMode::wireName);

  static final ObjectType<SamplingMessage> MESSAGE =
      new ObjectType<>(SamplingMessage.class) {
        @Override
        SamplingMessage readMembers(JsonInput in) {
          Role role = null;
          List<SamplingMessageContentBlock> content = null;
          JsonObject meta = JsonObject.EMPTY;
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "role" -> role = in.read(ROLE);
              case "content" -> content = readContent(in);
              case "_meta" -> meta = in.optional(OBJECT, JsonObject.EMPTY);
              default -> in.skip();
            }
          }
          return new SamplingMessage(
              in.required(role, "role"), in.required(content, "content"), meta);
        }

        @Override
        void writeMembers(JsonOutput out, SamplingMessage value) {
          out.member("role", ROLE, value.role());
          writeContent(out, value.content());
          out.optional("_meta", OBJECT, value.meta(), JsonObject.EMPTY);
        }
      };

  static final ObjectType<ModelHint> MODEL_HINT =
      new ObjectType<>(ModelHint.class) {
        @Override
        ModelHint readMembers(JsonInput in) {
          String hint = null;
          Others others = new Others(in);
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "name" -> hint = others.fitting(name, STRING);
              default -> others.keep(name);
            }
          }
          return new ModelHint(hint, others.toObject());
        }

        @Override
        void writeMembers(JsonOutput out, ModelHint value) {
          out.member("name", STRING, value.name());
          out.others(value.other());
        }
      };

  static final ObjectType<ModelPreferences> MODEL_PREFERENCES =
      new ObjectType<>(ModelPreferences.class) {
        @Override
        ModelPreferences readMembers(JsonInput in) {
          List<ModelHint> hints = List.of();
          Double cost = null;
          Double speed = null;
          Double intelligence = null;
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "hints" -> hints = in.optionalList(MODEL_HINT);
              case "costPriority" -> cost = in.optional(NUMBER);
              case "speedPriority" -> speed = in.optional(NUMBER);
              case "intelligencePriority" -> intelligence = in.optional(NUMBER);
              default -> in.skip();
            }
          }
          return new ModelPreferences(hints, cost, speed, intelligence);
        }

        @Override
        void writeMembers(JsonOutput out, ModelPreferences value) {
          out.optionalList("hints", MODEL_HINT, value.hints());
          out.member("costPriority", NUMBER, value.costPriority());
          out.member("speedPriority", NUMBER, value.speedPriority());
          out.member("intelligencePriority", NUMBER, value.intelligencePriority());
        }
      };

  static final ObjectType<ToolChoice> TOOL_CHOICE =
      new ObjectType<>(ToolChoice.class) {
        @Override
        ToolChoice readMembers(JsonInput in) {
          ToolChoiceMode mode = null;
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "mode" -> mode = in.optional(TOOL_CHOICE_MODE);
              default -> in.skip();
            }
          }
          return new ToolChoice(mode);
        }

        @Override
        void writeMembers(JsonOutput out, ToolChoice value) {
          out.member("mode", TOOL_CHOICE_MODE, value.mode());
        }
      };

  static final ObjectType<CreateMessageRequestParams> CREATE_PARAMS =
      new ObjectType<>(CreateMessageRequestParams.class) {
        @Override
        CreateMessageRequestParams readMembers(JsonInput in) {
          CreateMessageRequestParams.Builder builder = CreateMessageRequestParams.builder();
          List<SamplingMessage> messages = null;
          Integer maxTokens = null;
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "messages" -> messages = in.list(MESSAGE);
              case "modelPreferences" -> builder.modelPreferences(in.optional(MODEL_PREFERENCES));
              case "systemPrompt" -> builder.systemPrompt(in.optional(STRING));
              case "includeContext" -> builder.includeContext(in.optional(INCLUDE_CONTEXT));
              case "temperature" -> builder.temperature(in.optional(NUMBER));
              case "maxTokens" -> maxTokens = in.read(INTEGER);
              case "stopSequences" -> builder.stopSequences(in.optionalList(STRING));
              case "metadata" -> builder.metadata(in.optional(OBJECT));
              case "tools" -> builder.tools(in.optionalList(TOOL));
              case "toolChoice" -> builder.toolChoice(in.optional(TOOL_CHOICE));
              default -> in.skip();
            }
          }
          return builder
              .messages(in.required(messages, "messages"))
              .maxTokens(in.required(maxTokens, "maxTokens"))
              .build();
        }

        @Override
        void writeMembers(JsonOutput out, CreateMessageRequestParams value) {
          out.list("messages", MESSAGE, value.messages());
          out.member("modelPreferences", MODEL_PREFERENCES, value.modelPreferences());
          out.member("systemPrompt", STRING, value.systemPrompt());
          out.member("includeContext", INCLUDE_CONTEXT, value.includeContext());
          out.member("temperature", NUMBER, value.temperature());
          out.member("maxTokens", INTEGER, value.maxTokens());
          out.optionalList("stopSequences", STRING, value.stopSequences());
          out.member("metadata", OBJECT, value.metadata());
          out.optionalList("tools", TOOL, value.tools());
          out.member("toolChoice", TOOL_CHOICE, value.toolChoice());
        }
      };

  static final ObjectType<CreateMessageRequest> CREATE_REQUEST =
      new ObjectType<>(CreateMessageRequest.class) {
        @Override
        CreateMessageRequest readMembers(JsonInput in) {
          CreateMessageRequestParams params = null;
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "method" -> in.constant("sampling/createMessage");
              case "params" -> params = in.read(CREATE_PARAMS);
              default -> in.skip();
            }
          }
          return new CreateMessageRequest(in.required(params, "params"));
        }

        @Override
        void writeMembers(JsonOutput out, CreateMessageRequest value) {
          out.member("method", "sampling/createMessage");
          out.member("params", CREATE_PARAMS, value.params());
        }
      };

  static final ObjectType<CreateMessageResult> CREATE_RESULT =
      new ObjectType<>(CreateMessageResult.class) {
        @Override
        CreateMessageResult readMembers(JsonInput in) {
          Role role = null;
          List<SamplingMessageContentBlock> content = null;
          String model = null;
          String stopReason = null;
          JsonObject meta = JsonObject.EMPTY;
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "role" -> role = in.read(ROLE);
              case "content" -> content = readContent(in);
              case "model" -> model = in.read(STRING);
              case "stopReason" -> stopReason = in.optional(STRING);
              case "_meta" -> meta = in.optional(OBJECT, JsonObject.EMPTY);
              default -> in.skip();
            }
          }
          return new CreateMessageResult(
              in.required(role, "role"),
              in.required(content, "content"),
              in.required(model, "model"),
              stopReason,
              meta);
        }

        @Override
        void writeMembers(JsonOutput out, CreateMessageResult value) {
          out.member("role", ROLE, value.role());
          writeContent(out, value.content());
          out.member("model", value.model());
          out.member("stopReason", STRING, value.stopReason());
          out.optional("_meta", OBJECT, value.meta(), JsonObject.EMPTY);
        }
      };

  static final List<JsonType<?>> ALL =
      List.of(
          INCLUDE_CONTEXT,
          TOOL_CHOICE_MODE,
          MESSAGE,
          MODEL_HINT,
          MODEL_PREFERENCES,
          TOOL_CHOICE,
          CREATE_PARAMS,
          CREATE_REQUEST,
          CREATE_RESULT);

  private SamplingTypes() {}

  /** One block may stand without its array. */
  private static List<SamplingMessageContentBlock> readContent(JsonInput in) {
    return in.is(JsonToken.START_ARRAY)
        ? in.list(ContentTypes.SAMPLING_CONTENT)
        : List.of(in.read(ContentTypes.SAMPLING_CONTENT));
  }

  private static void writeContent(JsonOutput out, List<SamplingMessageContentBlock> content) {
    if (content.size() == 1) {
      out.member("content", ContentTypes.SAMPLING_CONTENT, content.get(0));
    } else {
      out.list("content", ContentTypes.SAMPLING_CONTENT, content);
    }
  }
}
