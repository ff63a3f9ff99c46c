package peer;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.AudioContent;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Content;
import io.modelcontextprotocol.spec.McpSchema.CreateMessageRequest;
import io.modelcontextprotocol.spec.McpSchema.CreateMessageResult;
import io.modelcontextprotocol.spec.McpSchema.ElicitRequest;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import io.modelcontextprotocol.spec.McpSchema.EmbeddedResource;
import io.modelcontextprotocol.spec.McpSchema.ImageContent;
import io.modelcontextprotocol.spec.McpSchema.LoggingLevel;
import io.modelcontextprotocol.spec.McpSchema.LoggingMessageNotification;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import io.modelcontextprotocol.spec.McpSchema.ResourcesUpdatedNotification;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.SamplingMessage;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The tools of the suite's fixture contract that the official Java SDK can offer. */
final class Tools {
  static final String PNG =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
  private static final String WAV = "UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA=";
  private static final String EVERY_KEYWORD =
      """
      {"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object",
       "$defs":{"address":{"$anchor":"addressDef","type":"object",
         "properties":{"street":{"type":"string"},"city":{"type":"string"}}}},
       "properties":{"name":{"type":"string"},"address":{"$ref":"#/$defs/address"},
         "contactMethod":{"type":"string","enum":["phone","email"]},
         "phone":{"type":"string"},"email":{"type":"string"}},
       "allOf":[{"anyOf":[{"required":["phone"]},{"required":["email"]}]}],
       "if":{"properties":{"contactMethod":{"const":"phone"}},"required":["contactMethod"]},
       "then":{"required":["phone"]},"else":{"required":["email"]},
       "additionalProperties":false}
      """;
  private static final String STRICT =
      """
      {"type":"object","properties":{
        "number":{"type":"integer","minimum":0,"maximum":10},
        "word":{"type":"string","minLength":1,"maxLength":5},
        "choice":{"enum":["red","green","blue"]}},
       "required":["number"],"additionalProperties":false}
      """;
  private static final String NAME =
      """
      {"type":"object","properties":{"username":{"type":"string"},"email":{"type":"string"}},
       "required":["username"]}
      """;

  /** A tool. With {@code talks}, it needs a session to talk to the client. */
  record Entry(
      Tool tool,
      boolean talks,
      BiFunction<McpSyncServerExchange, CallToolRequest, CallToolResult> handler) {}

  private final List<Entry> entries = new ArrayList<>();
  private final Supplier<McpSyncServer> server;

  private Tools(Supplier<McpSyncServer> server) {
    this.server = server;
  }

  /** All tools; {@code server} gives the server, once there is one, for tools that change it. */
  static List<Entry> all(Supplier<McpSyncServer> server) {
    Tools tools = new Tools(server);
    tools.contents();
    tools.schemas();
    tools.talking();
    tools.changing();
    return tools.entries;
  }

  private void contents() {
    Content image = ImageContent.builder(PNG, "image/png").build();
    Content audio = AudioContent.builder(WAV, "audio/wav").build();
    Content embedded =
        EmbeddedResource.builder(
                new TextResourceContents("test://embedded", "text/plain", "Embedded."))
            .build();
    Content text = new TextContent("Several kinds.");
    add(readOnly("test_simple_text"), (exchange, request) -> text("Simple text."));
    add(plain("test_image_content"), (exchange, request) -> contents(image));
    add(plain("test_audio_content"), (exchange, request) -> contents(audio));
    add(plain("test_embedded_resource"), (exchange, request) -> contents(embedded));
    add(
        plain("test_multiple_content_types"),
        (exchange, request) -> contents(text, image, embedded));
    add(
        plain("test_error_handling"),
        (exchange, request) -> failure("This tool always fails."));
  }

  private void schemas() {
    BiFunction<McpSyncServerExchange, CallToolRequest, CallToolResult> accept =
        (exchange, request) -> text("accepted " + request.arguments());
    add(tool("json_schema_2020_12_tool", EVERY_KEYWORD).build(), accept);
    add(
        tool("conformance_strict", STRICT).annotations(reading()).build(),
        accept);
    add(
        tool("conformance_echo", "{\"type\":\"object\",\"properties\":{\"value\":{}}}")
            .outputSchema(
                map("{\"type\":\"object\",\"properties\":{\"value\":{}},\"required\":[\"value\"]}"))
            .annotations(reading())
            .build(),
        (exchange, request) -> {
          Map<String, Object> value = new java.util.HashMap<>();
          value.put("value", request.arguments().get("value"));
          return CallToolResult.builder()
              .structuredContent(value)
              .addTextContent(json(value))
              .build();
        });
  }

  private void talking() {
    talk(
        "test_tool_with_progress",
        (exchange, request) -> {
          for (double progress : new double[] {0, 50, 100}) {
            progress(exchange, request, progress);
          }
          return text("done");
        });
    talk(
        "test_tool_with_logging",
        (exchange, request) -> {
          for (String message : List.of("started", "working", "done")) {
            log(exchange, LoggingLevel.INFO, message);
          }
          return text("logged");
        });
    talk(
        "conformance_log",
        (exchange, request) -> {
          Arrays.stream(LoggingLevel.values())
              .forEach(level -> log(exchange, level, "a message of the level " + level));
          return text("logged");
        });
    add(
        tool(
                "conformance_wait",
                "{\"type\":\"object\",\"properties\":{\"millis\":{\"type\":\"integer\"}}}")
            .build(),
        true,
        (exchange, request) -> {
          int millis = ((Number) request.arguments().getOrDefault("millis", 5000)).intValue();
          for (int waited = 0; waited < millis; waited += 50) {
            sleep(50);
            progress(exchange, request, waited + 50);
          }
          return text("waited");
        });
    add(
        tool(
                "test_sampling",
                "{\"type\":\"object\",\"properties\":{\"prompt\":{\"type\":\"string\"}},"
                    + "\"required\":[\"prompt\"]}")
            .build(),
        true,
        (exchange, request) -> {
          Content prompt = new TextContent(String.valueOf(request.arguments().get("prompt")));
          CreateMessageRequest question =
              new CreateMessageRequest.Builder()
                  .messages(List.of(new SamplingMessage(Role.USER, prompt)))
                  .maxTokens(100)
                  .build();
          CreateMessageResult answer = exchange.createMessage(question);
          return answer.role() == Role.ASSISTANT && answer.content() != null
              ? text("LLM response: " + answer.content())
              : failure("The model's answer is malformed.");
        });
    add(
        tool(
                "test_elicitation",
                "{\"type\":\"object\",\"properties\":{\"message\":{\"type\":\"string\"}},"
                    + "\"required\":[\"message\"]}")
            .build(),
        true,
        (exchange, request) -> {
          String message = String.valueOf(request.arguments().get("message"));
          Map<String, Object> form = map(NAME);
          ElicitResult answer =
              exchange.createElicitation(ElicitRequest.builder(message, form).build());
          boolean fits =
              answer.action() != ElicitResult.Action.ACCEPT
                  || McpJsonDefaults.getSchemaValidator().validate(form, answer.content()).valid();
          return fits
              ? text("User response: " + answer.action() + " " + answer.content())
              : failure("The answer does not fit the form.");
        });
  }

  private void changing() {
    change("test_trigger_tool_change", McpSyncServer::notifyToolsListChanged);
    change("test_trigger_prompt_change", McpSyncServer::notifyPromptsListChanged);
    change("conformance_change_resources", McpSyncServer::notifyResourcesListChanged);
    change(
        "conformance_touch_resource",
        target ->
            target.notifyResourcesUpdated(
                new ResourcesUpdatedNotification("test://watched-resource")));
  }

  private void change(String name, Consumer<McpSyncServer> change) {
    talk(
        name,
        (exchange, request) -> {
          change.accept(server.get());
          return text("changed");
        });
  }

  private void talk(
      String name, BiFunction<McpSyncServerExchange, CallToolRequest, CallToolResult> handler) {
    add(plain(name), true, handler);
  }

  private void add(
      Tool tool, BiFunction<McpSyncServerExchange, CallToolRequest, CallToolResult> handler) {
    add(tool, false, handler);
  }

  private void add(
      Tool tool,
      boolean talks,
      BiFunction<McpSyncServerExchange, CallToolRequest, CallToolResult> handler) {
    entries.add(new Entry(tool, talks, handler));
  }

  private static Tool plain(String name) {
    return tool(name, "{\"type\":\"object\"}").build();
  }

  private static Tool readOnly(String name) {
    return tool(name, "{\"type\":\"object\"}").annotations(reading()).build();
  }

  private static ToolAnnotations reading() {
    return ToolAnnotations.builder().readOnlyHint(true).build();
  }

  private static Tool.Builder tool(String name, String inputSchema) {
    return Tool.builder(name, map(inputSchema)).description("A tool of the fixture");
  }

  private static void progress(
      McpSyncServerExchange exchange, CallToolRequest request, double progress) {
    if (request.progressToken() != null) {
      exchange.progressNotification(
          ProgressNotification.builder(request.progressToken(), progress).build());
    }
  }

  private static void log(McpSyncServerExchange exchange, LoggingLevel level, String message) {
    exchange.loggingNotification(
        LoggingMessageNotification.builder(level, message).logger("fixture").build());
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static CallToolResult text(String text) {
    return CallToolResult.builder().addTextContent(text).build();
  }

  private static CallToolResult failure(String text) {
    return CallToolResult.builder().addTextContent(text).isError(true).build();
  }

  private static CallToolResult contents(Content... contents) {
    return CallToolResult.builder().content(List.of(contents)).build();
  }

  private static String json(Object value) {
    try {
      return McpJsonDefaults.getMapper().writeValueAsString(value);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Object> map(String json) {
    try {
      return McpJsonDefaults.getMapper().readValue(json, new TypeRef<Map<String, Object>>() {});
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
