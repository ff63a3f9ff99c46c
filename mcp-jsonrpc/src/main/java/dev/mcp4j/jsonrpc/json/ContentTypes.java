/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import static dev.mcp4j.jsonrpc.json.CommonTypes.ANNOTATIONS;
import static dev.mcp4j.jsonrpc.json.Scalars.BOOLEAN;
import static dev.mcp4j.jsonrpc.json.Scalars.OBJECT;
import static dev.mcp4j.jsonrpc.json.Scalars.STRING;
import static dev.mcp4j.jsonrpc.json.Scalars.TREE;

import dev.mcp4j.api.Annotations;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.content.AudioContent;
import dev.mcp4j.api.content.ContentBlock;
import dev.mcp4j.api.content.EmbeddedResource;
import dev.mcp4j.api.content.ImageContent;
import dev.mcp4j.api.content.ResourceLink;
import dev.mcp4j.api.content.SamplingMessageContentBlock;
import dev.mcp4j.api.content.TextContent;
import dev.mcp4j.api.content.ToolResultContent;
import dev.mcp4j.api.content.ToolUseContent;
import dev.mcp4j.api.content.UnrecognizedContent;
import dev.mcp4j.api.resource.Resource;
import dev.mcp4j.api.resource.ResourceContents;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Content blocks: what tools, prompts and models say. */
final class ContentTypes {
  static final ObjectType<TextContent> TEXT =
      new ObjectType<>(TextContent.class) {
        @Override
        TextContent readMembers(JsonInput in) {
          String text = null;
          Annotations annotations = null;
          JsonObject meta = JsonObject.EMPTY;
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "type" -> in.constant("text");
              case "text" -> text = in.read(STRING);
              case "annotations" -> annotations = in.optional(ANNOTATIONS);
              case "_meta" -> meta = in.optional(OBJECT, JsonObject.EMPTY);
              default -> in.skip();
            }
          }
          return new TextContent(in.required(text, "text"), annotations, meta);
        }

        @Override
        void writeMembers(JsonOutput out, TextContent value) {
          out.member("type", "text");
          out.member("text", value.text());
          out.member("annotations", ANNOTATIONS, value.annotations());
          out.optional("_meta", OBJECT, value.meta(), JsonObject.EMPTY);
        }
      };

  /** Images and sounds differ in their name only. */
  private abstract static class MediaType<T> extends ObjectType<T> {
    private final String type;

    MediaType(Class<T> javaType, String type) {
      super(javaType);
      this.type = type;
    }

    abstract T make(
        String data, String mimeType, @Nullable Annotations annotations, JsonObject meta);

    @Override
    final T readMembers(JsonInput in) {
      String data = null;
      String mimeType = null;
      Annotations annotations = null;
      JsonObject meta = JsonObject.EMPTY;
      for (String name; (name = in.nextMember()) != null; ) {
        switch (name) {
          case "type" -> in.constant(type);
          case "data" -> data = in.read(STRING);
          case "mimeType" -> mimeType = in.read(STRING);
          case "annotations" -> annotations = in.optional(ANNOTATIONS);
          case "_meta" -> meta = in.optional(OBJECT, JsonObject.EMPTY);
          default -> in.skip();
        }
      }
      return make(in.required(data, "data"), in.required(mimeType, "mimeType"), annotations, meta);
    }

    final void writeMembers(
        JsonOutput out,
        String data,
        String mimeType,
        @Nullable Annotations annotations,
        JsonObject meta) {
      out.member("type", type);
      out.member("data", data);
      out.member("mimeType", mimeType);
      out.member("annotations", ANNOTATIONS, annotations);
      out.optional("_meta", OBJECT, meta, JsonObject.EMPTY);
    }
  }

  static final ObjectType<ImageContent> IMAGE =
      new MediaType<>(ImageContent.class, "image") {
        @Override
        ImageContent make(
            String data, String mimeType, @Nullable Annotations annotations, JsonObject meta) {
          return new ImageContent(data, mimeType, annotations, meta);
        }

        @Override
        void writeMembers(JsonOutput out, ImageContent value) {
          writeMembers(out, value.data(), value.mimeType(), value.annotations(), value.meta());
        }
      };

  static final ObjectType<AudioContent> AUDIO =
      new MediaType<>(AudioContent.class, "audio") {
        @Override
        AudioContent make(
            String data, String mimeType, @Nullable Annotations annotations, JsonObject meta) {
          return new AudioContent(data, mimeType, annotations, meta);
        }

        @Override
        void writeMembers(JsonOutput out, AudioContent value) {
          writeMembers(out, value.data(), value.mimeType(), value.annotations(), value.meta());
        }
      };

  /** A link has the members of a resource. */
  static final ObjectType<ResourceLink> RESOURCE_LINK =
      new ObjectType<>(ResourceLink.class) {
        @Override
        ResourceLink readMembers(JsonInput in) {
          Resource resource = ResourceTypes.RESOURCE.readMembers(in);
          return new ResourceLink(
              resource.uri(),
              resource.name(),
              resource.title(),
              resource.description(),
              resource.mimeType(),
              resource.size(),
              resource.icons(),
              resource.annotations(),
              resource.meta());
        }

        @Override
        void writeMembers(JsonOutput out, ResourceLink value) {
          out.member("type", "resource_link");
          ResourceTypes.RESOURCE.writeMembers(
              out,
              new Resource(
                  value.uri(),
                  value.name(),
                  value.title(),
                  value.description(),
                  value.mimeType(),
                  value.size(),
                  value.icons(),
                  value.annotations(),
                  value.meta()));
        }
      };

  static final ObjectType<EmbeddedResource> EMBEDDED_RESOURCE =
      new ObjectType<>(EmbeddedResource.class) {
        @Override
        EmbeddedResource readMembers(JsonInput in) {
          ResourceContents resource = null;
          Annotations annotations = null;
          JsonObject meta = JsonObject.EMPTY;
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "type" -> in.constant("resource");
              case "resource" -> resource = in.read(ContentsTypes.CONTENTS);
              case "annotations" -> annotations = in.optional(ANNOTATIONS);
              case "_meta" -> meta = in.optional(OBJECT, JsonObject.EMPTY);
              default -> in.skip();
            }
          }
          return new EmbeddedResource(in.required(resource, "resource"), annotations, meta);
        }

        @Override
        void writeMembers(JsonOutput out, EmbeddedResource value) {
          out.member("type", "resource");
          out.member("resource", ContentsTypes.CONTENTS, value.resource());
          out.member("annotations", ANNOTATIONS, value.annotations());
          out.optional("_meta", OBJECT, value.meta(), JsonObject.EMPTY);
        }
      };

  static final ObjectType<ToolUseContent> TOOL_USE =
      new ObjectType<>(ToolUseContent.class) {
        @Override
        ToolUseContent readMembers(JsonInput in) {
          String id = null;
          String name = null;
          JsonObject input = null;
          JsonObject meta = JsonObject.EMPTY;
          for (String member; (member = in.nextMember()) != null; ) {
            switch (member) {
              case "type" -> in.constant("tool_use");
              case "id" -> id = in.read(STRING);
              case "name" -> name = in.read(STRING);
              case "input" -> input = in.read(OBJECT);
              case "_meta" -> meta = in.optional(OBJECT, JsonObject.EMPTY);
              default -> in.skip();
            }
          }
          return new ToolUseContent(
              in.required(id, "id"), in.required(name, "name"), in.required(input, "input"), meta);
        }

        @Override
        void writeMembers(JsonOutput out, ToolUseContent value) {
          out.member("type", "tool_use");
          out.member("id", value.id());
          out.member("name", value.name());
          out.member("input", OBJECT, value.input());
          out.optional("_meta", OBJECT, value.meta(), JsonObject.EMPTY);
        }
      };

  static final ObjectType<ToolResultContent> TOOL_RESULT =
      new ObjectType<>(ToolResultContent.class) {
        @Override
        ToolResultContent readMembers(JsonInput in) {
          String toolUseId = null;
          List<ContentBlock> content = null;
          JsonNode structuredContent = null;
          Boolean isError = null;
          JsonObject meta = JsonObject.EMPTY;
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "type" -> in.constant("tool_result");
              case "toolUseId" -> toolUseId = in.read(STRING);
              case "content" -> content = in.list(CONTENT);
              case "structuredContent" -> structuredContent = in.read(TREE);
              case "isError" -> isError = in.optional(BOOLEAN);
              case "_meta" -> meta = in.optional(OBJECT, JsonObject.EMPTY);
              default -> in.skip();
            }
          }
          return new ToolResultContent(
              in.required(toolUseId, "toolUseId"),
              in.required(content, "content"),
              structuredContent,
              isError,
              meta);
        }

        @Override
        void writeMembers(JsonOutput out, ToolResultContent value) {
          out.member("type", "tool_result");
          out.member("toolUseId", value.toolUseId());
          out.list("content", CONTENT, value.content());
          out.member("structuredContent", TREE, value.structuredContent());
          out.member("isError", BOOLEAN, value.isError());
          out.optional("_meta", OBJECT, value.meta(), JsonObject.EMPTY);
        }
      };

  static final KeptType<UnrecognizedContent> UNRECOGNIZED =
      new KeptType<>(
          UnrecognizedContent.class, UnrecognizedContent::new, UnrecognizedContent::json);

  static final JsonType<ContentBlock> CONTENT =
      new UnionType<>(
          ContentBlock.class,
          "type",
          Map.of(
              "text", TEXT,
              "image", IMAGE,
              "audio", AUDIO,
              "resource_link", RESOURCE_LINK,
              "resource", EMBEDDED_RESOURCE)) {
        @Override
        ContentBlock unrecognized(String type, JsonObject json) {
          return new UnrecognizedContent(json);
        }
      };

  static final JsonType<SamplingMessageContentBlock> SAMPLING_CONTENT =
      new UnionType<>(
          SamplingMessageContentBlock.class,
          "type",
          Map.of(
              "text", TEXT,
              "image", IMAGE,
              "audio", AUDIO,
              "tool_use", TOOL_USE,
              "tool_result", TOOL_RESULT)) {
        @Override
        SamplingMessageContentBlock unrecognized(String type, JsonObject json) {
          return new UnrecognizedContent(json);
        }
      };

  static final List<JsonType<?>> ALL =
      List.of(
          TEXT,
          IMAGE,
          AUDIO,
          RESOURCE_LINK,
          EMBEDDED_RESOURCE,
          TOOL_USE,
          TOOL_RESULT,
          UNRECOGNIZED,
          CONTENT,
          SAMPLING_CONTENT);

  private ContentTypes() {}
}
