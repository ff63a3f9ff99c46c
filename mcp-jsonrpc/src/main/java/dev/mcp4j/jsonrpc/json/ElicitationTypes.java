/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import static dev.mcp4j.jsonrpc.json.FormTypes.FORM;
import static dev.mcp4j.jsonrpc.json.Scalars.OBJECT;
import static dev.mcp4j.jsonrpc.json.Scalars.STRING;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.elicitation.ElicitAction;
import dev.mcp4j.api.elicitation.ElicitRequest;
import dev.mcp4j.api.elicitation.ElicitRequestFormParams;
import dev.mcp4j.api.elicitation.ElicitRequestParams;
import dev.mcp4j.api.elicitation.ElicitRequestURLParams;
import dev.mcp4j.api.elicitation.ElicitResult;
import dev.mcp4j.api.elicitation.FormSchema;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Asking the user of a client. */
final class ElicitationTypes {
  static final EnumType<ElicitAction> ACTION =
      new EnumType<>(ElicitAction.class, ElicitAction::wireName);

  private enum Mode {
    FORM,
    URL
  }

  private static final EnumType<Mode> MODE =
      new EnumType<>(Mode.class, mode -> mode == Mode.FORM ? "form" : "url");

  static final ObjectType<ElicitRequestFormParams> FORM_PARAMS =
      new ObjectType<>(ElicitRequestFormParams.class) {
        @Override
        ElicitRequestFormParams readMembers(JsonInput in) {
          String message = null;
          FormSchema requestedSchema = null;
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "mode" -> in.constant("form");
              case "message" -> message = in.read(STRING);
              case "requestedSchema" -> requestedSchema = in.read(FORM);
              default -> in.skip();
            }
          }
          return new ElicitRequestFormParams(
              in.required(message, "message"), in.required(requestedSchema, "requestedSchema"));
        }

        @Override
        void writeMembers(JsonOutput out, ElicitRequestFormParams value) {
          out.member("mode", "form");
          out.member("message", value.message());
          out.member("requestedSchema", FORM, value.requestedSchema());
        }
      };

  static final ObjectType<ElicitRequestURLParams> URL_PARAMS =
      new ObjectType<>(ElicitRequestURLParams.class) {
        @Override
        ElicitRequestURLParams readMembers(JsonInput in) {
          String message = null;
          String url = null;
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "mode" -> in.constant("url");
              case "message" -> message = in.read(STRING);
              case "url" -> url = in.read(STRING);
              default -> in.skip();
            }
          }
          return new ElicitRequestURLParams(
              in.required(message, "message"), in.required(url, "url"));
        }

        @Override
        void writeMembers(JsonOutput out, ElicitRequestURLParams value) {
          out.member("mode", "url");
          out.member("message", value.message());
          out.member("url", value.url());
        }
      };

  /** A form, unless the mode says otherwise; so the object is a tree in between. */
  static final JsonType<ElicitRequestParams> PARAMS =
      new JsonType<>(ElicitRequestParams.class) {
        @Override
        ElicitRequestParams read(JsonInput in) {
          in.startObject();
          ObjectNode node = in.restOfObject(JsonNodeFactory.instance.objectNode());
          Mode mode = node.hasNonNull("mode") ? in.fromMember(node, "mode", MODE) : Mode.FORM;
          return mode == Mode.FORM
              ? in.fromTree(node, FORM_PARAMS::read)
              : in.fromTree(node, URL_PARAMS::read);
        }

        @Override
        void write(JsonOutput out, ElicitRequestParams value) {
          JsonTypes.write(out, value);
        }
      };

  static final ObjectType<ElicitRequest> REQUEST =
      new ObjectType<>(ElicitRequest.class) {
        @Override
        ElicitRequest readMembers(JsonInput in) {
          ElicitRequestParams params = null;
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "method" -> in.constant("elicitation/create");
              case "params" -> params = in.read(PARAMS);
              default -> in.skip();
            }
          }
          return new ElicitRequest(in.required(params, "params"));
        }

        @Override
        void writeMembers(JsonOutput out, ElicitRequest value) {
          out.member("method", "elicitation/create");
          out.member("params", PARAMS, value.params());
        }
      };

  static final ObjectType<ElicitResult> RESULT =
      new ObjectType<>(ElicitResult.class) {
        @Override
        ElicitResult readMembers(JsonInput in) {
          ElicitAction action = null;
          JsonObject content = null;
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "action" -> action = in.read(ACTION);
              case "content" -> content = in.optional(OBJECT);
              default -> in.skip();
            }
          }
          return new ElicitResult(in.required(action, "action"), content);
        }

        @Override
        void writeMembers(JsonOutput out, ElicitResult value) {
          out.member("action", ACTION, value.action());
          out.member("content", OBJECT, value.content());
        }
      };

  static final List<JsonType<?>> ALL =
      List.of(ACTION, FORM_PARAMS, URL_PARAMS, PARAMS, REQUEST, RESULT);

  private ElicitationTypes() {}
}
