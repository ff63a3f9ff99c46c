/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.benchmarks.peer;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures;
import io.modelcontextprotocol.server.McpStatelessServerFeatures;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import tools.jackson.databind.json.JsonMapper;

/**
 * The same tools as those of {@code serve}, offered by the official Java SDK: {@code PORT} or
 * {@code --stdio}.
 */
public final class OfficialServer {
  private static final int HUNDRED = 100;
  private static final int STEPS = 10;
  private static final Map<String, Object> SCHEMA =
      Map.of(
          "type",
          "object",
          "properties",
          Map.of("text", Map.of("type", "string", "description", "what to say")),
          "required",
          List.of("text"));

  private static final McpJsonMapper JSON = new JacksonMcpJsonMapper(JsonMapper.shared());

  private OfficialServer() {}

  /**
   * Serves until the process is ended.
   *
   * @param args the port, or {@code --stdio}
   * @throws LifecycleException if the port is taken
   * @throws IOException if there is no folder for temporary files
   */
  public static void main(String[] args) throws LifecycleException, IOException {
    if (args[0].equals("--stdio")) {
      serveStdio();
    } else {
      serveHttp(Integer.parseInt(args[0]));
    }
  }

  private static void serveStdio() {
    var unused =
        McpServer.sync(new StdioServerTransportProvider(JSON))
            .serverInfo("echo", "1.0.0")
            .capabilities(McpSchema.ServerCapabilities.builder().tools(false).build())
            .tools(
                McpServerFeatures.SyncToolSpecification.builder()
                    .tool(tool(0))
                    .callHandler((exchange, request) -> answer(request))
                    .build())
            .build();
  }

  private static void serveHttp(int port) throws LifecycleException, IOException {
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(Files.createTempDirectory("tomcat").toString());
    Connector connector = new Connector();
    connector.setPort(port);
    connector.setProperty("address", "127.0.0.1");
    connector.setProperty("maxKeepAliveRequests", "-1");
    tomcat.setConnector(connector);
    Context context = tomcat.addContext("", null);
    add(context, "/mcp", 1);
    add(context, "/mcp100", HUNDRED);
    addProgress(context, "/progress");
    tomcat.start();
    System.err.println("serving on " + port);
  }

  private static void add(Context context, String path, int tools) {
    HttpServletStatelessServerTransport transport =
        HttpServletStatelessServerTransport.builder()
            .jsonMapper(JSON)
            .messageEndpoint(path)
            .build();
    var unused =
        McpServer.sync(transport)
            .serverInfo("echo", "1.0.0")
            .capabilities(McpSchema.ServerCapabilities.builder().tools(false).build())
            .tools(
                IntStream.range(0, tools)
                    .mapToObj(
                        i ->
                            McpStatelessServerFeatures.SyncToolSpecification.builder()
                                .tool(tool(i))
                                .callHandler((ctx, request) -> answer(request))
                                .build())
                    .toList())
            .build();
    map(context, path, transport);
  }

  /** Sessions come with it: a stateless server of this SDK reports no progress. */
  private static void addProgress(Context context, String path) {
    HttpServletStreamableServerTransportProvider transport =
        HttpServletStreamableServerTransportProvider.builder()
            .jsonMapper(JSON)
            .mcpEndpoint(path)
            .build();
    var unused =
        McpServer.sync(transport)
            .serverInfo("echo", "1.0.0")
            .capabilities(McpSchema.ServerCapabilities.builder().tools(false).build())
            .tools(
                McpServerFeatures.SyncToolSpecification.builder()
                    .tool(tool(0))
                    .callHandler(OfficialServer::answerWithProgress)
                    .build())
            .build();
    map(context, path, transport);
  }

  private static McpSchema.CallToolResult answerWithProgress(
      McpSyncServerExchange exchange, McpSchema.CallToolRequest request) {
    for (int step = 1; step <= STEPS; step++) {
      exchange.progressNotification(
          McpSchema.ProgressNotification.builder(request.meta().get("progressToken"), step)
              .total((double) STEPS)
              .message(String.valueOf(request.arguments().get("text")))
              .build());
    }
    return answer(request);
  }

  private static void map(Context context, String path, HttpServlet servlet) {
    Tomcat.addServlet(context, path, servlet).setAsyncSupported(true);
    context.addServletMappingDecoded(path, path);
  }

  private static McpSchema.Tool tool(int number) {
    return McpSchema.Tool.builder(number == 0 ? "echo" : "echo" + number, SCHEMA)
        .description("Says what it is told")
        .build();
  }

  private static McpSchema.CallToolResult answer(McpSchema.CallToolRequest request) {
    return McpSchema.CallToolResult.builder()
        .addTextContent(String.valueOf(request.arguments().get("text")))
        .isError(false)
        .build();
  }
}
