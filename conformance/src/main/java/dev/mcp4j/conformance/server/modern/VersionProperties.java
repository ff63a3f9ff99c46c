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

/** Versions and discovery. */
class VersionProperties extends Generators {
  @Property
  @Checks({
    "version.unsupported-error",
    "http.version.unsupported-status",
    "schema.unsupported-version-error"
  })
  void unknownVersionIsRefusedWithTheKnownOnes(
      @ForAll("unknownVersions") String version, @ForAll("methods") String method, Trial trial) {
    Ask ask = trial.ask(method).meta(Ask.VERSION, Json.string(version)).spoiled();
    Reply reply = trial.send(ask);
    trial.expect("version.unsupported-error", reply).error(-32022);
    trial.expect("http.version.unsupported-status", reply).status(400);
    JsonNode data = reply.error().path("data");
    trial
        .expect("version.unsupported-error", reply)
        .is(contains(data.path("supported"), ModernSuite.VERSION), "the supported versions");
    trial
        .expect("schema.unsupported-version-error", reply)
        .is(data.path("requested").stringValue("").equals(version), "the requested version");
  }

  @Provide
  Arbitrary<String> methods() {
    return Arbitraries.of("server/discover", "tools/list", "resources/list");
  }

  @Property
  @Checks({"discover.implemented", "schema.discover-result"})
  void discoveryTellsTheVersion(@ForAll("ids") JsonNode id, Trial trial) {
    Reply reply = trial.send(trial.ask("server/discover").id(id));
    JsonNode result = trial.expect("discover.implemented", reply).complete();
    trial
        .expect("discover.implemented", reply)
        .is(
            contains(result.path("supportedVersions"), ModernSuite.VERSION),
            ModernSuite.VERSION + " among the supported versions");
    trial
        .expect("schema.discover-result", reply)
        .is(result.path("capabilities").isObject(), "capabilities");
  }

  @Property
  @Checks("era.initialize-names-versions")
  @Needs(Feature.MODERN_ONLY)
  void errorToInitializeNamesTheVersions(@ForAll("oldVersions") String version, Trial trial) {
    JsonNode info = Json.object().put("name", "conformance").put("version", "1");
    Ask ask =
        Ask.notification("initialize")
            .id(trial.freshId())
            .param("protocolVersion", version)
            .param("capabilities", Json.object())
            .param("clientInfo", info)
            .spoiled();
    Reply reply = trial.send(ask);
    boolean named =
        reply.messages().stream()
            .anyMatch(message -> message.raw().text().contains(ModernSuite.VERSION));
    trial
        .expect("era.initialize-names-versions", reply)
        .is(named, "an error that names " + ModernSuite.VERSION);
  }

  @Provide
  Arbitrary<String> oldVersions() {
    return Arbitraries.of("2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25");
  }

  private static boolean contains(JsonNode array, String text) {
    return array.valueStream().anyMatch(element -> element.stringValue("").equals(text));
  }
}
