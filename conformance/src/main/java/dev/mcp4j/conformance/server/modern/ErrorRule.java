/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.modern;

import dev.mcp4j.conformance.engine.Profile;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.Ask;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.server.common.Rule;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Errors have codes that mean what they are used for, and the data that goes with them. */
final class ErrorRule implements Rule {
  private static final Set<Integer> DEFINED = Set.of(-32020, -32021, -32022);
  private static final Set<Integer> STANDARD = Set.of(-32700, -32600, -32601, -32602, -32603);

  @Override
  public Set<String> checks() {
    return Set.of(
        "error.code-integer",
        "error.code.reserved-undefined",
        "error.code.reserved-meaning",
        "error.code.retired",
        "error.code.legacy-range-unused",
        "error.code.own-outside-reserved",
        "schema.unsupported-version-error",
        "schema.missing-capability-error",
        "http.version.unsupported-status",
        "http.header-mismatch.status",
        "capability.missing-status");
  }

  @Override
  public void look(Trial trial, Reply reply) {
    JsonNode error = reply.error();
    if (error.isObject() && isModern(reply.ask())) {
      code(trial, reply, error);
    }
  }

  /** A server with legacy revisions has the codes of those for requests of theirs. */
  private static boolean isModern(Ask ask) {
    return ask.isReadable() && ask.meta().has(Ask.VERSION);
  }

  private static void code(Trial trial, Reply reply, JsonNode error) {
    JsonNode node = error.path("code");
    String shown = Json.brief(error);
    trial.observe("error.code-integer", isInteger(node), "a code that is an integer", shown);
    if (!isInteger(node) || !node.canConvertToInt()) {
      return;
    }
    int code = node.intValue();
    trial.observe(
        "error.code.reserved-undefined",
        code < -32099 || code > -32020 || DEFINED.contains(code),
        "no undefined code from -32099 to -32020",
        shown);
    trial.observe(
        "error.code.retired", code != -32002 && code != -32042, "neither -32002 nor -32042", shown);
    trial.observe(
        "error.code.legacy-range-unused",
        code < -32019 || code > -32000,
        "no code from -32019 to -32000",
        shown);
    boolean ownReserved = code >= -32768 && code < -32099 && !STANDARD.contains(code);
    trial.observe(
        "error.code.own-outside-reserved",
        !ownReserved,
        "a code of JSON-RPC, or one outside of -32768 to -32000",
        shown);
    defined(trial, reply, error, code);
  }

  private static void defined(Trial trial, Reply reply, JsonNode error, int code) {
    boolean sound = reply.ask().isSound();
    String shown = Json.brief(error);
    boolean meant =
        switch (code) {
          case -32020 -> trial.isHttp() && !sound;
          case -32022 -> !sound;
          case -32021 -> !isFullyCapable(reply.ask(), trial.profile());
          default -> true;
        };
    if (DEFINED.contains(code)) {
      trial.observe(
          "error.code.reserved-meaning",
          meant,
          "the code " + code + " only where it is defined for",
          shown + " for a request without that fault");
    }
    if (code == -32020) {
      status(trial, reply, "http.header-mismatch.status");
    } else if (code == -32021) {
      status(trial, reply, "capability.missing-status");
      shape(
          trial, "schema.missing-capability-error", "MissingRequiredClientCapabilityError", error);
    } else if (code == -32022) {
      status(trial, reply, "http.version.unsupported-status");
      shape(trial, "schema.unsupported-version-error", "UnsupportedProtocolVersionError", error);
    }
  }

  private static boolean isFullyCapable(Ask ask, Profile profile) {
    JsonNode capabilities = ask.capabilities();
    JsonNode sampling = capabilities.path("sampling");
    JsonNode elicitation = capabilities.path("elicitation");
    return capabilities.has("roots")
        && sampling.has("tools")
        && sampling.has("context")
        && elicitation.has("form")
        && elicitation.has("url")
        && profile
            .capabilities()
            .path("extensions")
            .propertyStream()
            .allMatch(extension -> capabilities.path("extensions").has(extension.getKey()));
  }

  private static void status(Trial trial, Reply reply, String requirement) {
    if (trial.isHttp() && !reply.isStream()) {
      trial.observe(requirement, reply.status() == 400, "status 400", reply.brief());
    }
  }

  private static void shape(Trial trial, String requirement, String shape, JsonNode error) {
    var problems = trial.shapes().problems(shape, error);
    trial.observe(
        requirement,
        problems.isEmpty(),
        "the data that the schema has for it",
        Json.brief(error) + ": " + problems);
  }

  private static boolean isInteger(JsonNode node) {
    return node.isIntegralNumber()
        || (node.isNumber() && node.decimalValue().stripTrailingZeros().scale() <= 0);
  }
}
