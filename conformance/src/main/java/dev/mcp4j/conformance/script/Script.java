/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.script;

import dev.mcp4j.conformance.json.Json;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a scripted server answers to what. Without more it is a sound server of revision 2026-07-28
 * with one tool, {@code echo}, one resource and one prompt. Safe for use by several threads.
 */
public final class Script {
  /** The revision that the server speaks. */
  public static final String VERSION = "2026-07-28";

  /** The revision that it speaks as a legacy server. */
  public static final String LEGACY_VERSION = "2025-11-25";

  private static final Answer ACCEPTED = Answer.foreign(202, "");

  private final Map<String, Function<Asked, Answer>> answers = new ConcurrentHashMap<>();
  private volatile String serverName = "conformance-script";
  private volatile boolean exitsAtEnd = true;
  private volatile boolean legacy;

  /** Makes the script of a sound server. */
  public Script() {
    on("server/discover", asked -> discovery());
    tools(tool("echo", Json.object("{\"type\":\"object\"}")));
    on("tools/call", Script::echo);
    ObjectNode resource = Json.object().put("uri", "test://one").put("name", "One");
    on("resources/list", asked -> list("resources", resource));
    on("resources/templates/list", asked -> list("resourceTemplates"));
    on("resources/read", Script::contents);
    on("prompts/list", asked -> list("prompts", Json.object().put("name", "greet")));
    on("prompts/get", asked -> prompt());
    on("completion/complete", asked -> completion());
    on("subscriptions/listen", Script::acknowledge);
  }

  /**
   * Turns it into the script of a sound server of revision 2025-11-25.
   *
   * @param session the id of its sessions; empty for none
   * @return this
   */
  public Script legacy(String session) {
    legacy = true;
    without("server/discover").without("subscriptions/listen");
    on("ping", asked -> Answer.result(Json.object()));
    ObjectNode initialized = Json.object().put("protocolVersion", LEGACY_VERSION);
    ObjectNode capabilities = initialized.putObject("capabilities");
    capabilities.putObject("tools").put("listChanged", true);
    capabilities.putObject("prompts");
    capabilities.putObject("resources");
    capabilities.putObject("completions");
    initialized.putObject("serverInfo").put("name", serverName).put("version", "1");
    Answer answer = Answer.result(initialized);
    return on(
        "initialize",
        asked -> session.isEmpty() ? answer : answer.header("Mcp-Session-Id", session));
  }

  /**
   * Changes what is answered to a method.
   *
   * @param method the method
   * @param answer gives the answer; called by the thread that reads the connection
   * @return this
   */
  public Script on(String method, Function<Asked, Answer> answer) {
    answers.put(method, answer);
    return this;
  }

  /**
   * Takes a method away.
   *
   * @param method the method
   * @return this
   */
  public Script without(String method) {
    answers.remove(method);
    return this;
  }

  /**
   * Changes the tools.
   *
   * @param tools all tools, as they are listed
   * @return this
   */
  public Script tools(JsonNode... tools) {
    return on("tools/list", asked -> list("tools", tools));
  }

  /**
   * Changes what the server calls itself.
   *
   * @param name the name
   * @return this
   */
  public Script serverName(String name) {
    serverName = name;
    return this;
  }

  /**
   * Says whether the process exits when its input ends.
   *
   * @param exits false for a process that must be ended by force
   * @return this
   */
  public Script exitsAtEnd(boolean exits) {
    exitsAtEnd = exits;
    return this;
  }

  boolean exitsAtEnd() {
    return exitsAtEnd;
  }

  Answer answer(Asked asked) {
    if (asked.http().filter(request -> !request.verb().equals("POST")).isPresent()) {
      return Answer.foreign(405, "");
    }
    Function<Asked, Answer> answer = answers.get(asked.method());
    if (answer != null) {
      return legacy ? answer.apply(asked).legacy() : answer.apply(asked);
    }
    if (asked.id().isMissingNode() || asked.isResponse()) {
      return ACCEPTED;
    }
    return Answer.error(-32601, "Method not found").status(404);
  }

  /**
   * Defines a tool.
   *
   * @param name its name
   * @param inputSchema its input schema
   * @return the definition
   */
  public static ObjectNode tool(String name, JsonNode inputSchema) {
    ObjectNode tool = Json.object().put("name", name);
    tool.set("inputSchema", inputSchema);
    return tool;
  }

  /**
   * Makes a list in one piece, which is stale at once.
   *
   * @param member the member that holds the items
   * @param items the items
   * @return the answer
   */
  public static Answer list(String member, JsonNode... items) {
    ObjectNode result = cacheable(0);
    ArrayNode array = result.putArray(member);
    for (JsonNode item : items) {
      array.add(item);
    }
    return Answer.complete(result);
  }

  /**
   * Makes the members of a result that may be cached.
   *
   * @param ttl how long, in milliseconds
   * @return the members, to be added to
   */
  public static ObjectNode cacheable(long ttl) {
    return Json.object().put("ttlMs", ttl).put("cacheScope", "public");
  }

  /**
   * Makes the result of a tool.
   *
   * @param text its text
   * @return the answer
   */
  public static Answer text(String text) {
    return Answer.complete(textContent(text));
  }

  /**
   * Makes the content of a result.
   *
   * @param text its text
   * @return the members, to be added to
   */
  public static ObjectNode textContent(String text) {
    ObjectNode result = Json.object();
    result.putArray("content").addObject().put("type", "text").put("text", text);
    return result;
  }

  /**
   * Makes a notification.
   *
   * @param method its method
   * @param params its parameters
   * @return the message
   */
  public static ObjectNode notification(String method, ObjectNode params) {
    ObjectNode message = Json.object().put("jsonrpc", "2.0").put("method", method);
    message.set("params", params);
    return message;
  }

  /**
   * Makes the result of a discovery.
   *
   * @return the answer
   */
  public Answer discovery() {
    ObjectNode result = cacheable(0);
    result.putArray("supportedVersions").add(VERSION);
    ObjectNode capabilities = result.putObject("capabilities");
    capabilities.putObject("tools").put("listChanged", true);
    capabilities.putObject("prompts").put("listChanged", true);
    capabilities.putObject("resources").put("listChanged", true).put("subscribe", true);
    capabilities.putObject("completions");
    capabilities.putObject("logging");
    result
        .putObject("_meta")
        .putObject("io.modelcontextprotocol/serverInfo")
        .put("name", serverName)
        .put("version", "1");
    return Answer.complete(result);
  }

  /**
   * Says the arguments of a call back, as text.
   *
   * @param asked the call
   * @return the answer
   */
  public static Answer echo(Asked asked) {
    return text(Json.write(asked.params().path("arguments")));
  }

  /**
   * Makes the contents of a resource.
   *
   * @param asked the request for it
   * @return the answer
   */
  public static Answer contents(Asked asked) {
    return Answer.complete(contents(asked, 0));
  }

  /**
   * Makes the contents of a resource.
   *
   * @param asked the request for it
   * @param ttl how long they are fresh, in milliseconds
   * @return the members of the result
   */
  public static ObjectNode contents(Asked asked, long ttl) {
    ObjectNode result = cacheable(ttl);
    result
        .putArray("contents")
        .addObject()
        .put("uri", asked.params().path("uri").stringValue(""))
        .put("text", "contents");
    return result;
  }

  private static Answer prompt() {
    ObjectNode result = Json.object();
    ObjectNode message = result.putArray("messages").addObject().put("role", "user");
    message.putObject("content").put("type", "text").put("text", "Hello.");
    return Answer.complete(result);
  }

  private static Answer completion() {
    ObjectNode result = Json.object();
    result.putObject("completion").putArray("values").add("one").add("two");
    return Answer.complete(result);
  }

  /**
   * Acknowledges all of a subscription, and leaves it open.
   *
   * @param asked the request for it
   * @return the answer
   */
  public static Answer acknowledge(Asked asked) {
    return acknowledge(asked, asked.params().path("notifications"));
  }

  /**
   * Acknowledges a subscription, and leaves it open.
   *
   * @param asked the request for it
   * @param filter what is acknowledged
   * @return the answer
   */
  public static Answer acknowledge(Asked asked, JsonNode filter) {
    ObjectNode params = Json.object();
    params.set("notifications", filter);
    return Answer.LATER.after(
        subscribed("notifications/subscriptions/acknowledged", params, asked.id()));
  }

  /**
   * Makes a notification of a subscription.
   *
   * @param method its method
   * @param params its parameters, without metadata
   * @param subscription the id of the subscription
   * @return the message
   */
  public static ObjectNode subscribed(String method, ObjectNode params, JsonNode subscription) {
    ObjectNode all = params.deepCopy();
    all.putObject("_meta").set("io.modelcontextprotocol/subscriptionId", subscription);
    return notification(method, all);
  }
}
