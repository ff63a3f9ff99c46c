/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Faults of what a client writes into its messages. */
final class ClientMessageFaults {
  private static final String EVERY_KIND = "Exchange.everyKind";
  private static final String META = "io.modelcontextprotocol/";

  private ClientMessageFaults() {}

  static List<ClientFault> all() {
    return List.of(
        in(EVERY_KIND, message("requests have no id", "request.id.present", m -> m.remove("id"))),
        in(EVERY_KIND, message("ids are null", "request.id.not-null", m -> m.putNull("id"))),
        message(
            "all calls have the same id",
            "request.id.unique-in-flight",
            m -> {
              if (m.path("method").stringValue("").equals("tools/call")) {
                m.put("id", 1);
              }
            }),
        in(
            EVERY_KIND,
            message("it is JSON-RPC 1.0", "jsonrpc.valid", m -> m.put("jsonrpc", "1.0"))),
        meta(
            "the version is missing",
            "meta.request.required-fields",
            m -> m.remove(META + "protocolVersion")),
        meta(
            "the capabilities are missing",
            "meta.request.required-fields",
            m -> m.remove(META + "clientCapabilities")),
        meta(
            "the client is nameless",
            "meta.request.client-info",
            m -> m.remove(META + "clientInfo")),
        meta("a prefix is no series of labels", "meta.prefix-labels", m -> m.put(".example/x", 1)),
        meta("a label begins with a digit", "meta.label-form", m -> m.put("com.1example/x", 1)),
        meta("a name ends with a dash", "meta.name-form", m -> m.put("com.example/x-", 1)),
        meta(
            "the trace has no version",
            "meta.trace-format",
            m -> {
              String parent = m.path("traceparent").stringValue("");
              if (!parent.isEmpty()) {
                m.put("traceparent", parent.substring(3));
              }
            }),
        meta(
            "all progress tokens are the same",
            "progress.token-unique",
            m -> {
              if (m.has("progressToken")) {
                m.put("progressToken", "token");
              }
            }),
        in(
            "Exchange.progress",
            meta(
                "progress tokens are fractions",
                "progress.token-type",
                m -> {
                  if (m.has("progressToken")) {
                    m.put("progressToken", 0.5);
                  }
                })),
        capabilities(
            "elicitation is not declared", "elicit.capability", (m, c) -> c.remove("elicitation")),
        capabilities(
            "elicitation is declared without a mode",
            "elicit.some-mode",
            (m, c) -> {
              if (c.has("elicitation")) {
                c.putObject("elicitation").putObject("later");
              }
            }),
        capabilities(
            "sampling is not declared", "sampling.capability", (m, c) -> c.remove("sampling")),
        capabilities(
            "tools of sampling are not declared",
            "sampling.tools-declared",
            (m, c) -> {
              if (c.has("sampling")) {
                c.putObject("sampling");
              }
            }),
        capabilities(
            "roots are declared only when tools are called",
            "roots.capability",
            (m, c) -> {
              if (!m.path("method").stringValue("").equals("tools/call")) {
                c.remove("roots");
              }
            }),
        in(
            EVERY_KIND,
            capabilities(
                "an extension has no prefix",
                "extension.id-form",
                (m, c) -> c.putObject("extensions").putObject("tasks"))),
        message(
            "a name that is no string",
            "schema.client-request",
            m -> {
              if (m.path("params").has("name")) {
                ((ObjectNode) m.path("params")).put("name", 7);
              }
            }),
        message(
            "names of tools are compared in lower case",
            "tool.name-case",
            m -> {
              JsonNode name = m.path("params").path("name");
              if (name.isString()) {
                ((ObjectNode) m.path("params"))
                    .put("name", name.stringValue().toLowerCase(Locale.ROOT));
              }
            }),
        message(
            "cursors are trimmed",
            "page.cursor-opaque",
            m -> {
              JsonNode cursor = m.path("params").path("cursor");
              if (cursor.isString()) {
                ((ObjectNode) m.path("params")).put("cursor", cursor.stringValue() + "=");
              }
            }));
  }

  private static ClientFault message(String name, String requirement, Consumer<ObjectNode> change) {
    return ClientFault.of(
        Fault.request(
            name,
            requirement,
            request -> {
              ObjectNode message = request.message();
              change.accept(message);
              request.message(message);
              return Optional.empty();
            }));
  }

  private static ClientFault meta(String name, String requirement, Consumer<ObjectNode> change) {
    ClientFault fault =
        message(name, requirement, message -> change.accept(message.withObject("/params/_meta")));
    return requirement.startsWith("meta.") && !requirement.equals("meta.trace-format")
        ? in(EVERY_KIND, fault)
        : fault;
  }

  private static ClientFault capabilities(
      String name, String requirement, BiConsumer<ObjectNode, ObjectNode> change) {
    return message(
        name,
        requirement,
        message -> {
          JsonNode there = message.path("params").path("_meta").path(META + "clientCapabilities");
          if (there instanceof ObjectNode capabilities) {
            change.accept(message, capabilities);
          }
        });
  }

  private static ClientFault in(String property, ClientFault fault) {
    return ClientFault.of(fault.fault().in(property));
  }
}
