/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.junit;

import dev.mcp4j.server.McpServer;
import java.util.function.Supplier;

/** A server to test with. */
final class GreetServer implements Supplier<McpServer> {
  record Greet(String name) {}

  @Override
  public McpServer get() {
    return McpServer.named("greeter", "1")
        .tool(
            "greet",
            tool -> tool.input(Greet.class).handle((greet, call) -> "Hello, " + greet.name()))
        .tool(
            "ask",
            tool ->
                tool.handle(
                    (in, call) -> call.elicit("who", "Who?", Greet.class).orCancel().name()))
        .build();
  }
}
