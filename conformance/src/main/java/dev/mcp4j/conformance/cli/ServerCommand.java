/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.cli;

import dev.mcp4j.conformance.catalogue.Revision;
import dev.mcp4j.conformance.catalogue.Role;
import dev.mcp4j.conformance.engine.CallPolicy;
import dev.mcp4j.conformance.engine.Profile;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.Ask;
import dev.mcp4j.conformance.peer.HttpServer;
import dev.mcp4j.conformance.peer.Server;
import dev.mcp4j.conformance.peer.StdioServer;
import dev.mcp4j.conformance.server.legacy.LegacyProbe;
import dev.mcp4j.conformance.server.modern.ModernProbe;
import dev.mcp4j.conformance.wire.Header;
import dev.mcp4j.conformance.wire.Recorder;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks a server. */
@Command(
    name = "server",
    description = "Checks a server, at a URL or started by a command.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    showDefaultValues = true)
final class ServerCommand implements Callable<Integer> {
  @ArgGroup(multiplicity = "1")
  private Target target = new Target();

  /** Where the server is. */
  static final class Target {
    @Option(
        names = "--url",
        converter = Endpoint.class,
        description = "The endpoint of a server, for example http://localhost:8080/mcp.")
    @Nullable URI url;

    @Option(
        names = "--command",
        description = "A command for the shell that starts a server on stdio.")
    @Nullable String command;

    Target() {}
  }

  @Option(
      names = "--header",
      paramLabel = "NAME: VALUE",
      description = "A header to send with each request; may be repeated.",
      showDefaultValue = CommandLine.Help.Visibility.NEVER)
  private List<String> headers = new ArrayList<>();

  @Option(
      names = "--call",
      split = ",",
      paramLabel = "TOOL",
      description = {
        "Tools that may be called, or ALL. Without it: those that say they only read, and those of the",
        "fixture contract (test_*, conformance_*)."
      },
      showDefaultValue = CommandLine.Help.Visibility.NEVER)
  private Set<String> call = Set.of();

  @Mixin private AuthorizationOptions authorization = new AuthorizationOptions();

  @Mixin private RunOptions settings = new RunOptions();

  @CommandLine.Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandLine.Model.CommandSpec spec;

  ServerCommand() {}

  @Override
  public Integer call() throws IOException {
    CheckRun<Server> run = new CheckRun<>(settings, spec.commandLine(), describe(), commandLine());
    try (Access access = authorization.open()) {
      return run.run(
          settings.suites(Role.SERVER),
          revision -> server(access, revision),
          (server, revision) -> access.completed(probe(server, revision)));
    }
  }

  private Server server(Access access, Revision revision) {
    Duration patience = settings.patience();
    if (target.url != null) {
      HttpServer server = new HttpServer(target.url, parsedHeaders(), patience, new Recorder());
      return access.to(server, isLegacy(revision) ? NoAnswer.initialize() : discovery(revision));
    }
    if (access.isWanted()) {
      throw new Impossible("over stdio there are no tokens; they are for a server with --url");
    }
    return new StdioServer(String.valueOf(target.command), patience, new Recorder());
  }

  private static boolean isLegacy(Revision revision) {
    return revision == Revision.V2025_11_25;
  }

  private static Ask discovery(Revision revision) {
    return Ask.modern(revision.text(), "server/discover", Json.string("probe"));
  }

  private List<Header> parsedHeaders() {
    List<Header> parsed = new ArrayList<>();
    for (String header : headers) {
      int colon = header.indexOf(':');
      if (colon <= 0) {
        throw new Impossible("not a header: " + header);
      }
      parsed.add(new Header(header.substring(0, colon), header.substring(colon + 1).strip()));
    }
    return parsed;
  }

  private Profile probe(Server server, Revision revision) {
    CallPolicy policy = new CallPolicy(call.contains("ALL"), call);
    Optional<Profile> profile =
        isLegacy(revision) ? LegacyProbe.probe(server, policy) : ModernProbe.probe(server, policy);
    return profile.orElseThrow(() -> NoAnswer.of(server, revision.text()));
  }

  private String describe() {
    return target.url != null ? target.url.toString() : String.valueOf(target.command);
  }

  private String commandLine() {
    String where =
        target.url != null
            ? "--url " + target.url
            : "--command " + CheckRun.quoted(String.valueOf(target.command));
    String calls = call.isEmpty() ? "" : " --call " + String.join(",", call);
    return "java -jar mcp4j-conformance.jar server " + where + authorization.commandLine() + calls;
  }
}
