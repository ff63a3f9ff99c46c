/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.modern;

import dev.mcp4j.conformance.client.ClientRule;
import dev.mcp4j.conformance.client.Stage;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.HeaderText;
import dev.mcp4j.conformance.script.Asked;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Over HTTP, headers say again what the body says. */
final class HeaderRule implements ClientRule {
  /** Which parameter is repeated as the name, by method. */
  private static final Map<String, String> NAMES =
      Map.of("tools/call", "name", "prompts/get", "name", "resources/read", "uri");

  @Override
  public Set<String> checks() {
    return Set.of(
        "http.client-metadata-headers",
        "http.version-header.sent",
        "http.version-header.equals-body",
        "http.standard-headers",
        "http.name-encoded",
        "http.sentinel.exact",
        "http.sentinel.lookalike-encoded");
  }

  @Override
  public void look(Trial trial, Stage stage, List<Asked> all) {
    ClientRules.requests(all).stream()
        .filter(asked -> asked.http().isPresent())
        .forEach(asked -> look(trial, asked));
  }

  private static void look(Trial trial, Asked asked) {
    String version = asked.header("MCP-Protocol-Version").orElse("");
    String method = asked.header("Mcp-Method").orElse("");
    trial.observe(
        "http.version-header.sent", !version.isEmpty(), "the header MCP-Protocol-Version", "none");
    trial.observe(
        "http.client-metadata-headers",
        !version.isEmpty() && !method.isEmpty(),
        "the headers MCP-Protocol-Version and Mcp-Method",
        "MCP-Protocol-Version: " + version + ", Mcp-Method: " + method);
    String inBody = asked.meta("protocolVersion").stringValue("");
    if (!version.isEmpty() && !inBody.isEmpty()) {
      trial.observe("http.version-header.equals-body", version.equals(inBody), inBody, version);
    }
    trial.observe(
        "http.standard-headers",
        method.equals(asked.method()),
        "Mcp-Method: " + asked.method(),
        "Mcp-Method: " + method);
    String member = NAMES.get(asked.method());
    if (member != null && asked.params().path(member).isString()) {
      name(trial, asked, asked.params().path(member).stringValue());
    }
  }

  private static void name(Trial trial, Asked asked, String name) {
    String header = asked.header("Mcp-Name").orElse(null);
    trial.observe("http.standard-headers", header != null, "the header Mcp-Name", "none");
    if (header != null) {
      String plain = HeaderText.encode(name).equals(name) ? "http.standard-headers" : null;
      compare(trial, plain == null ? "http.name-encoded" : plain, header, Json.string(name));
    }
  }

  /** Compares a header with the value that it repeats, of whatever primitive type. */
  static void compare(Trial trial, String requirement, String header, JsonNode value) {
    String text = value.isString() ? value.stringValue() : Json.write(value);
    String encoded = HeaderText.base64(text);
    boolean right = header.equals(encoded) || header.equals(HeaderText.encode(text));
    String shown = Json.brief(Json.string(header));
    String expected = Json.brief(Json.string(HeaderText.encode(text)));
    boolean lookalike = text.startsWith("=?base64?") && text.endsWith("?=");
    if (lookalike) {
      trial.observe("http.sentinel.lookalike-encoded", !header.equals(text), expected, shown);
    }
    boolean marked = !right && header.equalsIgnoreCase(encoded);
    trial.observe("http.sentinel.exact", !marked, expected, shown);
    trial.observe(requirement, right || marked, expected, shown);
  }
}
