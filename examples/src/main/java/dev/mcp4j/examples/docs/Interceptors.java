/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.api.Reply;
import dev.mcp4j.api.tool.CallToolRequestParams;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.RequestFailedException;
import dev.mcp4j.server.Interceptor;
import dev.mcp4j.server.McpException;
import dev.mcp4j.server.McpRequest;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.util.concurrent.Semaphore;

/** Interceptors that audit every request, and limit how many run at a time. */
public final class Interceptors {
  // @start region="audit"
  static Reply<?> audit(McpRequest<?> request, Interceptor.Chain chain) throws Exception {
    String what =
        request.params() instanceof CallToolRequestParams call
            ? "tool " + call.name()
            : request.method();
    try {
      Reply<?> reply = chain.proceed(request);
      System.out.println("audit: " + what + " over " + request.caller().transport());
      return reply;
    } catch (McpException e) {
      System.out.println("audit: " + what + " refused with " + e.code());
      throw e;
    }
  }

  // @end region="audit"

  // @start region="limit"
  static Interceptor atMost(int calls) {
    Semaphore free = new Semaphore(calls);
    return (request, chain) -> {
      if (!free.tryAcquire()) {
        throw new McpException(1429, "Too many calls, try again later");
      }
      try {
        return chain.proceed(request);
      } finally {
        free.release();
      }
    };
  }

  // @end region="limit"

  public static void main(String[] args) {
    // @start region="server"
    McpServer server =
        McpServer.named("careful", "1.0.0")
            .interceptor(Interceptors::audit)
            .interceptor(atMost(10))
            .tool("work", tool -> tool.handle((none, call) -> "Worked."))
            .build();
    // @end region="server"
    try (server;
        HttpServerHandle http = server.serveHttp(0);
        McpClient client = McpClient.connect(http.uri())) {
      System.out.println(client.call("work").as(String.class));
      try {
        client.call("rest").result();
      } catch (RequestFailedException e) {
        System.out.println(e.error().message());
      }
    }
  }
}
