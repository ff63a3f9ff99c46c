/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The suite as a program. */
@Command(
    name = "mcp4j-conformance",
    description = "Checks implementations of the Model Context Protocol.",
    mixinStandardHelpOptions = true,
    version = "mcp4j conformance 0.1.0",
    subcommands = {
      ServerCommand.class,
      ClientCommand.class,
      RequirementsCommand.class,
      CoverageCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every requirement that was looked at is met, or known not to be",
      "1:a requirement is not met, or the baseline is stale",
      "2:the run was not possible"
    })
public final class Main implements Runnable {
  /** All is well. */
  static final int OK = 0;

  /** Something was found. */
  static final int FOUND = 1;

  /** Nothing can be said. */
  static final int IMPOSSIBLE = 2;

  @CommandLine.Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandLine.Model.CommandSpec spec;

  Main() {}

  /**
   * Runs the program.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  static int run(String... args) {
    return new CommandLine(new Main())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(
            (exception, command, result) -> {
              if (exception instanceof Impossible) {
                command.getErr().println(exception.getMessage());
                return IMPOSSIBLE;
              }
              throw exception;
            })
        .setExitCodeExceptionMapper(exception -> IMPOSSIBLE)
        .execute(args);
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "say what to check: server or client");
  }
}
