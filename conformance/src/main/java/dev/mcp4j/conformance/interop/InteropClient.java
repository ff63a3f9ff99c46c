/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.interop;

import static dev.mcp4j.conformance.interop.Steps.check;

import dev.mcp4j.api.prompt.PromptMessage;
import dev.mcp4j.api.resource.TextResourceContents;
import dev.mcp4j.api.subscription.SubscriptionFilter;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.api.tool.Tool;
import dev.mcp4j.client.CallCancelledException;
import dev.mcp4j.client.ChangeListener;
import dev.mcp4j.client.ListenHandle;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.McpClientBuilder;
import dev.mcp4j.client.McpClientException;
import dev.mcp4j.client.PendingCall;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The client of this project, with a server that offers the fixture contract. */
public final class InteropClient {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String WAIT = "conformance_wait";
  private static final String WAITS = "conformance_waits";

  private final McpClient client;
  private final Steps steps;
  private Set<String> tools = Set.of();

  private InteropClient(McpClient client, Steps steps) {
    this.client = client;
    this.steps = steps;
  }

  /**
   * Goes through the features one by one.
   *
   * @param args the URL of a server, or a command with its arguments
   */
  public static void main(String[] args) {
    if (args.length == 0) {
      System.err.println("usage: InteropClient URL | COMMAND ARGS...");
      System.exit(2);
    }
    Steps steps = new Steps(System.out);
    McpClientBuilder builder = McpClient.builder();
    if (args.length == 1 && args[0].startsWith("http")) {
      builder.http(URI.create(args[0]));
    } else {
      builder.stdio(args);
    }
    try (McpClient client =
        builder
            .clientInfo("mcp4j-interop", "1")
            .timeout(PATIENCE)
            .onElicitation(form -> form.accept(Map.of("name", "Ada", "username", "Ada")))
            .build()) {
      new InteropClient(client, steps).play();
    }
    System.exit(steps.failed() ? 1 : 0);
  }

  private void play() {
    steps.step("list", this::list);
    System.out.println("        at revision " + client.protocolVersion());
    steps.step("call", this::call);
    steps.step("structured output", this::structured);
    steps.step("progress", this::progress);
    steps.step("elicitation", this::elicitation);
    steps.step("read", this::read);
    steps.step("prompt", this::prompt);
    steps.step("errors", this::errors);
    steps.step("change of a list", this::change);
    steps.step("change of a resource", this::update);
    steps.step("cancellation", this::cancellation);
    if (tools.contains(WAITS)) {
      steps.step("cancellation, on the server", this::cancelled);
    } else {
      steps.skip("cancellation, on the server", "it has no tool " + WAITS);
    }
  }

  private void list() {
    tools = client.tools().stream().map(Tool::name).collect(Collectors.toSet());
    check(tools.contains("test_simple_text"), tools);
    check(client.resources().stream().count() >= 3, "resources");
    check(client.prompts().stream().count() >= 4, "prompts");
  }

  private void call() {
    CallToolResult result = client.call("test_multiple_content_types").result();
    check(result.content().size() == 3, result);
  }

  private void structured() {
    ObjectNode value = JsonNodeFactory.instance.objectNode().put("text", "Grüße 🌍").put("n", 1.5);
    value.putArray("list").add(1).addNull().add(true);
    ObjectNode input = JsonNodeFactory.instance.objectNode();
    input.set("value", value);
    JsonNode output = client.call("conformance_echo", input).as(JsonNode.class);
    check(output.path("value").toString().equals(value.toString()), output);
  }

  private void progress() {
    List<Double> seen = new CopyOnWriteArrayList<>();
    client.call("test_tool_with_progress").onProgress(p -> seen.add(p.progress())).result();
    check(seen.size() >= 2 && seen.equals(seen.stream().sorted().toList()), seen);
  }

  private void elicitation() {
    CallToolResult result =
        tools.contains("test_input_required_result_elicitation")
            ? client.call("test_input_required_result_elicitation").result()
            : client.call("test_elicitation", Map.of("message", "Who are you?")).result();
    check(!result.failed() && result.content().toString().contains("Ada"), result);
  }

  private void read() {
    boolean text =
        client.read("test://static-text").contents().get(0) instanceof TextResourceContents;
    check(text, "no text");
    check(!client.read("test://template/7/data").contents().isEmpty(), "no contents");
  }

  private void prompt() {
    List<PromptMessage> messages =
        client
            .prompt("test_prompt_with_arguments", Map.of("arg1", "one", "arg2", "two"))
            .messages();
    check(messages.toString().contains("one"), messages);
  }

  private void errors() {
    check(client.call("test_error_handling").result().failed(), "no isError");
    try {
      CallToolResult result = client.call("there_is_no_such_tool").result();
      check(result.failed(), result);
    } catch (McpClientException e) {
      check(e.getMessage() != null, e);
    }
  }

  private void change() throws Exception {
    CountDownLatch heard = new CountDownLatch(1);
    SubscriptionFilter filter = SubscriptionFilter.builder().toolsListChanged(true).build();
    ChangeListener listener =
        new ChangeListener() {
          @Override
          public void onToolsChanged() {
            heard.countDown();
          }
        };
    try (ListenHandle handle = client.listen(filter, listener)) {
      check(Boolean.TRUE.equals(handle.acknowledged().toolsListChanged()), handle.acknowledged());
      client.call("test_trigger_tool_change").result();
      check(heard.await(PATIENCE.toSeconds(), TimeUnit.SECONDS), "nothing heard");
    }
  }

  private void update() throws Exception {
    String watched = "test://watched-resource";
    CountDownLatch heard = new CountDownLatch(1);
    SubscriptionFilter filter =
        SubscriptionFilter.builder().resourceSubscriptions(List.of(watched)).build();
    ChangeListener listener =
        new ChangeListener() {
          @Override
          public void onResourceUpdated(String uri) {
            heard.countDown();
          }
        };
    try (ListenHandle handle = client.listen(filter, listener)) {
      check(handle.isOpen(), handle);
      client.call("conformance_touch_resource").result();
      check(heard.await(PATIENCE.toSeconds(), TimeUnit.SECONDS), "nothing heard");
    }
  }

  private void cancellation() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    PendingCall<CallToolResult> call =
        client.call(WAIT, Map.of("millis", 15_000)).onProgress(p -> running.countDown()).start();
    check(running.await(PATIENCE.toSeconds(), TimeUnit.SECONDS), "no progress");
    call.cancel();
    try {
      CallToolResult result = call.await();
      throw new AssertionError("not cancelled: " + result);
    } catch (CallCancelledException e) {
      check(call.isDone(), e);
    }
    check(!client.call("test_simple_text").result().failed(), "the next call");
  }

  /** The server may take a moment to notice. */
  private void cancelled() throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    JsonNode waits = client.call(WAITS).as(JsonNode.class);
    while (waits.path("running").intValue() > 0 && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(50);
      waits = client.call(WAITS).as(JsonNode.class);
    }
    check(waits.path("running").intValue() == 0 && waits.path("cancelled").intValue() > 0, waits);
  }
}
