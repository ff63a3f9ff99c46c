/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.cli;

import dev.mcp4j.conformance.engine.Outcome;
import dev.mcp4j.conformance.engine.Profile;
import dev.mcp4j.conformance.report.Paint;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;

/** Shows how a run goes: one line that changes on a terminal, a few lines elsewhere. */
final class Screen {
  private static final String CLEAR = "\r\u001b[K";

  private final PrintWriter out;
  private final boolean terminal;
  private int all;
  private int done;
  private int failed;

  private Screen(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  static Screen of(PrintWriter out) {
    return new Screen(out, isTerminal() && System.getenv("TERM") != null);
  }

  // Before JDK 22 there is no console but a terminal; from then on it must be asked.
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  Paint paint() {
    return terminal && System.getenv("NO_COLOR") == null ? new Paint(true) : Paint.NONE;
  }

  void begin(String target, Profile profile, int properties) {
    all = properties;
    String name = profile.peerName().isEmpty() ? "" : " (" + profile.peerName() + ")";
    out.println("checking " + target + name);
    out.println(
        profile.abilities().isEmpty() ? offers(profile, properties) : reaches(profile, properties));
    out.flush();
  }

  private static String reaches(Profile profile, int properties) {
    return "over %s, with %d abilities; %d properties"
        .formatted(
            profile.transport().name().toLowerCase(Locale.ROOT),
            profile.abilities().size(),
            properties);
  }

  private static String offers(Profile profile, int properties) {
    String guard = profile.protection().isPresent() ? "protected; " : "";
    return "%s%d tools, %d of them to be called; %d prompts, %d resources, %d templates; %d properties"
        .formatted(
            guard,
            profile.tools().size(),
            profile.callableTools().size(),
            profile.prompts().size(),
            profile.resources().size(),
            profile.templates().size(),
            properties);
  }

  void progress(Outcome outcome) {
    done++;
    boolean bad =
        outcome.status() == Outcome.Status.FAILED || outcome.status() == Outcome.Status.BROKEN;
    failed += bad ? 1 : 0;
    if (terminal) {
      String mark = failed == 0 ? "" : ", " + failed + " failed";
      out.print(CLEAR + "[%d/%d%s] %s".formatted(done, all, mark, outcome.property()));
    } else if (bad) {
      out.println("failed: " + outcome.property());
    }
    out.flush();
  }

  void end(String report) {
    if (terminal) {
      out.print(CLEAR);
    }
    out.print(report);
    out.flush();
  }
}
