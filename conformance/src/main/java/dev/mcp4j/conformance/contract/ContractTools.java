/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.contract;

import dev.mcp4j.api.LoggingLevel;
import dev.mcp4j.server.Call;
import dev.mcp4j.server.McpServer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Adds the tools of the contract that the official suite's fixture does not have. */
public final class ContractTools {
  private static final String ECHO_OUTPUT =
      """
      {"type":"object","properties":{"value":{}},"required":["value"]}
      """;
  private static final String MIRROR_INPUT =
      """
      {"type":"object","properties":{
        "count":{"type":"integer","x-mcp-header":"Count"},
        "flag":{"type":"boolean","x-mcp-header":"Flag"},
        "label":{"type":"string","x-mcp-header":"Label"}}}
      """;
  private static final String STRICT_INPUT =
      """
      {"type":"object","properties":{
        "number":{"type":"integer","minimum":0,"maximum":10},
        "word":{"type":"string","minLength":1,"maxLength":5},
        "choice":{"enum":["red","green","blue"]}},
       "required":["number"],"additionalProperties":false}
      """;
  private static final String WAIT_INPUT =
      """
      {"type":"object","properties":{"millis":{"type":"integer","minimum":0,"maximum":60000}}}
      """;
  private static final int MOST_PAGES = 2;

  private final McpServer server;
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger cancelled = new AtomicInteger();

  private ContractTools(McpServer server) {
    this.server = server;
  }

  /**
   * Adds the tools, and resources for more than one page.
   *
   * @param server a server whose tools and resources may change
   * @return the same server
   */
  public static McpServer addTo(McpServer server) {
    new ContractTools(server).add();
    return server;
  }

  private void add() {
    server.addTool(
        "conformance_echo",
        tool ->
            tool.description("Returns its arguments as structured content")
                .readOnly()
                .inputSchema("{\"type\":\"object\",\"properties\":{\"value\":{}}}")
                .outputSchema(ECHO_OUTPUT)
                .handle((input, call) -> object().set("value", input.node().get("value"))));
    server.addTool(
        "conformance_mirror",
        tool ->
            tool.description("Has parameters of every kind that is mirrored into headers")
                .readOnly()
                .inputSchema(MIRROR_INPUT)
                .handle((input, call) -> "mirrored " + input.node()));
    server.addTool(
        "conformance_strict",
        tool ->
            tool.description("Has an input schema that refuses a lot")
                .readOnly()
                .inputSchema(STRICT_INPUT)
                .handle((input, call) -> "accepted " + input.node()));
    server.addTool(
        "conformance_wait",
        tool ->
            tool.description("Makes progress until it is cancelled or the time is over")
                .inputSchema(WAIT_INPUT)
                .handle((input, call) -> await(input.node().path("millis").intValue(5000), call)));
    server.addTool(
        "conformance_waits",
        tool ->
            tool.description("Tells how many waits run, and how many were cancelled")
                .readOnly()
                .handle(
                    (input, call) ->
                        object().put("running", running.get()).put("cancelled", cancelled.get())));
    server.addTool(
        "conformance_log",
        tool ->
            tool.description("Logs once at each level")
                .handle(
                    (input, call) -> {
                      for (LoggingLevel level : LoggingLevel.values()) {
                        call.log(level, "a message of the level " + level);
                      }
                      return "logged";
                    }));
    server.addTool(
        "conformance_touch_resource",
        tool ->
            tool.description("Says that the watched resource has changed")
                .handle(
                    (input, call) -> {
                      server.resourceUpdated("test://watched-resource");
                      return "touched";
                    }));
    server.addTool(
        "conformance_change_resources",
        tool ->
            tool.description("Adds a resource and takes it away again")
                .handle(
                    (input, call) -> {
                      server.addResource("test://transient", r -> r.name("Gone soon").text(""));
                      server.removeResource("test://transient");
                      return "changed";
                    }));
    server.addTool(
        "conformance_url_elicitation",
        tool ->
            tool.description("Asks the user to open a URL")
                .handle(
                    (input, call) ->
                        "opened "
                            + call.elicitUrl(
                                    "consent", "Please agree.", "https://example.com/agree?n=1")
                                .orCancel()));
    server.addTool(
        "conformance_complete_urls",
        tool ->
            tool.description("Says that what users had to do at a URL is done")
                .handle(
                    (input, call) -> {
                      server.urlElicitationCompleted("https://example.com/agree?n=1");
                      return "told";
                    }));
    server.addTool(
        "conformance_sampling_tools",
        tool ->
            tool.description("Lets the client's model use a tool")
                .handle((input, call) -> SamplingLoop.run(call)));
    ContractTaskTools.addTo(server);
    // More than two pages of the default size.
    for (int i = 0; i < 100 * MOST_PAGES; i++) {
      String number = String.valueOf(i);
      server.addResource("test://numbered/" + i, r -> r.name("Number " + number).text(number));
    }
  }

  private String await(int millis, Call call) throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    int progress = 0;
    running.incrementAndGet();
    call.cancellation()
        .onCancel(
            () -> {
              cancelled.incrementAndGet();
              end.countDown();
            });
    try {
      long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
      while (System.nanoTime() < deadline && !end.await(50, TimeUnit.MILLISECONDS)) {
        call.progress(++progress);
      }
      return "waited";
    } finally {
      running.decrementAndGet();
    }
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
