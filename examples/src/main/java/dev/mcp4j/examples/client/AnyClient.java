/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.client;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.discovery.DiscoverResult;
import dev.mcp4j.api.subscription.SubscriptionFilter;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.client.ChangeListener;
import dev.mcp4j.client.ListenHandle;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.McpClientBuilder;
import dev.mcp4j.client.McpClientException;
import dev.mcp4j.jsonrpc.json.McpJson;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A client for any server. Prints one JSON document for each step and ends with 0 only if every
 * step succeeded.
 */
public final class AnyClient {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final McpClient client;

  private AnyClient(McpClient client) {
    this.client = client;
  }

  /**
   * Connects and takes the steps.
   *
   * @param args see the usage that is printed without any
   */
  public static void main(String[] args) {
    Arguments arguments;
    try {
      arguments = Arguments.parse(args);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n" + Arguments.USAGE);
      System.exit(2);
      return;
    }
    boolean succeeded = true;
    try (McpClient client = connect(arguments)) {
      AnyClient any = new AnyClient(client);
      for (Arguments.Step step : arguments.steps()) {
        succeeded &= any.take(step);
      }
    } catch (McpClientException e) {
      print(failure("connect", e));
      succeeded = false;
    }
    System.exit(succeeded ? 0 : 1);
  }

  private static McpClient connect(Arguments arguments) {
    McpClientBuilder builder = McpClient.builder().clientInfo("mcp4j-example-client", "1.0.0");
    if (arguments.url() != null) {
      builder.http(arguments.url());
    } else {
      builder.stdio(arguments.command().toArray(String[]::new));
    }
    String answer = arguments.answer();
    builder.onElicitation(form -> answer == null ? form.decline() : form.accept(json(answer)));
    return builder.build();
  }

  private boolean take(Arguments.Step step) {
    List<String> operands = step.operands();
    try {
      return switch (step.name()) {
        case "--list" -> printed(list());
        case "--call" -> call(operands.get(0), operands.get(1));
        case "--read" -> printed(McpJson.toTree(client.read(operands.get(0))));
        case "--prompt" ->
            printed(McpJson.toTree(client.prompt(operands.get(0), strings(operands.get(1)))));
        case "--listen" -> listen(Long.parseLong(operands.get(0)));
        default -> throw new IllegalArgumentException("unknown step " + step.name());
      };
    } catch (McpClientException | IllegalArgumentException e) {
      print(failure(step.name(), e));
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private JsonNode list() {
    DiscoverResult server = client.discover();
    ObjectNode all = JSON.objectNode();
    all.set(
        "server",
        server.meta().serverInfo() == null
            ? JSON.nullNode()
            : McpJson.toTree(server.meta().serverInfo()));
    all.put("revision", client.protocolVersion());
    all.set("capabilities", McpJson.toTree(server.capabilities()));
    if (server.capabilities().tools() != null) {
      all.set("tools", array(client.tools().toList()));
    }
    if (server.capabilities().resources() != null) {
      all.set("resources", array(client.resources().toList()));
      all.set("resourceTemplates", array(client.resourceTemplates().toList()));
    }
    if (server.capabilities().prompts() != null) {
      all.set("prompts", array(client.prompts().toList()));
    }
    return all;
  }

  private boolean call(String tool, String arguments) {
    CallToolResult result = client.call(tool, json(arguments)).result();
    print(McpJson.toTree(result));
    return !result.failed();
  }

  private boolean listen(long seconds) throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    ChangeListener printer = new ChangePrinter(ended);
    SubscriptionFilter everything =
        SubscriptionFilter.builder()
            .toolsListChanged(true)
            .promptsListChanged(true)
            .resourcesListChanged(true)
            .build();
    try (ListenHandle handle = client.listen(everything, printer)) {
      return !ended.await(seconds, TimeUnit.SECONDS) && handle.isOpen();
    }
  }

  private static JsonObject json(String text) {
    return McpJson.read(JsonObject.class, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, String> strings(String text) {
    Map<String, String> strings = new LinkedHashMap<>();
    json(text).node().properties().forEach(e -> strings.put(e.getKey(), e.getValue().asString()));
    return strings;
  }

  private static ArrayNode array(List<?> items) {
    ArrayNode array = JSON.arrayNode();
    items.forEach(item -> array.add(McpJson.toTree(item)));
    return array;
  }

  private static JsonNode failure(String step, RuntimeException e) {
    ObjectNode failure = JSON.objectNode();
    failure.put("failed", step);
    failure.put("reason", String.valueOf(e.getMessage()));
    return failure;
  }

  private static boolean printed(JsonNode document) {
    print(document);
    return true;
  }

  static void print(JsonNode document) {
    System.out.println(document);
  }
}
