/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import static dev.mcp4j.jsonrpc.json.Scalars.OBJECT;
import static dev.mcp4j.jsonrpc.json.Scalars.STRING;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.resource.BlobResourceContents;
import dev.mcp4j.api.resource.ReadResourceRequestParams;
import dev.mcp4j.api.resource.ReadResourceResult;
import dev.mcp4j.api.resource.ResourceContents;
import dev.mcp4j.api.resource.TextResourceContents;
import dev.mcp4j.api.resource.UnrecognizedResourceContents;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is in a resource, and how to read it. */
final class ContentsTypes {
  static final ObjectType<TextResourceContents> TEXT =
      new ObjectType<>(TextResourceContents.class) {
        @Override
        TextResourceContents readMembers(JsonInput in) {
          String uri = null;
          String mimeType = null;
          String text = null;
          JsonObject meta = JsonObject.EMPTY;
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "uri" -> uri = in.read(STRING);
              case "mimeType" -> mimeType = in.optional(STRING);
              case "text" -> text = in.read(STRING);
              case "_meta" -> meta = in.optional(OBJECT, JsonObject.EMPTY);
              default -> in.skip();
            }
          }
          return new TextResourceContents(
              in.required(uri, "uri"), mimeType, in.required(text, "text"), meta);
        }

        @Override
        void writeMembers(JsonOutput out, TextResourceContents value) {
          out.member("uri", value.uri());
          out.member("mimeType", STRING, value.mimeType());
          out.member("text", value.text());
          out.optional("_meta", OBJECT, value.meta(), JsonObject.EMPTY);
        }
      };

  static final ObjectType<BlobResourceContents> BLOB =
      new ObjectType<>(BlobResourceContents.class) {
        @Override
        BlobResourceContents readMembers(JsonInput in) {
          String uri = null;
          String mimeType = null;
          String blob = null;
          JsonObject meta = JsonObject.EMPTY;
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "uri" -> uri = in.read(STRING);
              case "mimeType" -> mimeType = in.optional(STRING);
              case "blob" -> blob = in.read(STRING);
              case "_meta" -> meta = in.optional(OBJECT, JsonObject.EMPTY);
              default -> in.skip();
            }
          }
          return new BlobResourceContents(
              in.required(uri, "uri"), mimeType, in.required(blob, "blob"), meta);
        }

        @Override
        void writeMembers(JsonOutput out, BlobResourceContents value) {
          out.member("uri", value.uri());
          out.member("mimeType", STRING, value.mimeType());
          out.member("blob", value.blob());
          out.optional("_meta", OBJECT, value.meta(), JsonObject.EMPTY);
        }
      };

  static final KeptType<UnrecognizedResourceContents> UNRECOGNIZED =
      new KeptType<>(
          UnrecognizedResourceContents.class,
          UnrecognizedResourceContents::new,
          UnrecognizedResourceContents::json);

  /** Told apart by the member that holds the data, so the object is a tree in between. */
  static final JsonType<ResourceContents> CONTENTS =
      new JsonType<>(ResourceContents.class) {
        @Override
        ResourceContents read(JsonInput in) {
          in.startObject();
          ObjectNode node = in.restOfObject(JsonNodeFactory.instance.objectNode());
          if (node.hasNonNull("text")) {
            return in.fromTree(node, TEXT::read);
          }
          return node.hasNonNull("blob")
              ? in.fromTree(node, BLOB::read)
              : in.fromTree(node, UNRECOGNIZED::read);
        }

        @Override
        void write(JsonOutput out, ResourceContents value) {
          JsonTypes.write(out, value);
        }
      };

  static final ObjectType<ReadResourceRequestParams> READ_PARAMS =
      new ObjectType<>(ReadResourceRequestParams.class) {
        @Override
        ReadResourceRequestParams readMembers(JsonInput in) {
          String uri = null;
          RetryMembers retry = new RetryMembers();
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "uri" -> uri = in.read(STRING);
              default -> retry.read(name, in);
            }
          }
          return new ReadResourceRequestParams(
              in.required(uri, "uri"), retry.inputResponses, retry.requestState, retry.meta);
        }

        @Override
        void writeMembers(JsonOutput out, ReadResourceRequestParams value) {
          out.member("uri", value.uri());
          RetryMembers.write(out, value);
        }
      };

  static final ObjectType<ReadResourceResult> READ_RESULT =
      new ObjectType<>(ReadResourceResult.class) {
        @Override
        ReadResourceResult readMembers(JsonInput in) {
          List<ResourceContents> contents = null;
          CacheMembers cache = new CacheMembers();
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "contents" -> contents = in.list(CONTENTS);
              default -> cache.read(name, in);
            }
          }
          return new ReadResourceResult(
              in.required(contents, "contents"), cache.cacheHints(), cache.meta);
        }

        @Override
        void writeMembers(JsonOutput out, ReadResourceResult value) {
          out.list("contents", CONTENTS, value.contents());
          CacheMembers.write(out, value);
        }
      };

  static final List<JsonType<?>> ALL =
      List.of(TEXT, BLOB, UNRECOGNIZED, CONTENTS, READ_PARAMS, READ_RESULT);

  private ContentsTypes() {}
}
