/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.cli;

import dev.mcp4j.conformance.coverage.CoverageText;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints the coverage. */
@Command(
    name = "coverage",
    description = "Prints how much of what is demanded is checked.",
    mixinStandardHelpOptions = true)
final class CoverageCommand implements Runnable {
  @Option(names = "--all", description = "With each requirement and what checks it.")
  private boolean all;

  @CommandLine.Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandLine.Model.CommandSpec spec;

  CoverageCommand() {}

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    out.print(all ? CoverageText.page() : CoverageText.table());
    out.flush();
  }
}
