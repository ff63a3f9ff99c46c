/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.benchmarks.quarkus;

import io.quarkiverse.mcp.server.Tool;
import io.smallrye.common.annotation.NonBlocking;

/** The tool that every server of the measurements has, on the thread that reads the request. */
public class Echo {
  @NonBlocking
  @Tool(name = "echo", description = "Says what it is told")
  String echo(String text) {
    return text;
  }
}
