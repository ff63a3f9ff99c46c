/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import static dev.mcp4j.jsonrpc.json.CapabilityTypes.CLIENT_CAPABILITIES;
import static dev.mcp4j.jsonrpc.json.Scalars.INTEGER;
import static dev.mcp4j.jsonrpc.json.Scalars.STRING;
import static dev.mcp4j.jsonrpc.json.Scalars.TREE;

import dev.mcp4j.api.ClientCapabilities;
import dev.mcp4j.api.JsonRpcError;
import dev.mcp4j.api.MissingRequiredClientCapabilityData;
import dev.mcp4j.api.UnsupportedProtocolVersionData;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Errors and their details. */
final class ErrorTypes {
  static final ObjectType<JsonRpcError> ERROR =
      new ObjectType<>(JsonRpcError.class) {
        @Override
        JsonRpcError readMembers(JsonInput in) {
          Integer code = null;
          String message = null;
          JsonNode data = null;
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "code" -> code = in.read(INTEGER);
              case "message" -> message = in.read(STRING);
              case "data" -> data = in.read(TREE);
              default -> in.skip();
            }
          }
          return new JsonRpcError(in.required(code, "code"), in.required(message, "message"), data);
        }

        @Override
        void writeMembers(JsonOutput out, JsonRpcError value) {
          out.member("code", INTEGER, value.code());
          out.member("message", value.message());
          out.member("data", TREE, value.data());
        }
      };

  static final ObjectType<UnsupportedProtocolVersionData> UNSUPPORTED_VERSION =
      new ObjectType<>(UnsupportedProtocolVersionData.class) {
        @Override
        UnsupportedProtocolVersionData readMembers(JsonInput in) {
          List<String> supported = null;
          String requested = null;
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "supported" -> supported = in.list(STRING);
              case "requested" -> requested = in.read(STRING);
              default -> in.skip();
            }
          }
          return new UnsupportedProtocolVersionData(
              in.required(supported, "supported"), in.required(requested, "requested"));
        }

        @Override
        void writeMembers(JsonOutput out, UnsupportedProtocolVersionData value) {
          out.list("supported", STRING, value.supported());
          out.member("requested", value.requested());
        }
      };

  static final ObjectType<MissingRequiredClientCapabilityData> MISSING_CAPABILITY =
      new ObjectType<>(MissingRequiredClientCapabilityData.class) {
        @Override
        MissingRequiredClientCapabilityData readMembers(JsonInput in) {
          ClientCapabilities required = null;
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "requiredCapabilities" -> required = in.read(CLIENT_CAPABILITIES);
              default -> in.skip();
            }
          }
          return new MissingRequiredClientCapabilityData(
              in.required(required, "requiredCapabilities"));
        }

        @Override
        void writeMembers(JsonOutput out, MissingRequiredClientCapabilityData value) {
          out.member("requiredCapabilities", CLIENT_CAPABILITIES, value.requiredCapabilities());
        }
      };

  static final List<JsonType<?>> ALL = List.of(ERROR, UNSUPPORTED_VERSION, MISSING_CAPABILITY);

  private ErrorTypes() {}
}
