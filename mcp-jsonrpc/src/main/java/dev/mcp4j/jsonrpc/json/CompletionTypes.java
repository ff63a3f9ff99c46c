/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import static dev.mcp4j.jsonrpc.json.MetaTypes.REQUEST_META;
import static dev.mcp4j.jsonrpc.json.MetaTypes.RESULT_META;
import static dev.mcp4j.jsonrpc.json.Scalars.BOOLEAN;
import static dev.mcp4j.jsonrpc.json.Scalars.INTEGER;
import static dev.mcp4j.jsonrpc.json.Scalars.STRING;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.ResultMeta;
import dev.mcp4j.api.completion.CompleteRequestParams;
import dev.mcp4j.api.completion.CompleteResult;
import dev.mcp4j.api.completion.Completion;
import dev.mcp4j.api.completion.CompletionArgument;
import dev.mcp4j.api.completion.PromptReference;
import dev.mcp4j.api.completion.Reference;
import dev.mcp4j.api.completion.ResourceTemplateReference;
import dev.mcp4j.api.completion.UnrecognizedReference;
import java.util.List;
import java.util.Map;

/** Completion of arguments. */
final class CompletionTypes {
  static final ObjectType<PromptReference> PROMPT_REFERENCE =
      new ObjectType<>(PromptReference.class) {
        @Override
        PromptReference readMembers(JsonInput in) {
          String name = null;
          String title = null;
          for (String member; (member = in.nextMember()) != null; ) {
            switch (member) {
              case "type" -> in.constant("ref/prompt");
              case "name" -> name = in.read(STRING);
              case "title" -> title = in.optional(STRING);
              default -> in.skip();
            }
          }
          return new PromptReference(in.required(name, "name"), title);
        }

        @Override
        void writeMembers(JsonOutput out, PromptReference value) {
          out.member("type", "ref/prompt");
          out.member("name", value.name());
          out.member("title", STRING, value.title());
        }
      };

  static final ObjectType<ResourceTemplateReference> TEMPLATE_REFERENCE =
      new ObjectType<>(ResourceTemplateReference.class) {
        @Override
        ResourceTemplateReference readMembers(JsonInput in) {
          String uri = null;
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "type" -> in.constant("ref/resource");
              case "uri" -> uri = in.read(STRING);
              default -> in.skip();
            }
          }
          return new ResourceTemplateReference(in.required(uri, "uri"));
        }

        @Override
        void writeMembers(JsonOutput out, ResourceTemplateReference value) {
          out.member("type", "ref/resource");
          out.member("uri", value.uri());
        }
      };

  static final KeptType<UnrecognizedReference> UNRECOGNIZED =
      new KeptType<>(
          UnrecognizedReference.class, UnrecognizedReference::new, UnrecognizedReference::json);

  static final JsonType<Reference> REFERENCE =
      new UnionType<>(
          Reference.class,
          "type",
          Map.of("ref/prompt", PROMPT_REFERENCE, "ref/resource", TEMPLATE_REFERENCE)) {
        @Override
        Reference unrecognized(String type, JsonObject json) {
          return new UnrecognizedReference(json);
        }
      };

  static final ObjectType<CompletionArgument> ARGUMENT =
      new ObjectType<>(CompletionArgument.class) {
        @Override
        CompletionArgument readMembers(JsonInput in) {
          String name = null;
          String value = null;
          for (String member; (member = in.nextMember()) != null; ) {
            switch (member) {
              case "name" -> name = in.read(STRING);
              case "value" -> value = in.read(STRING);
              default -> in.skip();
            }
          }
          return new CompletionArgument(in.required(name, "name"), in.required(value, "value"));
        }

        @Override
        void writeMembers(JsonOutput out, CompletionArgument argument) {
          out.member("name", argument.name());
          out.member("value", argument.value());
        }
      };

  static final ObjectType<CompleteRequestParams> COMPLETE_PARAMS =
      new ObjectType<>(CompleteRequestParams.class) {
        @Override
        CompleteRequestParams readMembers(JsonInput in) {
          Reference ref = null;
          CompletionArgument argument = null;
          Map<String, String> context = Map.of();
          RequestMeta meta = RequestMeta.EMPTY;
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "ref" -> ref = in.read(REFERENCE);
              case "argument" -> argument = in.read(ARGUMENT);
              case "context" -> context = in.isNull() ? Map.of() : contextArguments(in);
              case "_meta" -> meta = in.optional(REQUEST_META, RequestMeta.EMPTY);
              default -> in.skip();
            }
          }
          return new CompleteRequestParams(
              in.required(ref, "ref"), in.required(argument, "argument"), context, meta);
        }

        private static Map<String, String> contextArguments(JsonInput in) {
          Map<String, String> arguments = Map.of();
          in.startObject();
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "arguments" -> arguments = in.optionalMap(STRING);
              default -> in.skip();
            }
          }
          return arguments;
        }

        @Override
        void writeMembers(JsonOutput out, CompleteRequestParams value) {
          out.member("ref", REFERENCE, value.ref());
          out.member("argument", ARGUMENT, value.argument());
          if (!value.contextArguments().isEmpty()) {
            out.name("context");
            out.startObject();
            out.map("arguments", STRING, value.contextArguments());
            out.endObject();
          }
          out.optional("_meta", REQUEST_META, value.meta(), RequestMeta.EMPTY);
        }
      };

  static final ObjectType<Completion> COMPLETION =
      new ObjectType<>(Completion.class) {
        @Override
        Completion readMembers(JsonInput in) {
          List<String> values = null;
          Integer total = null;
          Boolean hasMore = null;
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "values" -> values = in.list(STRING);
              case "total" -> total = in.optional(INTEGER);
              case "hasMore" -> hasMore = in.optional(BOOLEAN);
              default -> in.skip();
            }
          }
          return new Completion(in.required(values, "values"), total, hasMore);
        }

        @Override
        void writeMembers(JsonOutput out, Completion value) {
          out.list("values", STRING, value.values());
          out.member("total", INTEGER, value.total());
          out.member("hasMore", BOOLEAN, value.hasMore());
        }
      };

  static final ObjectType<CompleteResult> COMPLETE_RESULT =
      new ObjectType<>(CompleteResult.class) {
        @Override
        CompleteResult readMembers(JsonInput in) {
          Completion completion = null;
          ResultMeta meta = ResultMeta.EMPTY;
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "completion" -> completion = in.read(COMPLETION);
              case "_meta" -> meta = in.optional(RESULT_META, ResultMeta.EMPTY);
              default -> in.skip();
            }
          }
          return new CompleteResult(in.required(completion, "completion"), meta);
        }

        @Override
        void writeMembers(JsonOutput out, CompleteResult value) {
          out.member("completion", COMPLETION, value.completion());
          out.optional("_meta", RESULT_META, value.meta(), ResultMeta.EMPTY);
        }
      };

  static final List<JsonType<?>> ALL =
      List.of(
          PROMPT_REFERENCE,
          TEMPLATE_REFERENCE,
          UNRECOGNIZED,
          REFERENCE,
          ARGUMENT,
          COMPLETE_PARAMS,
          COMPLETION,
          COMPLETE_RESULT);

  private CompletionTypes() {}
}
