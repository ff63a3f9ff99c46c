/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.transport.StderrPolicy;
import dev.mcp4j.client.transport.StdioOptions;
import dev.mcp4j.examples.docs.HelloServer.Greet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.slf4j.event.Level;

/** Launches a server as a child process, with every option that matters. */
public final class StdioTransport {
  public static void main(String[] args) {
    String classPath = System.getProperty("java.class.path");
    // @start region="client"
    StdioOptions options =
        StdioOptions.builder(List.of("java", "-cp", classPath, HelloServer.class.getName()))
            .directory(Path.of("").toAbsolutePath())
            .environment("TZ", "UTC")
            .stderr(new StderrPolicy.Log(Level.INFO))
            .restart(true)
            .grace(Duration.ofSeconds(5))
            .build();
    try (McpClient client = McpClient.builder().stdio(options).build()) {
      System.out.println(client.call("greet", new Greet("Ada")).as(String.class));
    }
    // @end region="client"
  }
}
