/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import static dev.mcp4j.jsonrpc.json.Scalars.BOOLEAN;
import static dev.mcp4j.jsonrpc.json.Scalars.OBJECT;

import dev.mcp4j.api.ClientCapabilities;
import dev.mcp4j.api.ElicitationCapability;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.ListCapability;
import dev.mcp4j.api.ResourcesCapability;
import dev.mcp4j.api.SamplingCapability;
import dev.mcp4j.api.ServerCapabilities;
import java.util.List;

/** What clients and servers can do. All of it is open. */
final class CapabilityTypes {
  static final ObjectType<SamplingCapability> SAMPLING =
      new ObjectType<>(SamplingCapability.class) {
        @Override
        SamplingCapability readMembers(JsonInput in) {
          JsonObject context = null;
          JsonObject tools = null;
          Others others = new Others(in);
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "context" -> context = others.fitting(name, OBJECT);
              case "tools" -> tools = others.fitting(name, OBJECT);
              default -> others.keep(name);
            }
          }
          return new SamplingCapability(context, tools, others.toObject());
        }

        @Override
        void writeMembers(JsonOutput out, SamplingCapability value) {
          out.member("context", OBJECT, value.context());
          out.member("tools", OBJECT, value.tools());
          out.others(value.other());
        }
      };

  static final ObjectType<ElicitationCapability> ELICITATION =
      new ObjectType<>(ElicitationCapability.class) {
        @Override
        ElicitationCapability readMembers(JsonInput in) {
          JsonObject form = null;
          JsonObject url = null;
          Others others = new Others(in);
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "form" -> form = others.fitting(name, OBJECT);
              case "url" -> url = others.fitting(name, OBJECT);
              default -> others.keep(name);
            }
          }
          return new ElicitationCapability(form, url, others.toObject());
        }

        @Override
        void writeMembers(JsonOutput out, ElicitationCapability value) {
          out.member("form", OBJECT, value.form());
          out.member("url", OBJECT, value.url());
          out.others(value.other());
        }
      };

  static final ObjectType<ClientCapabilities> CLIENT_CAPABILITIES =
      new ObjectType<>(ClientCapabilities.class) {
        @Override
        ClientCapabilities readMembers(JsonInput in) {
          ClientCapabilities.Builder builder = ClientCapabilities.builder();
          Others others = new Others(in);
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "roots" -> builder.roots(others.fitting(name, OBJECT));
              case "sampling" -> builder.sampling(others.fitting(name, SAMPLING));
              case "elicitation" -> builder.elicitation(others.fitting(name, ELICITATION));
              case "experimental" -> builder.experimental(others.fittingMap(name, OBJECT));
              case "extensions" -> builder.extensions(others.fittingMap(name, OBJECT));
              default -> others.keep(name);
            }
          }
          return builder.other(others.toObject()).build();
        }

        @Override
        void writeMembers(JsonOutput out, ClientCapabilities value) {
          out.member("roots", OBJECT, value.roots());
          out.member("sampling", SAMPLING, value.sampling());
          out.member("elicitation", ELICITATION, value.elicitation());
          out.optionalMap("experimental", OBJECT, value.experimental());
          out.optionalMap("extensions", OBJECT, value.extensions());
          out.others(value.other());
        }
      };

  static final ObjectType<ListCapability> LIST =
      new ObjectType<>(ListCapability.class) {
        @Override
        ListCapability readMembers(JsonInput in) {
          Boolean listChanged = null;
          Others others = new Others(in);
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "listChanged" -> listChanged = others.fitting(name, BOOLEAN);
              default -> others.keep(name);
            }
          }
          return new ListCapability(listChanged, others.toObject());
        }

        @Override
        void writeMembers(JsonOutput out, ListCapability value) {
          out.member("listChanged", BOOLEAN, value.listChanged());
          out.others(value.other());
        }
      };

  static final ObjectType<ResourcesCapability> RESOURCES =
      new ObjectType<>(ResourcesCapability.class) {
        @Override
        ResourcesCapability readMembers(JsonInput in) {
          Boolean subscribe = null;
          Boolean listChanged = null;
          Others others = new Others(in);
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "subscribe" -> subscribe = others.fitting(name, BOOLEAN);
              case "listChanged" -> listChanged = others.fitting(name, BOOLEAN);
              default -> others.keep(name);
            }
          }
          return new ResourcesCapability(subscribe, listChanged, others.toObject());
        }

        @Override
        void writeMembers(JsonOutput out, ResourcesCapability value) {
          out.member("subscribe", BOOLEAN, value.subscribe());
          out.member("listChanged", BOOLEAN, value.listChanged());
          out.others(value.other());
        }
      };

  static final ObjectType<ServerCapabilities> SERVER_CAPABILITIES =
      new ObjectType<>(ServerCapabilities.class) {
        @Override
        ServerCapabilities readMembers(JsonInput in) {
          ServerCapabilities.Builder builder = ServerCapabilities.builder();
          Others others = new Others(in);
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "tools" -> builder.tools(others.fitting(name, LIST));
              case "resources" -> builder.resources(others.fitting(name, RESOURCES));
              case "prompts" -> builder.prompts(others.fitting(name, LIST));
              case "completions" -> builder.completions(others.fitting(name, OBJECT));
              case "logging" -> builder.logging(others.fitting(name, OBJECT));
              case "experimental" -> builder.experimental(others.fittingMap(name, OBJECT));
              case "extensions" -> builder.extensions(others.fittingMap(name, OBJECT));
              default -> others.keep(name);
            }
          }
          return builder.other(others.toObject()).build();
        }

        @Override
        void writeMembers(JsonOutput out, ServerCapabilities value) {
          out.member("tools", LIST, value.tools());
          out.member("resources", RESOURCES, value.resources());
          out.member("prompts", LIST, value.prompts());
          out.member("completions", OBJECT, value.completions());
          out.member("logging", OBJECT, value.logging());
          out.optionalMap("experimental", OBJECT, value.experimental());
          out.optionalMap("extensions", OBJECT, value.extensions());
          out.others(value.other());
        }
      };

  static final List<JsonType<?>> ALL =
      List.of(SAMPLING, ELICITATION, CLIENT_CAPABILITIES, LIST, RESOURCES, SERVER_CAPABILITIES);

  private CapabilityTypes() {}
}
