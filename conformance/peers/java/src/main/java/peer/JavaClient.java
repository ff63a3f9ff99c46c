package peer;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.CompleteRequest;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.PromptReference;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.SubscribeRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The client of the official Java SDK, with a server that offers the fixture contract.
 *
 * <p>usage: JavaClient URL | COMMAND ARGS...
 */
public final class JavaClient {
  private static final int PATIENCE = 20;

  private static final CountDownLatch TOOLS_CHANGED = new CountDownLatch(1);
  private static final CountDownLatch RESOURCE_UPDATED = new CountDownLatch(1);
  private static final List<Double> PROGRESS = new CopyOnWriteArrayList<>();

  private static boolean failed;

  private JavaClient() {}

  private interface Step {
    void run() throws Exception;
  }

  public static void main(String[] args) {
    try (McpSyncClient client = client(transport(args))) {
      client.initialize();
      play(client);
    }
    System.exit(failed ? 1 : 0);
  }

  private static McpClientTransport transport(String[] args) {
    if (args[0].startsWith("http")) {
      URI uri = URI.create(args[0]);
      return HttpClientStreamableHttpTransport.builder(uri.resolve("/").toString())
          .endpoint(uri.getPath())
          .build();
    }
    List<String> rest = Arrays.asList(args).subList(1, args.length);
    ServerParameters parameters = ServerParameters.builder(args[0]).args(rest).build();
    StdioClientTransport transport =
        new StdioClientTransport(parameters, McpJsonDefaults.getMapper());
    transport.setStdErrorHandler(line -> {});
    return transport;
  }

  private static McpSyncClient client(McpClientTransport transport) {
    return McpClient.sync(transport)
        .requestTimeout(Duration.ofSeconds(PATIENCE))
        .capabilities(ClientCapabilities.builder().elicitation().build())
        .elicitation(
            request -> new ElicitResult(ElicitResult.Action.ACCEPT, Map.of("username", "Ada", "email", "ada@example.com")))
        .toolsChangeConsumer(tools -> TOOLS_CHANGED.countDown())
        .resourcesUpdateConsumer(contents -> RESOURCE_UPDATED.countDown())
        .progressConsumer(progress -> PROGRESS.add(progress.progress()))
        .build();
  }

  private static void play(McpSyncClient client) {
    step(
        "list",
        () -> {
          check(
              client.listTools().tools().stream().anyMatch(t -> t.name().equals("test_simple_text")),
              "no tool");
          check(client.listResources().resources().size() >= 3, "resources");
          check(client.listPrompts().prompts().size() >= 4, "prompts");
        });
    System.out.println(
        "        at revision " + client.getCurrentInitializationResult().protocolVersion());
    step(
        "call",
        () -> {
          CallToolResult result = call(client, "test_multiple_content_types", Map.of());
          check(result.content().size() == 3, result);
        });
    step(
        "structured output",
        () -> {
          Map<String, Object> value = Map.of("text", "Grüße 🌍", "n", 1.5, "list", List.of(1, true));
          CallToolResult result = call(client, "conformance_echo", Map.of("value", value));
          check(Map.of("value", value).equals(result.structuredContent()), result);
        });
    step(
        "progress",
        () -> {
          client.callTool(
              CallToolRequest.builder("test_tool_with_progress").progressToken("token").build());
          check(PROGRESS.size() >= 2, PROGRESS);
        });
    step(
        "elicitation",
        () -> {
          CallToolResult result =
              call(client, "test_elicitation", Map.of("message", "Who are you?"));
          check(result.content().toString().contains("Ada"), result);
        });
    step(
        "read",
        () -> {
          check(!read(client, "test://static-text").isEmpty(), "no contents");
          check(!read(client, "test://template/7/data").isEmpty(), "no contents");
        });
    step(
        "prompt",
        () -> {
          var result =
              client.getPrompt(
                  GetPromptRequest.builder("test_prompt_with_arguments")
                      .arguments(Map.of("arg1", "one", "arg2", "two"))
                      .build());
          check(result.messages().toString().contains("one"), result);
        });
    step(
        "completion",
        () -> {
          var result =
              client.completeCompletion(
                  new CompleteRequest(
                      new PromptReference("test_prompt_with_arguments"),
                      new CompleteRequest.CompleteArgument("arg1", "par")));
          check(result.completion().values().equals(List.of("paris", "party")), result);
        });
    step(
        "errors",
        () -> {
          check(Boolean.TRUE.equals(call(client, "test_error_handling", Map.of()).isError()), "?");
          boolean refused = false;
          try {
            refused = Boolean.TRUE.equals(call(client, "there_is_no_such_tool", Map.of()).isError());
          } catch (RuntimeException e) {
            refused = true;
          }
          check(refused, "an unknown tool");
        });
    step(
        "change of a list",
        () -> {
          call(client, "test_trigger_tool_change", Map.of());
          check(TOOLS_CHANGED.await(PATIENCE, TimeUnit.SECONDS), "nothing heard");
        });
    step(
        "change of a resource",
        () -> {
          client.subscribeResource(new SubscribeRequest("test://watched-resource"));
          call(client, "conformance_touch_resource", Map.of());
          check(RESOURCE_UPDATED.await(PATIENCE, TimeUnit.SECONDS), "nothing heard");
        });
    System.out.println("skipped cancellation: the client cannot cancel");
  }

  private static CallToolResult call(
      McpSyncClient client, String tool, Map<String, Object> arguments) {
    return client.callTool(CallToolRequest.builder(tool).arguments(arguments).build());
  }

  private static List<?> read(McpSyncClient client, String uri) {
    return client.readResource(ReadResourceRequest.builder(uri).build()).contents();
  }

  private static void step(String name, Step step) {
    try {
      step.run();
      System.out.println("ok      " + name);
    } catch (Exception | AssertionError e) {
      failed = true;
      System.out.println("FAILED  " + name + ": " + e);
    }
  }

  private static void check(boolean holds, Object actual) {
    if (!holds) {
      throw new AssertionError("unexpected: " + actual);
    }
  }
}
