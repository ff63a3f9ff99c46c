/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.cli;

import dev.mcp4j.conformance.catalogue.Revision;
import dev.mcp4j.conformance.catalogue.Role;
import dev.mcp4j.conformance.coverage.Suites;
import dev.mcp4j.conformance.engine.CallPolicy;
import dev.mcp4j.conformance.engine.Options;
import dev.mcp4j.conformance.engine.Outcome;
import dev.mcp4j.conformance.engine.Profile;
import dev.mcp4j.conformance.engine.PropertyCase;
import dev.mcp4j.conformance.engine.RunResult;
import dev.mcp4j.conformance.engine.Runner;
import dev.mcp4j.conformance.engine.Suite;
import dev.mcp4j.conformance.peer.HttpServer;
import dev.mcp4j.conformance.peer.PeerGone;
import dev.mcp4j.conformance.peer.Server;
import dev.mcp4j.conformance.peer.StdioServer;
import dev.mcp4j.conformance.report.Baseline;
import dev.mcp4j.conformance.report.HtmlReport;
import dev.mcp4j.conformance.report.JUnitReport;
import dev.mcp4j.conformance.report.JsonReport;
import dev.mcp4j.conformance.report.Report;
import dev.mcp4j.conformance.report.Status;
import dev.mcp4j.conformance.report.TextReport;
import dev.mcp4j.conformance.report.Verdict;
import dev.mcp4j.conformance.server.modern.ModernProbe;
import dev.mcp4j.conformance.wire.Header;
import dev.mcp4j.conformance.wire.Recorder;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
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
        description = "The endpoint of a server, for example http://localhost:8080/mcp.")
    @Nullable URI url;

    @Option(
        names = "--command",
        description = "A command for the shell that starts a server on stdio.")
    @Nullable String command;

    Target() {}
  }

  @Option(names = "--revision", description = "The revision to check by.")
  private String revision = Revision.V2026_07_28.text();

  @Option(
      names = "--only",
      paramLabel = "NAME",
      description = "Only requirements or properties whose name begins so; may be repeated.")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--level",
      description = "MUST checks only what is absolutely demanded; SHOULD checks all.")
  private Strength level = Strength.SHOULD;

  /** What to check. */
  enum Strength {
    /** Only what has no exceptions. */
    MUST,
    /** Everything. */
    SHOULD
  }

  @Option(names = "--strict", description = "Violations of SHOULD fail the run, too.")
  private boolean strict;

  @Option(
      names = "--seed",
      description = "Where all randomness comes from (default: a new one).",
      showDefaultValue = CommandLine.Help.Visibility.NEVER)
  private @Nullable Long seed;

  @Option(names = "--tries", description = "How many tries each property has.")
  private int tries = 20;

  @Option(names = "--time", description = "Seconds after which the rest is done in a hurry.")
  private int time = 120;

  @Option(names = "--timeout", description = "Seconds that the server may take to answer.")
  private int timeout = 10;

  @Option(
      names = "--header",
      paramLabel = "NAME: VALUE",
      description =
          "A header to send with each request, for example for authorization; may be repeated.")
  private List<String> headers = new ArrayList<>();

  @Option(
      names = "--call",
      split = ",",
      paramLabel = "TOOL",
      description = {
        "Tools that may be called, or ALL. Without it: those that say they only read, and those of the",
        "fixture contract (test_*, conformance_*)."
      })
  private Set<String> call = Set.of();

  @Option(
      names = "--baseline",
      description = "A file with requirements that are known not to be met.")
  private @Nullable Path baseline;

  @Option(
      names = "--write-baseline",
      description = "Writes what was found into a file, for --baseline.")
  private @Nullable Path writeBaseline;

  @Option(names = "--html", description = "Writes a report as HTML.")
  private @Nullable Path html;

  @Option(names = "--junit", description = "Writes a report as JUnit XML.")
  private @Nullable Path junit;

  @Option(names = "--json", description = "Writes a report as JSON.")
  private @Nullable Path json;

  @CommandLine.Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandLine.Model.CommandSpec spec;

  ServerCommand() {}

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Screen screen = Screen.of(out);
    Baseline known = baseline == null ? Baseline.NONE : Baseline.read(baseline);
    Suite suite = suite();
    long usedSeed = seed != null ? seed : new java.util.Random().nextLong(1_000_000_000);
    Instant begin = Instant.now();
    Selection selection = new Selection(only, level == Strength.MUST);
    List<PropertyCase> properties = selection.of(suite);
    RunResult result = run(suite, properties, screen, usedSeed);
    Report report =
        Report.of(
            describe(),
            begin,
            result,
            requirement -> selection.reports(requirement, properties, result),
            commandLine());
    screen.end(TextReport.write(report, screen.paint()));
    write(report, known);
    return verdict(report, known, out);
  }

  private RunResult run(Suite suite, List<PropertyCase> properties, Screen screen, long usedSeed) {
    try (Server server = server()) {
      Profile profile = probe(server);
      screen.begin(describe(), profile, properties.size());
      Options options =
          new Options(usedSeed, tries, Duration.ofSeconds(time), Duration.ofSeconds(10));
      return new Runner(suite, server, profile, options, screen::progress).run(properties);
    }
  }

  private Suite suite() {
    return Revision.of(revision)
        .flatMap(wanted -> Suites.of(wanted, Role.SERVER))
        .orElseThrow(() -> new Impossible("servers cannot be checked by revision " + revision));
  }

  private Server server() {
    Duration patience = Duration.ofSeconds(timeout);
    if (target.url != null) {
      return new HttpServer(target.url, parsedHeaders(), patience, new Recorder());
    }
    return new StdioServer(String.valueOf(target.command), patience, new Recorder());
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

  private Profile probe(Server server) {
    try {
      return ModernProbe.probe(server, new CallPolicy(call.contains("ALL"), call))
          .orElseThrow(
              () ->
                  new Impossible(
                      "the server does not answer requests of revision "
                          + revision
                          + notes(server)));
    } catch (PeerGone e) {
      throw new Impossible(String.valueOf(e.getMessage()));
    }
  }

  private static String notes(Server server) {
    String errors = server instanceof StdioServer stdio ? stdio.errors().strip() : "";
    return errors.isEmpty() ? "" : "; it wrote to stderr:\n" + errors;
  }

  private boolean isFailure(Verdict verdict, Baseline known) {
    return verdict.status() == Status.VIOLATED
        && (strict || verdict.requirement().level().isMust())
        && !known.knows(verdict);
  }

  private void write(Report report, Baseline known) throws IOException {
    if (html != null) {
      Files.writeString(html, HtmlReport.write(List.of(report)));
    }
    if (junit != null) {
      Files.writeString(junit, JUnitReport.write(report, v -> isFailure(v, known)));
    }
    if (json != null) {
      Files.writeString(json, JsonReport.write(report));
    }
    if (writeBaseline != null) {
      Files.writeString(writeBaseline, Baseline.write(report));
    }
  }

  private int verdict(Report report, Baseline known, PrintWriter out) {
    List<String> stale = known.stale(report);
    stale.forEach(id -> out.println("stale in the baseline, since it is met: " + id));
    boolean broken =
        report.result().aborted().isPresent()
            || report.result().outcomes().stream()
                .anyMatch(outcome -> outcome.status() == Outcome.Status.BROKEN);
    out.flush();
    if (report.verdicts().stream().anyMatch(v -> isFailure(v, known)) || !stale.isEmpty()) {
      return Main.FOUND;
    }
    return broken ? Main.IMPOSSIBLE : Main.OK;
  }

  private String describe() {
    return target.url != null ? target.url.toString() : String.valueOf(target.command);
  }

  private String commandLine() {
    String where =
        target.url != null
            ? "--url " + target.url
            : "--command '" + String.valueOf(target.command).replace("'", "'\\''") + "'";
    String calls = call.isEmpty() ? "" : " --call " + String.join(",", call);
    return "java -jar mcp4j-conformance.jar server " + where + " --revision " + revision + calls;
  }
}
