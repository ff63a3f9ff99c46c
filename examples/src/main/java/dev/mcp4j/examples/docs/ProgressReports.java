/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.client.McpClient;
import dev.mcp4j.server.Call;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.time.Duration;
import java.util.List;

/** A tool that reports how far it has come. */
public final class ProgressReports {
  // @start region="server"
  static String copy(Call call) {
    List<String> files = List.of("a.txt", "b.txt", "c.txt");
    for (int done = 0; done < files.size(); done++) {
      call.progress(done, (double) files.size(), "copying " + files.get(done));
      // copy the file
    }
    return "Copied " + files.size() + " files.";
  }

  // @end region="server"

  public static void main(String[] args) {
    try (McpServer server =
            McpServer.named("copier", "1.0.0")
                .tool("copy", tool -> tool.handle((none, call) -> copy(call)))
                .build();
        HttpServerHandle http = server.serveHttp(0);
        McpClient client = McpClient.connect(http.uri())) {
      // @start region="client"
      String result =
          client
              .call("copy")
              .onProgress(
                  report ->
                      System.out.println(
                          report.progress() + " of " + report.total() + ": " + report.message()))
              .timeout(Duration.ofSeconds(10))
              .resetOnProgress()
              .maxTotal(Duration.ofMinutes(30))
              .as(String.class);
      // @end region="client"
      System.out.println(result);
    }
  }
}
