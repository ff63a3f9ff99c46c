/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import static dev.mcp4j.jsonrpc.json.Scalars.OBJECT;
import static dev.mcp4j.jsonrpc.json.Scalars.STRING;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.roots.ListRootsRequest;
import dev.mcp4j.api.roots.ListRootsResult;
import dev.mcp4j.api.roots.Root;
import java.util.List;

/** The folders a client works on. */
final class RootTypes {
  static final ObjectType<Root> ROOT =
      new ObjectType<>(Root.class) {
        @Override
        Root readMembers(JsonInput in) {
          String uri = null;
          String name = null;
          JsonObject meta = JsonObject.EMPTY;
          for (String member; (member = in.nextMember()) != null; ) {
            switch (member) {
              case "uri" -> uri = in.read(STRING);
              case "name" -> name = in.optional(STRING);
              case "_meta" -> meta = in.optional(OBJECT, JsonObject.EMPTY);
              default -> in.skip();
            }
          }
          return new Root(in.required(uri, "uri"), name, meta);
        }

        @Override
        void writeMembers(JsonOutput out, Root value) {
          out.member("uri", value.uri());
          out.member("name", STRING, value.name());
          out.optional("_meta", OBJECT, value.meta(), JsonObject.EMPTY);
        }
      };

  /** The parameters of the question: nothing but metadata of any kind. */
  private static final ObjectType<JsonObject> LIST_PARAMS =
      new BareType<>(JsonObject.class, OBJECT, JsonObject.EMPTY, meta -> meta, params -> params);

  static final ObjectType<ListRootsRequest> LIST_REQUEST =
      new ObjectType<>(ListRootsRequest.class) {
        @Override
        ListRootsRequest readMembers(JsonInput in) {
          JsonObject meta = JsonObject.EMPTY;
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "method" -> in.constant("roots/list");
              case "params" -> meta = in.optional(LIST_PARAMS, JsonObject.EMPTY);
              default -> in.skip();
            }
          }
          return new ListRootsRequest(meta);
        }

        @Override
        void writeMembers(JsonOutput out, ListRootsRequest value) {
          out.member("method", "roots/list");
          out.optional("params", LIST_PARAMS, value.meta(), JsonObject.EMPTY);
        }
      };

  static final ObjectType<ListRootsResult> LIST_RESULT =
      new ObjectType<>(ListRootsResult.class) {
        @Override
        ListRootsResult readMembers(JsonInput in) {
          List<Root> roots = null;
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "roots" -> roots = in.list(ROOT);
              default -> in.skip();
            }
          }
          return new ListRootsResult(in.required(roots, "roots"));
        }

        @Override
        void writeMembers(JsonOutput out, ListRootsResult value) {
          out.list("roots", ROOT, value.roots());
        }
      };

  static final List<JsonType<?>> ALL = List.of(ROOT, LIST_REQUEST, LIST_RESULT);

  private RootTypes() {}
}
