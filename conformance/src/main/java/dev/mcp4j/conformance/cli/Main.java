/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
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
  private static final int WIDTH = 100;

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
        .setUsageHelpWidth(WIDTH)
        .setParameterExceptionHandler(
            (exception, words) -> {
              CommandLine command = exception.getCommandLine();
              command.getErr().println(exception.getMessage());
              CommandLine.UnmatchedArgumentException.printSuggestions(exception, command.getErr());
              command
                  .getErr()
                  .println(command.getCommandSpec().qualifiedName() + " --help tells the options");
              return IMPOSSIBLE;
            })
        .setExecutionExceptionHandler(
            (exception, command, result) -> {
              if (exception instanceof Impossible) {
                command.getErr().println(exception.getMessage());
                return IMPOSSIBLE;
              }
              if (exception instanceof FileSystemException file) {
                command.getErr().println(describe(file));
                return IMPOSSIBLE;
              }
              throw exception;
            })
        .setExitCodeExceptionMapper(exception -> IMPOSSIBLE)
        .execute(args);
  }

  private static String describe(FileSystemException trouble) {
    String reason =
        trouble instanceof NoSuchFileException
            ? "there is no such file or folder"
            : trouble instanceof AccessDeniedException ? "access denied" : trouble.getReason();
    return trouble.getFile() + ": " + (reason == null ? "not to be read or written" : reason);
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "say what to check: server or client");
  }
}
