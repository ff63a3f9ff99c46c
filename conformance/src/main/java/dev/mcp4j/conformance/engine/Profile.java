/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.engine;

import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.Transport;
import dev.mcp4j.conformance.token.Protection;
import dev.mcp4j.conformance.token.Tokens;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What is known about a peer before it is tested.
 *
 * @param transport how it is reached
 * @param isLoopback whether it is reached over HTTP at an address of this machine
 * @param discovery the result of server/discover or initialize, or a missing node
 * @param hasLegacy whether it answers initialize
 * @param tools what tools/list brought
 * @param prompts what prompts/list brought
 * @param resources what resources/list brought
 * @param templates what resources/templates/list brought
 * @param call which tools may be called
 * @param taskCalls calls that brought tasks, each with its {@code name} and {@code arguments}
 * @param driver what the driver of a client said about itself, a missing node for a server
 * @param protection how a server is protected, empty if it is not or there is no token for it
 */
public record Profile(
    Transport transport,
    boolean isLoopback,
    JsonNode discovery,
    boolean hasLegacy,
    List<JsonNode> tools,
    List<JsonNode> prompts,
    List<JsonNode> resources,
    List<JsonNode> templates,
    CallPolicy call,
    List<JsonNode> taskCalls,
    JsonNode driver,
    Optional<Protection> protection) {
  /** The identifier of the Tasks extension. */
  public static final String TASKS = "io.modelcontextprotocol/tasks";

  /** Copies the lists. */
  public Profile {
    tools = List.copyOf(tools);
    prompts = List.copyOf(prompts);
    resources = List.copyOf(resources);
    templates = List.copyOf(templates);
    taskCalls = List.copyOf(taskCalls);
  }

  /**
   * Describes a server.
   *
   * @param transport how it is reached
   * @param isLoopback whether it is reached over HTTP at an address of this machine
   * @param discovery the result of server/discover, or a missing node
   * @param hasLegacy whether it answers initialize
   * @param tools what tools/list brought
   * @param prompts what prompts/list brought
   * @param resources what resources/list brought
   * @param templates what resources/templates/list brought
   * @param call which tools may be called
   */
  public Profile(
      Transport transport,
      boolean isLoopback,
      JsonNode discovery,
      boolean hasLegacy,
      List<JsonNode> tools,
      List<JsonNode> prompts,
      List<JsonNode> resources,
      List<JsonNode> templates,
      CallPolicy call) {
    this(
        transport,
        isLoopback,
        discovery,
        hasLegacy,
        tools,
        prompts,
        resources,
        templates,
        call,
        List.of(),
        Json.NODES.missingNode(),
        Optional.empty());
  }

  /**
   * Adds which calls bring tasks.
   *
   * @param calls the calls, each with its {@code name} and {@code arguments}
   * @return the richer profile
   */
  public Profile withTaskCalls(List<JsonNode> calls) {
    return with(calls, protection);
  }

  /**
   * Describes a client.
   *
   * @param transport how it reaches servers
   * @param driver what its driver said about itself
   * @return the profile
   */
  public static Profile ofClient(Transport transport, JsonNode driver) {
    return new Profile(
        transport,
        true,
        Json.NODES.missingNode(),
        false,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        CallPolicy.SAFE,
        List.of(),
        driver,
        Optional.empty());
  }

  /**
   * Adds how a server is protected.
   *
   * @param protection what is known about that
   * @return a profile with that
   */
  public Profile protectedBy(Protection protection) {
    return with(taskCalls, Optional.of(protection));
  }

  private Profile with(List<JsonNode> calls, Optional<Protection> protection) {
    return new Profile(
        transport,
        isLoopback,
        discovery,
        hasLegacy,
        tools,
        prompts,
        resources,
        templates,
        call,
        calls,
        driver,
        protection);
  }

  /**
   * Returns the tokens for a server.
   *
   * @return empty if it is not protected
   */
  public Optional<Tokens> tokens() {
    return protection.map(Protection::tokens);
  }

  /**
   * Returns what the driver of a client can do.
   *
   * @return names of abilities, empty for a server
   */
  public Set<String> abilities() {
    return driver
        .path("abilities")
        .valueStream()
        .map(ability -> ability.stringValue(""))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Returns the capabilities.
   *
   * @return an object, or a missing node if the server did not tell
   */
  public JsonNode capabilities() {
    return discovery.path("capabilities");
  }

  /**
   * Tells whether a capability is declared.
   *
   * @param capability its name
   * @return true if it is
   */
  public boolean declares(String capability) {
    return capabilities().has(capability);
  }

  /**
   * Tells whether an extension is declared.
   *
   * @param extension its identifier
   * @return true if it is
   */
  public boolean hasExtension(String extension) {
    return capabilities().path("extensions").has(extension);
  }

  /**
   * Returns the name and version of the peer.
   *
   * @return for people, empty if it did not tell
   */
  public String peerName() {
    JsonNode own = discovery.path("_meta").path("io.modelcontextprotocol/serverInfo");
    JsonNode server = own.isMissingNode() ? discovery.path("serverInfo") : own;
    JsonNode info = driver.isMissingNode() ? server : driver;
    String name = info.path("name").stringValue("");
    return (name + " " + info.path("version").stringValue("")).strip();
  }

  /**
   * Finds a tool.
   *
   * @param name its name
   * @return its definition
   */
  public Optional<JsonNode> tool(String name) {
    return tools.stream().filter(tool -> name(tool).equals(name)).findFirst();
  }

  /**
   * Returns the tools that may be called, whatever their input.
   *
   * @return their definitions
   */
  public List<JsonNode> callableTools() {
    return tools.stream().filter(call::allows).toList();
  }

  /**
   * Finds a tool that may be called with no arguments and is known to be harmless and quick.
   *
   * @return its definition, the simplest first
   */
  public Optional<JsonNode> plainTool() {
    Optional<JsonNode> simplest = tool("test_simple_text").filter(call::allows);
    return simplest.or(() -> callableTools().stream().filter(Profile::isPlain).findFirst());
  }

  /**
   * Returns the tools that mirror a string of the top level into a header and may be called.
   *
   * @return their definitions
   */
  public List<JsonNode> mirroringTools() {
    return callableTools().stream()
        .filter(tool -> Mirrors.of(tool).keySet().stream().anyMatch(p -> isString(tool, p)))
        .toList();
  }

  /**
   * Finds a prompt that needs no arguments.
   *
   * @return its definition
   */
  public Optional<JsonNode> plainPrompt() {
    return prompts.stream()
        .filter(prompt -> !prompt.path("name").stringValue("").contains("input_required"))
        .filter(prompt -> required(prompt).findAny().isEmpty())
        .findFirst();
  }

  /**
   * Finds a prompt that needs an argument.
   *
   * @return its definition
   */
  public Optional<JsonNode> requiringPrompt() {
    return prompts.stream().filter(prompt -> required(prompt).findAny().isPresent()).findFirst();
  }

  /**
   * Tells whether the server announces changes of any kind.
   *
   * @return true if a list may change or resources may be watched
   */
  public boolean hasSubscriptions() {
    return Stream.of("tools", "prompts", "resources")
        .map(capabilities()::path)
        .anyMatch(
            feature ->
                feature.path("listChanged").booleanValue(false)
                    || feature.path("subscribe").booleanValue(false));
  }

  private static Stream<JsonNode> required(JsonNode prompt) {
    return prompt
        .path("arguments")
        .valueStream()
        .filter(argument -> argument.path("required").booleanValue(false));
  }

  private static boolean isString(JsonNode tool, String property) {
    JsonNode type = tool.path("inputSchema").path("properties").path(property).path("type");
    return type.stringValue("").equals("string");
  }

  private static boolean isPlain(JsonNode tool) {
    JsonNode schema = tool.path("inputSchema");
    boolean simple =
        schema.path("required").isEmpty()
            && Stream.of("allOf", "anyOf", "oneOf", "if", "$ref", "minProperties", "not")
                .noneMatch(schema::has);
    return simple && Mirrors.of(tool).isEmpty();
  }

  private static String name(JsonNode item) {
    return item.path("name").stringValue("");
  }

  /**
   * Makes a profile of which nothing is known.
   *
   * @param transport how the server is reached
   * @return the profile
   */
  public static Profile unknown(Transport transport) {
    return new Profile(
        transport,
        false,
        Json.NODES.missingNode(),
        false,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        CallPolicy.SAFE);
  }
}
