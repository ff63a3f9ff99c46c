/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.benchmarks.run;

import java.util.Map;

/** What is asked of a server over HTTP, again and again. */
enum Workload {
  ECHO_1("echo, 1 connection", "/mcp", 1),
  ECHO("echo, 16 connections", "/mcp", 16),
  ECHO_128("echo, 128 connections", "/mcp", 128),
  ECHO_64K("echo of 64 KiB, 16 connections", "/mcp", 16),
  LIST("tools/list of 100 tools, 16 connections", "/mcp100", 16),
  PROGRESS("echo with 10 progress notifications, 16 connections", "/progress", 16);

  private static final int LARGE = 64 << 10;

  private final String title;
  private final String path;
  private final int connections;

  Workload(String title, String path, int connections) {
    this.title = title;
    this.path = path;
    this.connections = connections;
  }

  String title() {
    return title;
  }

  String path() {
    return path;
  }

  int connections() {
    return connections;
  }

  String body(Era era) {
    return switch (this) {
      case LIST -> era.list();
      case ECHO_64K -> era.call(1, "x".repeat(LARGE), false);
      case PROGRESS -> era.call(1, "hello", true);
      case ECHO_1, ECHO, ECHO_128 -> era.call(1, "hello", false);
    };
  }

  Map<String, String> headers(Era era) {
    return era.headers(this == LIST ? "tools/list" : "tools/call");
  }

  /** What a right answer holds. */
  String proof() {
    return switch (this) {
      case LIST -> "\"echo99\"";
      case ECHO_64K -> "xxxxxxxx";
      case ECHO_1, ECHO, ECHO_128, PROGRESS -> "hello";
    };
  }
}
