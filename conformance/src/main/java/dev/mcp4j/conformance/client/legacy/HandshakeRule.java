/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.legacy;

import dev.mcp4j.conformance.client.ClientRule;
import dev.mcp4j.conformance.client.Stage;
import dev.mcp4j.conformance.driver.Setup;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.script.Asked;
import dev.mcp4j.conformance.script.Script;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A handshake comes first, and what was agreed in it holds from then on. */
final class HandshakeRule implements ClientRule {
  @Override
  public Set<String> checks() {
    return Set.of(
        "lifecycle.initialize-first",
        "lifecycle.initialize-request",
        "lifecycle.initialized-sent",
        "lifecycle.client-version-supported",
        "lifecycle.negotiated-version",
        "http.version-header.after-initialize",
        "http.version-header.negotiated",
        "http.session.client-sends",
        "http.get.client-accept",
        "elicit.capability",
        "elicit.some-mode",
        "sampling.capability",
        "sampling.tools-declared",
        "roots.capability");
  }

  @Override
  public void look(Trial trial, Stage stage, List<Asked> all) {
    List<Asked> messages = all.stream().filter(Asked::isMessage).toList();
    if (messages.isEmpty()) {
      return;
    }
    Asked first = messages.get(0);
    trial.observe(
        "lifecycle.initialize-first", first.is("initialize"), "initialize", first.method());
    messages.stream()
        .filter(asked -> asked.is("initialize"))
        .forEach(asked -> initialize(trial, stage.setup(), asked));
    boolean agreed = false;
    boolean announced = false;
    for (Asked asked : all) {
      if (asked.is("initialize")) {
        agreed =
            asked
                .givenResult()
                .path("protocolVersion")
                .stringValue("")
                .equals(Script.LEGACY_VERSION);
        announced = false;
      } else if (agreed) {
        announced |= asked.is("notifications/initialized");
        if (asked.isRequest() && !asked.is("ping")) {
          trial.observe(
              "lifecycle.initialized-sent",
              announced,
              "notifications/initialized before other requests",
              asked.method());
        }
        asked.http().ifPresent(request -> headers(trial, asked));
      }
    }
  }

  private static void headers(Trial trial, Asked asked) {
    String version = asked.header("MCP-Protocol-Version").orElse("none");
    trial.observe(
        "http.version-header.after-initialize",
        !version.equals("none"),
        "the header MCP-Protocol-Version",
        version);
    for (String requirement :
        List.of("lifecycle.negotiated-version", "http.version-header.negotiated")) {
      trial.observe(
          requirement,
          version.equals("none") || version.equals(Script.LEGACY_VERSION),
          Script.LEGACY_VERSION,
          version);
    }
    String session = asked.header("Mcp-Session-Id").orElse("none");
    trial.observe(
        "http.session.client-sends",
        session.startsWith(LegacyClientRules.SESSION),
        "Mcp-Session-Id: " + LegacyClientRules.SESSION,
        session);
    if (asked.http().orElseThrow().verb().equals("GET")) {
      String accept = asked.header("Accept").orElse("").toLowerCase(Locale.ROOT);
      boolean events = accept.contains("text/event-stream");
      trial.observe("http.get.client-accept", events, "text/event-stream", accept);
    }
  }

  private static void initialize(Trial trial, Setup setup, Asked asked) {
    JsonNode params = asked.params();
    String shown = Json.brief(params);
    boolean complete =
        params.path("protocolVersion").isString()
            && params.path("capabilities").isObject()
            && params.path("clientInfo").path("name").isString()
            && params.path("clientInfo").path("version").isString();
    trial.observe(
        "lifecycle.initialize-request", complete, "version, capabilities and clientInfo", shown);
    String version = params.path("protocolVersion").stringValue("");
    trial.observe(
        "lifecycle.client-version-supported",
        version.equals(Script.LEGACY_VERSION),
        "the revision that the client was told to speak",
        version);
    JsonNode declared = params.path("capabilities");
    if (setup.handles("elicitation") || setup.handles("url")) {
      demand(trial, "elicit.capability", declared, "elicitation");
    }
    JsonNode elicitation = declared.path("elicitation");
    if (elicitation.isObject()) {
      boolean some = elicitation.isEmpty() || elicitation.has("form") || elicitation.has("url");
      trial.observe("elicit.some-mode", some, "form or url", Json.brief(elicitation));
    }
    if (setup.handles("sampling") || setup.handles("sampling-tools")) {
      demand(trial, "sampling.capability", declared, "sampling");
    }
    if (setup.handles("sampling-tools")) {
      demand(trial, "sampling.tools-declared", declared.path("sampling"), "tools");
    }
    if (setup.handles("roots")) {
      demand(trial, "roots.capability", declared, "roots");
    }
  }

  private static void demand(Trial trial, String requirement, JsonNode declared, String member) {
    boolean there = declared.path(member).isObject();
    trial.observe(requirement, there, member + " among the capabilities", Json.brief(declared));
  }
}
