/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.client.HttpStatusException;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.McpClientException;
import dev.mcp4j.client.RequestFailedException;
import dev.mcp4j.client.ServerProcessExitedException;
import dev.mcp4j.client.ToolFailedException;
import dev.mcp4j.client.TransportException;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.ToolError;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.net.URI;

/** How a call can fail, and which exception says so. */
public final class ClientFailures {
  public static void main(String[] args) {
    try (McpServer server =
        McpServer.named("failing", "1.0.0")
            .tool(
                "fail",
                tool ->
                    tool.handle(
                        (none, call) -> {
                          throw new ToolError("The printer is out of paper.");
                        }))
            .build()) {
      URI uri;
      try (HttpServerHandle http = server.serveHttp(0);
          McpClient client = McpClient.connect(http.uri());
          McpClient lost = McpClient.connect(http.uri().resolve("/elsewhere"))) {
        report(() -> client.call("fail").as(String.class));
        report(() -> client.call("nonsense").as(String.class));
        report(() -> client.prompt("nonsense"));
        report(() -> lost.call("fail").as(String.class));
        uri = http.uri();
      }
      try (McpClient late = McpClient.connect(uri)) {
        report(() -> late.call("fail").as(String.class));
      }
    }
    try (McpClient launcher = McpClient.stdio("java", "-cp", "nowhere", "NoSuchServer")) {
      report(() -> launcher.call("fail").as(String.class));
    }
  }

  // @start region="catch"
  static void report(Runnable call) {
    try {
      call.run();
    } catch (ToolFailedException e) {
      System.out.println("the tool failed, and says: " + e.getMessage());
    } catch (RequestFailedException e) {
      System.out.println("the server answered with error " + e.code() + ": " + e.error().message());
    } catch (HttpStatusException e) {
      System.out.println("no MCP server answered, but HTTP status " + e.status());
    } catch (ServerProcessExitedException e) {
      System.out.println("the process exited with code " + e.exitCode() + "; its last words:");
      System.out.println("  " + e.stderrTail().lines().findFirst().orElse(""));
    } catch (TransportException e) {
      System.out.println("the server was not reached, or the connection broke");
    } catch (McpClientException e) {
      System.out.println("another reason: " + e.getMessage());
    }
  }
  // @end region="catch"
}
