/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.benchmarks.run;

import java.util.List;
import java.util.Set;

/**
 * A server that can be measured.
 *
 * @param name what the table calls it
 * @param command starts it; {@code PORT} stands for the port, if it has one
 * @param era how requests look to it
 * @param workloads what it can do over HTTP
 * @param eager whether {@code --quick} measures it
 */
record Candidate(
    String name, List<String> command, Era era, Set<Workload> workloads, boolean eager) {
  static final String PORT = "PORT";

  List<String> commandAt(int port) {
    return command.stream().map(part -> part.replace(PORT, Integer.toString(port))).toList();
  }
}
