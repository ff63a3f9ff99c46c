/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.benchmarks.serve;

import dev.mcp4j.schema.Description;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.McpServerBuilder;

/** The servers that are measured. Every tool answers with the text it is given. */
public final class EchoServers {
  private static final int MANY = 100;

  private EchoServers() {}

  /**
   * What the tools take.
   *
   * @param text comes back
   */
  public record Echo(@Description("what to say") String text) {}

  /**
   * Makes a server with one tool, {@code echo}.
   *
   * @param inline whether it runs on the thread that reads
   * @return the server
   */
  public static McpServer one(boolean inline) {
    return withTools(1, inline);
  }

  /**
   * Makes a server with a hundred tools, of which the first is {@code echo}.
   *
   * @param inline whether they run on the thread that reads
   * @return the server
   */
  public static McpServer hundred(boolean inline) {
    return withTools(MANY, inline);
  }

  private static McpServer withTools(int count, boolean inline) {
    McpServerBuilder builder = McpServer.named("echo", "1.0.0");
    for (int i = 0; i < count; i++) {
      builder.tool(
          i == 0 ? "echo" : "echo" + i,
          tool -> {
            var described = tool.description("Says what it is told").input(Echo.class);
            return (inline ? described.inline() : described).handle((echo, call) -> echo.text());
          });
    }
    return builder.build();
  }
}
