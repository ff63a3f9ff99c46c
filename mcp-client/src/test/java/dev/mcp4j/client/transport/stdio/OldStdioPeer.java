/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.transport.stdio;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A child process that is a server of one era or the other, and takes being asked about it as its
 * first argument says. It leaves a line in the file of its second argument when it begins.
 */
public final class OldStdioPeer {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private OldStdioPeer() {}

  /** The command line that runs a behaviour. */
  public static List<String> command(String behaviour, Path starts) {
    List<String> command = new ArrayList<>(StdioPeer.command());
    command.set(command.size() - 1, OldStdioPeer.class.getName());
    command.add(behaviour);
    command.add(starts.toString());
    return command;
  }

  private static boolean initialized;

  public static void main(String[] args) throws Exception {
    Files.writeString(Path.of(args[1]), args[0] + "\n", StandardOpenOption.APPEND);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    boolean stuck = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.contains("\"server/discover\"")) {
        stuck = args[0].equals("stuck");
        asked(args[0], line, in);
      } else if (line.contains("\"id\"") && !stuck) {
        answer(args[0], line);
      }
    }
  }

  private static void asked(String behaviour, String line, BufferedReader in) throws IOException {
    switch (behaviour) {
      case "exits" -> System.exit(9);
      case "silent", "stuck" -> {}
      case "garbage" -> OUT.println("Unknown request!");
      case "modern" -> discovered(line);
      case "slow-modern" -> {
        String next = in.readLine();
        discovered(line);
        error(next, -32602, "metadata is missing");
      }
      default -> error(line, -32601, "Method not found");
    }
  }

  private static void answer(String behaviour, String line) {
    if (line.contains("\"initialize\"") && behaviour.endsWith("modern")) {
      error(line, -32602, "metadata is missing");
    } else if (line.contains("\"initialize\"")) {
      initialized = true;
      result(
          line,
          "{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{},"
              + "\"serverInfo\":{\"name\":\"s\",\"version\":\"1\"}}");
    } else if (line.contains("\"tools/list\"")) {
      result(line, "{\"tools\":[]}");
    } else if (line.contains("\"die\"")) {
      System.exit(7);
    } else {
      String era = initialized ? "old" : "modern";
      result(line, "{\"content\":[{\"type\":\"text\",\"text\":\"%s\"}]}".formatted(era));
    }
  }

  private static void discovered(String request) {
    result(
        request,
        "{\"resultType\":\"complete\",\"supportedVersions\":[\"2026-07-28\"],\"capabilities\":{}}");
  }

  private static void result(String request, String result) {
    OUT.println("{\"jsonrpc\":\"2.0\",\"id\":%s,\"result\":%s}".formatted(id(request), result));
  }

  private static void error(String request, int code, String message) {
    OUT.println(
        "{\"jsonrpc\":\"2.0\",\"id\":%s,\"error\":{\"code\":%d,\"message\":\"%s\"}}"
            .formatted(id(request), code, message));
  }

  private static String id(String request) {
    return request.replaceFirst(".*?\"id\":(\\d+|\"[^\"]*\").*", "$1");
  }
}
