/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.modern;

import dev.mcp4j.conformance.engine.Checks;
import dev.mcp4j.conformance.engine.Feature;
import dev.mcp4j.conformance.engine.Needs;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.Ask;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.rules.Generators;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;

/** The metadata of requests and results. */
class MetaProperties extends Generators {
  @Property
  @Checks({"meta.request.missing-field-code", "meta.request.missing-field-status"})
  void requestWithoutCapabilitiesIsRefused(@ForAll("methods") String method, Trial trial) {
    Reply reply = trial.send(trial.ask(method).withoutMeta(Ask.CAPABILITIES));
    trial.expect("meta.request.missing-field-code", reply).error(-32602);
    trial.expect("meta.request.missing-field-status", reply).status(400);
  }

  @Property
  @Checks({"meta.request.missing-field-code", "meta.request.missing-field-status"})
  @Needs(Feature.MODERN_ONLY)
  void requestWithoutVersionIsRefused(@ForAll("methods") String method, Trial trial) {
    Ask ask = trial.ask(method).withoutMeta(Ask.VERSION);
    ask.headers().put("MCP-Protocol-Version", ModernSuite.VERSION);
    Reply reply = trial.send(ask);
    // Over HTTP the header has nothing to match, which is another good reason to refuse.
    if (trial.isHttp()) {
      trial.expect("meta.request.missing-field-code", reply).error(-32602, -32020);
    } else {
      trial.expect("meta.request.missing-field-code", reply).error(-32602);
    }
    trial.expect("meta.request.missing-field-status", reply).status(400);
  }

  @Provide
  Arbitrary<String> methods() {
    return Arbitraries.of("server/discover", "tools/list", "resources/list", "prompts/list");
  }

  @Property
  @Checks("meta.no-assumptions")
  void undefinedReservedKeysMayHoldAnything(
      @ForAll("reservedKeys") String key, @ForAll("values") JsonNode value, Trial trial) {
    Reply reply = trial.send(trial.ask("server/discover").meta(key, value));
    trial.expect("meta.no-assumptions", reply).result();
  }

  @Provide
  Arbitrary<String> reservedKeys() {
    return names().map(name -> "io.modelcontextprotocol/conformance-" + name.replace('_', 'x'));
  }

  @Property
  @Checks("meta.trace-format")
  void traceContextDoesNotDisturb(@ForAll("traceParents") String parent, Trial trial) {
    Ask ask =
        trial
            .ask("server/discover")
            .meta("traceparent", Json.string(parent))
            .meta("tracestate", Json.string("vendor=value"))
            .meta("baggage", Json.string("key=value"));
    trial.expect("meta.trace-format", trial.send(ask)).result();
  }

  @Provide
  Arbitrary<String> traceParents() {
    return Arbitraries.longs().greaterOrEqual(1).map(n -> "00-%032x-%016x-01".formatted(n, n));
  }

  @Property
  @Checks("identity.no-behaviour")
  void nameOfTheClientChangesNothing(@ForAll("clientNames") String name, Trial trial) {
    JsonNode before = trial.send(trial.ask("server/discover")).result().path("capabilities");
    JsonNode info = Json.object().put("name", name).put("version", "0");
    Reply reply = trial.send(trial.ask("server/discover").meta(Ask.CLIENT_INFO, info));
    trial.expect("identity.no-behaviour", reply).resultHas("/capabilities", before);
  }

  @Provide
  Arbitrary<String> clientNames() {
    return Arbitraries.oneOf(
        Arbitraries.of("", "claude-ai", "mcp-inspector", "../../etc", "admin"),
        texts().ofMaxLength(30));
  }

  @Property
  @Checks("base.core-supported")
  void requestWithoutNameOfTheClientIsServed(@ForAll("ids") JsonNode id, Trial trial) {
    Ask ask = trial.ask("server/discover").id(id);
    ask.meta().remove(Ask.CLIENT_INFO);
    trial.expect("base.core-supported", trial.send(ask)).result();
  }

  @Property
  @Checks("extension.one-sided")
  void unknownExtensionOfTheClientDoesNotDisturb(
      @ForAll("foreignKeys") String extension, @ForAll("values") JsonNode value, Trial trial) {
    var extensions = Json.object();
    extensions.set(extension, Json.object());
    var capabilities = Json.object();
    capabilities.set("extensions", extensions);
    capabilities.putObject("experimental").putObject("conformance").set("value", value);
    Reply reply = trial.send(trial.ask("server/discover").meta(Ask.CAPABILITIES, capabilities));
    trial.expect("extension.one-sided", reply).answered();
  }
}
