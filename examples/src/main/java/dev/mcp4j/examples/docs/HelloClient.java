/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.api.tool.Tool;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.examples.docs.HelloServer.Greet;

/** A client of {@link HelloServer}, which it launches itself. */
public final class HelloClient {
  public static void main(String[] args) {
    String classPath = System.getProperty("java.class.path");
    // @start region="client"
    try (McpClient client =
        McpClient.stdio("java", "-cp", classPath, HelloServer.class.getName())) {
      for (Tool tool : client.tools()) {
        System.out.println(tool.name() + ": " + tool.description());
      }
      String greeting = client.call("greet", new Greet("Ada")).as(String.class);
      System.out.println(greeting);
    }
    // @end region="client"
  }
}
