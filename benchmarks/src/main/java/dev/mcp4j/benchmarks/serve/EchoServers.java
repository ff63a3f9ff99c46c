/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.benchmarks.serve;

import dev.mcp4j.schema.Description;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.McpServerBuilder;
import dev.mcp4j.server.ToolBuilder;
import dev.mcp4j.server.task.InMemoryTaskStore;
import dev.mcp4j.server.task.TaskOptions;
import java.util.concurrent.CompletableFuture;

/** The servers that are measured. */
public final class EchoServers {
  private EchoServers() {}

  /**
   * What the tools take.
   *
   * @param text comes back
   */
  public record Echo(@Description("what to say") String text) {}

  /**
   * Makes a server whose tools answer with the text they are given.
   *
   * @param count how many tools it has; the first is {@code echo}
   * @param inline whether they run on the thread that reads
   * @return the server
   */
  public static McpServer withTools(int count, boolean inline) {
    McpServerBuilder builder = McpServer.named("echo", "1.0.0").toolsMayChange();
    for (int i = 0; i < count; i++) {
      builder.tool(
          i == 0 ? "echo" : "echo" + i,
          tool -> described(tool, inline).handle((echo, call) -> echo.text()));
    }
    return builder.build();
  }

  /**
   * Makes a server with a tool {@code echo} that reports progress ten times before it answers.
   *
   * @return the server
   */
  public static McpServer withProgress() {
    return McpServer.named("echo", "1.0.0")
        .tool(
            "echo",
            tool ->
                described(tool, false)
                    .handle(
                        (echo, call) -> {
                          for (int step = 1; step <= STEPS; step++) {
                            call.progress(step, (double) STEPS, echo.text());
                          }
                          return echo.text();
                        }))
        .build();
  }

  /**
   * Makes a server with a tool {@code echo} each call of which becomes a task, for clients that
   * know tasks.
   *
   * @param most how many tasks it keeps
   * @return the server
   */
  public static McpServer withTasks(int most) {
    return McpServer.named("echo", "1.0.0")
        .tasks(TaskOptions.of(new InMemoryTaskStore(most, most)))
        .tool("echo", tool -> described(tool, false).asTask().handle((echo, call) -> echo.text()))
        .build();
  }

  /**
   * Makes a server with a tool {@code echo} each call of which adds another tool, or removes it.
   *
   * @return the server
   */
  public static McpServer withChanges() {
    CompletableFuture<McpServer> self = new CompletableFuture<>();
    McpServer server =
        McpServer.named("echo", "1.0.0")
            .toolsMayChange()
            .tool(
                "echo",
                tool ->
                    described(tool, false)
                        .handle(
                            (echo, call) -> {
                              change(self.join());
                              return echo.text();
                            }))
            .build();
    self.complete(server);
    return server;
  }

  private static void change(McpServer server) {
    if (!server.removeTool("more")) {
      server.addTool("more", tool -> described(tool, false).handle((echo, call) -> echo.text()));
    }
  }

  private static final int STEPS = 10;

  private static ToolBuilder<Echo> described(ToolBuilder<?> tool, boolean inline) {
    ToolBuilder<Echo> described = tool.description("Says what it is told").input(Echo.class);
    return inline ? described.inline() : described;
  }
}
