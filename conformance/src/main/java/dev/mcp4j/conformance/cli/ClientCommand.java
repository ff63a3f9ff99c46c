/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.cli;

import dev.mcp4j.conformance.catalogue.Revision;
import dev.mcp4j.conformance.catalogue.Role;
import dev.mcp4j.conformance.client.modern.ModernClientSuite;
import dev.mcp4j.conformance.driver.Driver;
import dev.mcp4j.conformance.driver.ProcessLink;
import dev.mcp4j.conformance.driver.ScenarioClient;
import dev.mcp4j.conformance.engine.Profile;
import dev.mcp4j.conformance.engine.Suite;
import dev.mcp4j.conformance.peer.Transport;
import dev.mcp4j.conformance.wire.Recorder;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks a client. */
@Command(
    name = "client",
    description = "Checks a client, by way of a driver that is started by a command.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    showDefaultValues = true)
final class ClientCommand implements Callable<Integer> {
  @Option(
      names = "--command",
      required = true,
      description = "A command for the shell that starts the driver of the client.")
  private String command = "";

  @Option(names = "--transport", description = "How the client reaches servers: HTTP or STDIO.")
  private Transport transport = Transport.HTTP;

  @Option(
      names = "--scenarios",
      split = ",",
      paramLabel = "NAME",
      description = {
        "For a client without a driver: scenarios of the official suite that it plays. The command is",
        "then started for each, with the URL of a server, and only its messages are looked at."
      },
      showDefaultValue = CommandLine.Help.Visibility.NEVER)
  private List<String> scenarios = List.of();

  @Mixin private RunOptions settings = new RunOptions();

  @CommandLine.Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandLine.Model.CommandSpec spec;

  ClientCommand() {}

  @Override
  public Integer call() throws IOException {
    List<Suite> suites = settings.suites(Role.CLIENT);
    if (scenarios.isEmpty()) {
      return new CheckRun<Driver>(settings, spec.commandLine(), command, commandLine())
          .run(suites, revision -> driver(), this::probe);
    }
    Suite suite = ModernClientSuite.scenarios();
    if (suites.stream().noneMatch(wanted -> wanted.revision() == suite.revision())) {
      throw new Impossible(
          "clients without a driver can be checked by revision " + suite.revision() + " only");
    }
    return new CheckRun<ScenarioClient>(settings, spec.commandLine(), command, commandLine())
        .run(
            List.of(suite),
            this::scenarioClient,
            (client, revision) -> Profile.unknown(Transport.HTTP));
  }

  private Driver driver() {
    return new Driver(new ProcessLink(command), transport, settings.patience(), new Recorder());
  }

  private ScenarioClient scenarioClient(Revision revision) {
    return new ScenarioClient(
        command, scenarios, revision.text(), settings.patience(), new Recorder());
  }

  private Profile probe(Driver driver, Revision revision) {
    Profile profile = Profile.ofClient(transport, driver.hello());
    String name = transport.name().toLowerCase(Locale.ROOT);
    if (!profile.abilities().contains(name)) {
      throw new Impossible("the driver does not have the ability " + name);
    }
    if (revision != Revision.V2026_07_28 && !profile.abilities().contains("legacy")) {
      throw new Impossible("the driver does not have the ability legacy, for revision " + revision);
    }
    return profile;
  }

  private String commandLine() {
    String how =
        scenarios.isEmpty()
            ? " --transport " + transport
            : " --scenarios " + String.join(",", scenarios);
    return "java -jar mcp4j-conformance.jar client --command " + CheckRun.quoted(command) + how;
  }
}
