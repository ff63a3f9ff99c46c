/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.cli;

import dev.mcp4j.conformance.catalogue.Catalogue;
import dev.mcp4j.conformance.catalogue.Requirement;
import dev.mcp4j.conformance.catalogue.Revision;
import dev.mcp4j.conformance.catalogue.Role;
import dev.mcp4j.conformance.catalogue.Unseen;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints the catalogue. */
@Command(
    name = "requirements",
    description = "Prints what a revision demands, one requirement a line.",
    mixinStandardHelpOptions = true)
final class RequirementsCommand implements Runnable {
  @Option(names = "--revision", description = "The revision (default: ${DEFAULT-VALUE}).")
  private String revision = Revision.V2026_07_28.text();

  @Option(names = "--role", description = "Only what is demanded of a role: server, client.")
  private @Nullable Role role;

  @CommandLine.Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandLine.Model.CommandSpec spec;

  RequirementsCommand() {}

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    for (Requirement requirement : Catalogue.of(Revisions.named(revision)).requirements()) {
      if (role == null || requirement.roles().contains(role)) {
        out.println(line(requirement));
      }
    }
    out.flush();
  }

  private static String line(Requirement requirement) {
    String roles =
        requirement.roles().stream().sorted().map(Role::text).collect(Collectors.joining(","));
    String unseen =
        requirement.unseen().values().stream()
            .map(Unseen::reason)
            .distinct()
            .map(reason -> " [" + reason.name().toLowerCase(Locale.ROOT) + "]")
            .collect(Collectors.joining());
    return "%-45s %-10s %-13s %s%s"
        .formatted(requirement.id(), requirement.level(), roles, requirement.sentence(), unseen);
  }
}
