/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.client;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param url the server, or null if it is a command
 * @param command the server to launch, empty if it is a URL
 * @param answer what to accept questions with, or null to decline them
 * @param steps what to do, in order
 */
record Arguments(
    @Nullable URI url, List<String> command, @Nullable String answer, List<Step> steps) {
  static final String USAGE =
      """
      usage: client (--url URL | -- COMMAND ARGS...) STEPS
        --list                lists tools, resources, templates, prompts and who serves them
        --call NAME JSON      calls a tool
        --read URI            reads a resource
        --prompt NAME JSON    gets a prompt
        --listen SECONDS      prints changes for a while
        --answer JSON         what to accept elicitations with
      The command of a server comes last.""";

  /** One step with its operands. */
  record Step(String name, List<String> operands) {}

  static Arguments parse(String[] args) {
    URI url = null;
    String answer = null;
    List<String> command = List.of();
    List<Step> steps = new ArrayList<>();
    int at = 0;
    while (at < args.length) {
      String name = args[at++];
      if (name.equals("--")) {
        command = List.of(Arrays.copyOfRange(args, at, args.length));
        break;
      }
      int count = operands(name);
      if (at + count > args.length) {
        throw new IllegalArgumentException(name + " needs " + count + " more");
      }
      List<String> operands = List.of(Arrays.copyOfRange(args, at, at + count));
      at += count;
      switch (name) {
        case "--url" -> url = URI.create(operands.get(0));
        case "--answer" -> answer = operands.get(0);
        default -> steps.add(new Step(name, operands));
      }
    }
    if ((url == null) == command.isEmpty()) {
      throw new IllegalArgumentException("name one server: --url URL or -- COMMAND");
    }
    return new Arguments(url, command, answer, List.copyOf(steps));
  }

  private static int operands(String name) {
    return switch (name) {
      case "--list" -> 0;
      case "--url", "--answer", "--read", "--listen" -> 1;
      case "--call", "--prompt" -> 2;
      default -> throw new IllegalArgumentException("unknown option " + name);
    };
  }
}
