/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.contract;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.SamplingCapability;
import dev.mcp4j.api.TraceContext;
import dev.mcp4j.api.completion.PromptReference;
import dev.mcp4j.api.elicitation.ElicitResult;
import dev.mcp4j.api.roots.Root;
import dev.mcp4j.api.sampling.CreateMessageResult;
import dev.mcp4j.api.subscription.SubscriptionFilter;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.client.ListenHandle;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.McpClientBuilder;
import dev.mcp4j.client.PendingCall;
import dev.mcp4j.client.RelistenPolicy;
import dev.mcp4j.client.TaskReply;
import dev.mcp4j.client.ToolCall;
import dev.mcp4j.client.auth.OAuthAuthorizer;
import dev.mcp4j.client.legacy.LegacyOptions;
import dev.mcp4j.client.transport.HttpOptions;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.jsonrpc.json.McpJson;
import dev.mcp4j.jsonrpc.task.TaskJson;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One client that the driver has set up. */
final class DrivenClient {
  private final McpClient client;
  private final String name;
  private final Consumer<ObjectNode> out;
  private final Optional<OAuthAuthorizer> authorizer;
  private final Map<String, ListenHandle> subscriptions = new ConcurrentHashMap<>();

  private DrivenClient(
      McpClient client,
      String name,
      Consumer<ObjectNode> out,
      Optional<OAuthAuthorizer> authorizer) {
    this.client = client;
    this.name = name;
    this.out = out;
    this.authorizer = authorizer;
  }

  static DrivenClient connect(JsonNode command, Consumer<ObjectNode> out) {
    String name = text(command, "as");
    McpClientBuilder builder =
        McpClient.builder()
            .clientInfo("mcp4j-contract-client", "0.1.0")
            .relisten(new RelistenPolicy(Duration.ofMillis(50), Duration.ofSeconds(1), 20))
            .legacy(LegacyOptions.builder().patience(Duration.ofSeconds(2)).build());
    JsonNode to = command.path("to");
    Optional<OAuthAuthorizer> authorizer = Optional.empty();
    if (to.has("http")) {
      URI server = URI.create(to.path("http").stringValue(""));
      HttpOptions.Builder options = HttpOptions.builder(server);
      if (command.has("authorization")) {
        authorizer = Optional.of(SignIn.at(server, command.path("authorization")));
        options.authorizer(authorizer.get());
      }
      builder.http(options.build());
    } else {
      List<String> words = new ArrayList<>();
      to.path("stdio").forEach(word -> words.add(word.stringValue("")));
      builder.stdio(words.toArray(String[]::new));
    }
    if (command.has("revision")) {
      builder.protocolVersion(text(command, "revision"));
    }
    if (command.has("timeout")) {
      builder.timeout(millis(command.path("timeout")));
    }
    if (command.has("longest")) {
      builder.maxTotal(millis(command.path("longest")));
    }
    if (command.has("trace")) {
      TraceContext trace = new TraceContext(command.path("trace").stringValue(""), null, null);
      builder.traceContext(() -> trace);
    }
    if (command.path("tasks").booleanValue(false)) {
      builder.tasks();
    }
    handlers(builder, command.path("handlers"), (kind, params) -> asked(out, name, kind, params));
    return new DrivenClient(builder.build(), name, out, authorizer);
  }

  private interface Question {
    void asked(String kind, JsonNode params);
  }

  private static void asked(Consumer<ObjectNode> out, String name, String kind, JsonNode params) {
    ObjectNode event = Json.object().put("event", "asked").put("as", name).put("kind", kind);
    event.set("params", params);
    out.accept(event);
  }

  private static void handlers(McpClientBuilder builder, JsonNode handlers, Question question) {
    if (handlers.has("elicitation")) {
      builder.onElicitation(
          form -> {
            question.asked("elicitation", Json.object().put("message", form.message()));
            return McpJson.read(ElicitResult.class, handlers.path("elicitation"));
          });
    }
    if (handlers.has("url")) {
      builder.onUrlElicitation(
          link -> {
            question.asked("url", Json.object().put("message", link.message()));
            return McpJson.read(ElicitResult.class, handlers.path("url")).action();
          });
    }
    boolean tools = handlers.has("sampling-tools");
    if (tools || handlers.has("sampling")) {
      JsonNode answer = handlers.path(tools ? "sampling-tools" : "sampling");
      SamplingCapability capability =
          tools
              ? new SamplingCapability(null, JsonObject.EMPTY, JsonObject.EMPTY)
              : SamplingCapability.BASIC;
      builder.onSampling(
          capability,
          request -> {
            question.asked("sampling", McpJson.toTree(request));
            return McpJson.read(CreateMessageResult.class, answer);
          });
    }
    if (handlers.has("roots")) {
      List<Root> roots = new ArrayList<>();
      handlers.path("roots").forEach(root -> roots.add(McpJson.read(Root.class, root)));
      builder.onRoots(
          () -> {
            question.asked("roots", Json.object());
            return roots;
          });
    }
  }

  JsonNode carryOut(JsonNode command, Consumer<Runnable> onCancel) {
    return switch (text(command, "do")) {
      case "discover" -> McpJson.toTree(client.discover());
      case "list" -> list(text(command, "of"));
      case "call" -> call(command, onCancel);
      case "read" -> McpJson.toTree(client.read(text(command, "uri")));
      case "prompt" ->
          McpJson.toTree(client.prompt(text(command, "name"), strings(command.path("arguments"))));
      case "complete" ->
          McpJson.toTree(
              client.complete(
                  new PromptReference(text(command, "prompt"), null),
                  text(command, "argument"),
                  text(command, "value")));
      case "listen" -> listen(command);
      case "unlisten" -> unlisten(text(command, "subscription"));
      case "begin" -> begin(client.call(text(command, "tool"), command.path("arguments")));
      case "task-get" -> TaskJson.write(client.task(text(command, "task")).get()).node();
      case "task-result" -> McpJson.toTree(client.task(text(command, "task")).result());
      case "task-cancel" -> cancelTask(text(command, "task"));
      default -> throw new IllegalArgumentException("there is no command " + text(command, "do"));
    };
  }

  private static String text(JsonNode command, String member) {
    return command.path(member).stringValue("");
  }

  private JsonNode unlisten(String subscription) {
    ListenHandle handle = subscriptions.remove(subscription);
    if (handle != null) {
      handle.close();
    }
    return Json.object();
  }

  private JsonNode list(String kind) {
    Iterable<?> items =
        switch (kind) {
          case "tools" -> client.tools();
          case "resources" -> client.resources();
          case "templates" -> client.resourceTemplates();
          case "prompts" -> client.prompts();
          default -> throw new IllegalArgumentException("there is no list of " + kind);
        };
    List<JsonNode> nodes = new ArrayList<>();
    items.forEach(item -> nodes.add(McpJson.toTree(item)));
    return Json.array(nodes);
  }

  private JsonNode call(JsonNode command, Consumer<Runnable> onCancel) {
    ToolCall call = client.call(text(command, "tool"), command.path("arguments"));
    if (command.path("progress").booleanValue(false)) {
      call.resetOnProgress()
          .onProgress(
              progress -> {
                ObjectNode event = Json.object().put("event", "progress").put("as", name);
                event.set("params", McpJson.toTree(progress));
                out.accept(event);
              });
    }
    PendingCall<CallToolResult> pending = call.start();
    onCancel.accept(pending::cancel);
    return McpJson.toTree(pending.await());
  }

  private static JsonNode begin(ToolCall call) {
    TaskReply reply = call.sendDetached();
    return reply instanceof TaskReply.Running running
        ? Json.object().put("task", running.task().id())
        : McpJson.toTree(((TaskReply.Done) reply).result());
  }

  private JsonNode cancelTask(String id) {
    client.task(id).cancel();
    return Json.object();
  }

  private JsonNode listen(JsonNode command) {
    String subscription = text(command, "subscription");
    SubscriptionFilter filter = McpJson.read(SubscriptionFilter.class, command.path("filter"));
    ListenHandle handle = client.listen(filter, new TellingListener(name, subscription, out));
    subscriptions.put(subscription, handle);
    return McpJson.toTree(handle.acknowledged());
  }

  private static Map<String, String> strings(JsonNode members) {
    Map<String, String> strings = new HashMap<>();
    members.properties().forEach(m -> strings.put(m.getKey(), m.getValue().stringValue("")));
    return strings;
  }

  private static Duration millis(JsonNode number) {
    return Duration.ofMillis(number.longValue(0));
  }

  void close() {
    client.close();
    authorizer.ifPresent(OAuthAuthorizer::close);
  }
}
