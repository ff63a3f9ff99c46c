/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.benchmarks.peer;

import dev.mcp4j.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A client that makes calls when it is told to: each line of the input says how many calls, and how
 * many at a time; each line of the output, how many seconds they took.
 */
public final class ClientLoad {
  private static final String CALL =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"echo\","
          + "\"arguments\":{\"text\":\"hello\"},\"_meta\":{"
          + "\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
          + "\"io.modelcontextprotocol/clientInfo\":{\"name\":\"load\",\"version\":\"1\"},"
          + "\"io.modelcontextprotocol/clientCapabilities\":{}}}}";

  private ClientLoad() {}

  /**
   * Makes calls until the input ends.
   *
   * @param args the kind of client, and the server
   * @throws Exception if a call fails
   */
  public static void main(String[] args) throws Exception {
    URI uri = URI.create(args[1]);
    Callable<String> call =
        switch (args[0]) {
          case "mcp4j" -> ours(uri);
          case "bare HttpClient" -> bare(uri);
          default -> official(uri);
        };
    ExecutorService threads = Executors.newCachedThreadPool();
    try (BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String order; (order = orders.readLine()) != null; ) {
        String[] numbers = order.split(" ", -1);
        System.out.println(
            seconds(call, threads, Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1])));
      }
    }
    System.exit(0);
  }

  private static double seconds(
      Callable<String> call, ExecutorService threads, int calls, int atOnce) throws Exception {
    long start = System.nanoTime();
    Callable<Boolean> share =
        () -> {
          for (int i = 0; i < calls / atOnce; i++) {
            if (!call.call().contains("hello")) {
              throw new IOException("a wrong answer");
            }
          }
          return true;
        };
    List<Future<Boolean>> shares = new ArrayList<>();
    for (int i = 0; i < atOnce; i++) {
      shares.add(threads.submit(share));
    }
    for (Future<Boolean> each : shares) {
      each.get();
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static Callable<String> ours(URI uri) {
    McpClient client = McpClient.builder().http(uri).build();
    return () -> client.call("echo", Map.of("text", "hello")).as(String.class);
  }

  private static Callable<String> bare(URI uri) {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .version(HttpClient.Version.HTTP_1_1)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .header("MCP-Protocol-Version", "2026-07-28")
            .header("Mcp-Method", "tools/call")
            .header("Mcp-Name", "echo")
            .POST(HttpRequest.BodyPublishers.ofString(CALL))
            .build();
    return () -> client.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private static Callable<String> official(URI uri) {
    McpSyncClient client =
        io.modelcontextprotocol.client.McpClient.sync(
                HttpClientStreamableHttpTransport.builder(uri.resolve("/").toString())
                    .endpoint(uri.getPath())
                    .build())
            .build();
    var unused = client.initialize();
    McpSchema.CallToolRequest request =
        McpSchema.CallToolRequest.builder("echo").arguments(Map.of("text", "hello")).build();
    return () -> client.callTool(request).content().toString();
  }
}
