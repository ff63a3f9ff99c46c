package peer;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.CompleteRequest;
import io.modelcontextprotocol.spec.McpSchema.CreateMessageResult;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.PromptReference;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.Root;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The client of the official Java SDK as a driver for the suite (docs/conformance-drivers.md). */
public final class JavaDriver {
  private static final List<String> ABILITIES =
      List.of(
          "http",
          "stdio",
          "legacy",
          "tools",
          "resources",
          "templates",
          "prompts",
          "completion",
          "elicitation",
          "url",
          "sampling",
          "roots",
          "timeout",
          "progress",
          "output-schema");

  private static final McpJsonMapper JSON = McpJsonDefaults.getMapper();
  private static final TypeRef<Map<String, Object>> OBJECT = new TypeRef<>() {};
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private static final Map<String, McpSyncClient> CLIENTS = new ConcurrentHashMap<>();

  private JavaDriver() {}

  public static void main(String[] args) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      Map<String, Object> command = JSON.readValue(line, OBJECT);
      Thread thread = new Thread(() -> obey(command));
      thread.setDaemon(true);
      thread.start();
    }
    System.exit(0);
  }

  private static void obey(Map<String, Object> command) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", command.get("id"));
    try {
      line.put("ok", act(command));
    } catch (Exception | LinkageError e) {
      Map<String, Object> failure = new LinkedHashMap<>();
      Throwable cause = McpError.findRootCause(e);
      failure.put("message", String.valueOf(cause.getMessage()));
      if (cause instanceof McpError error && error.getJsonRpcError() != null) {
        failure.put("code", error.getJsonRpcError().code());
      }
      line.put("failed", failure);
    }
    say(line);
  }

  private static synchronized void say(Map<String, Object> line) {
    try {
      OUT.println(JSON.writeValueAsString(line));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object act(Map<String, Object> command) {
    String as = text(command, "as");
    switch (text(command, "do")) {
      case "hello":
        return Map.of(
            "driver", 1, "name", "mcp (Java)", "version", "2.1.0", "abilities", ABILITIES);
      case "reset":
        CLIENTS.keySet().forEach(JavaDriver::close);
        return Map.of();
      case "connect":
        CLIENTS.put(as, connect(as, command));
        return Map.of();
      case "close":
        close(as);
        return Map.of();
      default:
        return ask(CLIENTS.get(as), command);
    }
  }

  /** The client shakes hands with the first request that it sends. */
  private static Object ask(McpSyncClient client, Map<String, Object> command) {
    switch (text(command, "do")) {
      case "list":
        return list(client, text(command, "of"));
      case "call":
        CallToolRequest.Builder call =
            CallToolRequest.builder(text(command, "tool")).arguments(object(command, "arguments"));
        if (Boolean.TRUE.equals(command.get("progress"))) {
          call.progressToken(UUID.randomUUID().toString());
        }
        return client.callTool(call.build());
      case "read":
        return client.readResource(ReadResourceRequest.builder(text(command, "uri")).build());
      case "prompt":
        return client.getPrompt(
            GetPromptRequest.builder(text(command, "name"))
                .arguments(object(command, "arguments"))
                .build());
      case "complete":
        return client.completeCompletion(
            new CompleteRequest(
                new PromptReference(text(command, "prompt")),
                new CompleteRequest.CompleteArgument(
                    text(command, "argument"), text(command, "value"))));
      default:
        throw new IllegalArgumentException("unknown command " + command.get("do"));
    }
  }

  private static Object list(McpSyncClient client, String kind) {
    return switch (kind) {
      case "tools" -> client.listTools().tools();
      case "resources" -> client.listResources().resources();
      case "templates" -> client.listResourceTemplates().resourceTemplates();
      default -> client.listPrompts().prompts();
    };
  }

  private static McpSyncClient connect(String as, Map<String, Object> command) {
    Map<String, Object> handlers = object(command, "handlers");
    McpClient.SyncSpec client =
        McpClient.sync(transport(object(command, "to"), command.get("revision")))
            .enableCallToolSchemaCaching(true)
            .applyElicitationDefaults(true)
            .progressConsumer(
                progress -> say(Map.of("event", "progress", "as", as, "params", tree(progress))));
    if (command.get("timeout") instanceof Number timeout) {
      client.requestTimeout(Duration.ofMillis(timeout.longValue()));
    }
    answer(as, client, handlers);
    return client.build();
  }

  private static void answer(String as, McpClient.SyncSpec client, Map<String, Object> handlers) {
    ClientCapabilities.Builder capabilities = ClientCapabilities.builder();
    boolean form = handlers.containsKey("elicitation");
    boolean url = handlers.containsKey("url");
    if (form || url) {
      capabilities.elicitation(form, url);
    }
    if (form) {
      client.elicitation(
          question -> asked(as, "elicitation", question, handlers, ElicitResult.class));
    }
    if (url) {
      client.urlElicitation(question -> asked(as, "url", question, handlers, ElicitResult.class));
    }
    if (handlers.containsKey("sampling")) {
      capabilities.sampling();
      client.sampling(
          question -> asked(as, "sampling", question, handlers, CreateMessageResult.class));
    }
    if (handlers.containsKey("roots")) {
      capabilities.roots(true);
      List<Root> roots = new ArrayList<>();
      ((List<?>) handlers.get("roots")).forEach(root -> roots.add(JSON.convertValue(root, Root.class)));
      client.roots(roots);
    }
    client.capabilities(capabilities.build());
  }

  private static <T> T asked(
      String as, String kind, Object question, Map<String, Object> handlers, Class<T> type) {
    say(Map.of("event", "asked", "as", as, "kind", kind, "params", tree(question)));
    return JSON.convertValue(handlers.get(kind), type);
  }

  private static McpClientTransport transport(Map<String, Object> to, Object revision) {
    if (to.get("http") instanceof String http) {
      URI uri = URI.create(http);
      HttpClientStreamableHttpTransport.Builder transport =
          HttpClientStreamableHttpTransport.builder(uri.resolve("/").toString())
              .endpoint(uri.getPath());
      if (revision instanceof String only) {
        transport.supportedProtocolVersions(List.of(only));
      }
      return transport.build();
    }
    List<String> words = ((List<?>) to.get("stdio")).stream().map(String::valueOf).toList();
    StdioClientTransport transport =
        new StdioClientTransport(
            ServerParameters.builder(words.get(0)).args(words.subList(1, words.size())).build(),
            JSON);
    transport.setStdErrorHandler(line -> {});
    return transport;
  }

  private static void close(String as) {
    McpSyncClient client = CLIENTS.remove(as);
    if (client != null) {
      client.closeGracefully();
    }
  }

  private static Object tree(Object value) {
    return JSON.convertValue(value, OBJECT);
  }

  private static String text(Map<String, Object> object, String name) {
    return String.valueOf(object.get(name));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(Map<String, Object> object, String name) {
    return (Map<String, Object>) object.getOrDefault(name, Map.of());
  }
}
