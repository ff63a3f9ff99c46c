/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.modern;

import dev.mcp4j.conformance.client.Stage;
import dev.mcp4j.conformance.client.StdioLife;
import dev.mcp4j.conformance.driver.Client;
import dev.mcp4j.conformance.driver.Setup;
import dev.mcp4j.conformance.engine.Checks;
import dev.mcp4j.conformance.engine.Feature;
import dev.mcp4j.conformance.engine.Needs;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.engine.Tries;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.script.Answer;
import dev.mcp4j.conformance.script.Asked;
import dev.mcp4j.conformance.script.ServedProcess;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.node.ObjectNode;

/** The life of a server that the client starts, and how its era is found out. */
@Needs(value = Feature.STDIO, abilities = "tools")
class StdioProperties extends ClientGenerators {
  private static final Set<Integer> MODERN_ERRORS = Set.of(-32020, -32021, -32022);

  @Property
  @Tries(4)
  @Checks("stdio.stderr-no-error")
  void outputOnStderrIsNoError(@ForAll("labels") String text, Trial trial) {
    Stage stage = stage(trial);
    StdioLife.complain(trial, stage, stage.connect(), text);
  }

  @Property
  @Tries(2)
  @Checks("stdio.client-closes-input")
  void serverIsShutDownByTheEndOfItsInput(@ForAll boolean stubborn, Trial trial) {
    Stage stage = stage(trial);
    stage.script().exitsAtEnd(!stubborn);
    StdioLife.end(trial, stage, stage.connect());
  }

  @Property
  @Tries(2)
  @Checks("stdio.restart")
  void serverThatDiedIsStartedAgain(@ForAll boolean cleanly, Trial trial) {
    Stage stage = stage(trial);
    Client client = stage.connect();
    stage.brings("stdio.restart", client.call("echo").await(), "{}");
    int before = stage.stdio().processes(1, stage.patience()).size();
    ServedProcess process = stage.stdio().latest().orElseThrow();
    process.exit(cleanly ? 0 : 1);
    process.awaitEnd(stage.patience());
    // What was under way when the process ended may be lost.
    client.call("echo").await();
    stage.brings("stdio.restart", client.call("echo").await(), "{}");
    int more = stage.stdio().processes(before + 1, stage.patience()).size() - before;
    trial.expect("stdio.restart", more >= 1, "another process", "none");
  }

  @Property
  @Tries(2)
  @Checks({
    "stdio.probe-first",
    "stdio.modern-probe",
    "discover.stdio-probe",
    "era.modern-client-probes",
    "era.cached"
  })
  void serverIsProbedOnceBeforeAnythingElse(@ForAll boolean list, Trial trial) {
    Stage stage = stage(trial);
    Client client = stage.connectFreely(new Setup());
    String base = "base.core-supported";
    stage.succeeds(base, list ? client.list("tools").await() : client.call("echo").await());
    stage.succeeds(base, client.call("echo").await());
    stage.succeeds(base, client.list("tools").await());
    List<Asked> all = stage.inbox().all();
    boolean legacy = trial.profile().abilities().contains("legacy");
    List<String> rules =
        legacy
            ? List.of("stdio.probe-first", "discover.stdio-probe")
            : List.of("stdio.modern-probe", "era.modern-client-probes");
    for (String requirement : rules) {
      trial.expect(
          requirement,
          all.get(0).is("server/discover"),
          "server/discover first",
          all.get(0).method());
    }
    int probes = stage.inbox().all("server/discover").size();
    if (legacy) {
      trial.expect("era.cached", probes == 1, "one probe", probes + " probes");
    }
  }

  @Property
  @Tries(5)
  @Checks("stdio.fallback-any-error")
  @Needs(abilities = "legacy")
  void anyOtherErrorLeadsToAHandshake(@ForAll("codes") int code, Trial trial) {
    if (MODERN_ERRORS.contains(code)) {
      return;
    }
    Stage stage = stage(trial);
    Answer refusal = Answer.error(code, "No");
    for (String method : List.of("server/discover", "tools/list", "tools/call")) {
      stage.script().on(method, asked -> refusal);
    }
    ObjectNode initialized = Json.object().put("protocolVersion", "2025-11-25");
    initialized.putObject("capabilities").putObject("tools");
    initialized.putObject("serverInfo").put("name", "old").put("version", "1");
    stage.script().on("initialize", asked -> Answer.result(initialized));
    stage.connectFreely(new Setup()).call("echo").await();
    Optional<Asked> handshake =
        stage.inbox().await(asked -> asked.is("initialize"), stage.patience());
    trial.expect("stdio.fallback-any-error", handshake.isPresent(), "initialize", "no handshake");
  }

  @Provide
  Arbitrary<Integer> codes() {
    return Arbitraries.oneOf(
        Arbitraries.of(-32601, -32602, -32600, -32603, -32000, -32001, -32002, 0, 1),
        Arbitraries.integers().between(-33000, 1000));
  }
}
