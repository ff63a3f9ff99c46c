/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

import dev.mcp4j.api.EmptyRequestParams;
import dev.mcp4j.api.Implementation;
import dev.mcp4j.api.Methods;
import dev.mcp4j.api.NotificationMethod;
import dev.mcp4j.api.NotificationParams;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.RequestMethod;
import dev.mcp4j.api.RequestParams;
import dev.mcp4j.api.Result;
import dev.mcp4j.api.completion.CompleteRequestParams;
import dev.mcp4j.api.completion.Completion;
import dev.mcp4j.api.completion.CompletionArgument;
import dev.mcp4j.api.completion.Reference;
import dev.mcp4j.api.discovery.DiscoverResult;
import dev.mcp4j.api.prompt.GetPromptRequestParams;
import dev.mcp4j.api.prompt.GetPromptResult;
import dev.mcp4j.api.prompt.Prompt;
import dev.mcp4j.api.resource.ReadResourceRequestParams;
import dev.mcp4j.api.resource.ReadResourceResult;
import dev.mcp4j.api.resource.Resource;
import dev.mcp4j.api.resource.ResourceTemplate;
import dev.mcp4j.api.subscription.SubscriptionFilter;
import dev.mcp4j.api.tool.CallToolRequestParams;
import dev.mcp4j.api.tool.Tool;
import dev.mcp4j.client.core.ClientCore;
import dev.mcp4j.client.core.ListKind;
import dev.mcp4j.client.transport.StdioOptions;
import dev.mcp4j.schema.UserTypes;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A client of one server. Safe for use by several threads.
 *
 * <pre>{@code
 * try (McpClient client = McpClient.connect(URI.create("http://localhost:8080/mcp"))) {
 *   Greeting greeting = client.call("greet", new Greet("Ada")).as(Greeting.class);
 * }
 * }</pre>
 *
 * <p>Methods that call the server block until it has replied, and throw what {@link Call#result()}
 * throws. An interrupt ends the wait and cancels the request. The protocol has no session: a client
 * can be kept for as long as one likes, and nothing is sent before the first call.
 */
public final class McpClient implements AutoCloseable {
  private final ClientCore core;
  private final UserTypes types;
  private final @Nullable TaskSettings taskSettings;

  McpClient(ClientCore core, UserTypes types, @Nullable TaskSettings taskSettings) {
    this.core = core;
    this.types = types;
    this.taskSettings = taskSettings;
  }

  /**
   * Makes a client of a server over HTTP. Short for {@code builder().http(uri).build()}.
   *
   * @param uri the endpoint of the server, used as it is
   * @return the client
   * @throws IllegalArgumentException if the URI is not an absolute one of http or https
   */
  public static McpClient connect(URI uri) {
    return builder().http(uri).build();
  }

  /**
   * Launches a server as a child process and makes a client of it. Short for {@code
   * builder().stdio(command).build()}.
   *
   * @param command the program and its arguments, not interpreted by a shell
   * @return the client, which ends the process when it is closed
   * @throws TransportException if the process cannot be launched
   */
  public static McpClient stdio(String... command) {
    return stdio(List.of(command));
  }

  /**
   * Launches a server as a child process and makes a client of it.
   *
   * @param command the program and its arguments, not interpreted by a shell
   * @return the client, which ends the process when it is closed
   * @throws TransportException if the process cannot be launched
   */
  public static McpClient stdio(List<String> command) {
    return builder().stdio(StdioOptions.builder(command).build()).build();
  }

  /**
   * Starts a client.
   *
   * @return a new builder
   */
  public static McpClientBuilder builder() {
    return new McpClientBuilder();
  }

  /**
   * Returns the tools.
   *
   * @return the list, not fetched yet. Over HTTP it lacks tools whose input schema has invalid
   *     {@code x-mcp-header} annotations
   */
  public Listing<Tool> tools() {
    return listing(ListKind.TOOLS);
  }

  /**
   * Returns the resources.
   *
   * @return the list, not fetched yet
   */
  public Listing<Resource> resources() {
    return listing(ListKind.RESOURCES);
  }

  /**
   * Returns the resource templates.
   *
   * @return the list, not fetched yet
   */
  public Listing<ResourceTemplate> resourceTemplates() {
    return listing(ListKind.RESOURCE_TEMPLATES);
  }

  /**
   * Returns the prompts.
   *
   * @return the list, not fetched yet
   */
  public Listing<Prompt> prompts() {
    return listing(ListKind.PROMPTS);
  }

  /**
   * Begins the call of a tool without arguments.
   *
   * @param tool the name of the tool
   * @return the call, not sent yet
   */
  public ToolCall call(String tool) {
    return toolCall(new CallToolRequestParams(tool, null, null, null, RequestMeta.EMPTY));
  }

  /**
   * Begins the call of a tool.
   *
   * @param tool the name of the tool
   * @param input the arguments: a record, a {@link dev.mcp4j.api.JsonObject}, or another value that
   *     is an object in JSON
   * @return the call, not sent yet
   * @throws IllegalArgumentException if the input is no object in JSON
   */
  public ToolCall call(String tool, Object input) {
    return toolCall(
        new CallToolRequestParams(
            tool, Inputs.object(input, types), null, null, RequestMeta.EMPTY));
  }

  /**
   * Goes on with a task of a call that was made earlier, perhaps by another process. Nothing is
   * sent.
   *
   * @param id the id of the task
   * @return the handle on it, whether or not the server knows it
   * @throws IllegalStateException if the client was built without {@link McpClientBuilder#tasks()}
   */
  public TaskHandle task(String id) {
    return new TaskHandle(core, requireTasks(), id);
  }

  TaskSettings requireTasks() {
    if (taskSettings == null) {
      throw new IllegalStateException("the client was built without tasks()");
    }
    return taskSettings;
  }

  /**
   * Reads a resource. Blocks.
   *
   * @param uri the URI of the resource
   * @return its contents
   * @throws McpClientException for the reasons of {@link Call#result()}
   */
  public ReadResourceResult read(String uri) {
    return request(
            Methods.READ_RESOURCE,
            new ReadResourceRequestParams(uri, null, null, RequestMeta.EMPTY))
        .result();
  }

  /**
   * Gets a prompt without arguments. Blocks.
   *
   * @param name the name of the prompt
   * @return the messages
   * @throws McpClientException for the reasons of {@link Call#result()}
   */
  public GetPromptResult prompt(String name) {
    return prompt(name, Map.of());
  }

  /**
   * Gets a prompt. Blocks.
   *
   * @param name the name of the prompt
   * @param arguments the arguments by name
   * @return the messages
   * @throws McpClientException for the reasons of {@link Call#result()}
   */
  public GetPromptResult prompt(String name, Map<String, String> arguments) {
    return request(
            Methods.GET_PROMPT,
            new GetPromptRequestParams(name, arguments, null, null, RequestMeta.EMPTY))
        .result();
  }

  /**
   * Asks for suggestions for an argument. Blocks.
   *
   * @param reference the prompt or resource template the argument belongs to
   * @param argument the name of the argument
   * @param value what there is of its value
   * @return the suggestions
   * @throws McpClientException for the reasons of {@link Call#result()}
   */
  public Completion complete(Reference reference, String argument, String value) {
    return complete(reference, argument, value, Map.of());
  }

  /**
   * Asks for suggestions for an argument among several. Blocks.
   *
   * @param reference the prompt or resource template the argument belongs to
   * @param argument the name of the argument
   * @param value what there is of its value
   * @param others the values of other arguments by name, as far as they are known
   * @return the suggestions
   * @throws McpClientException for the reasons of {@link Call#result()}
   */
  public Completion complete(
      Reference reference, String argument, String value, Map<String, String> others) {
    return request(
            Methods.COMPLETE,
            new CompleteRequestParams(
                reference, new CompletionArgument(argument, value), others, RequestMeta.EMPTY))
        .result()
        .completion();
  }

  /**
   * Asks the server who it is and what it can do. Blocks. Calling this first is not necessary.
   *
   * @return revisions, capabilities and instructions; the identity is in the metadata
   * @throws McpClientException for the reasons of {@link Call#result()}
   */
  public DiscoverResult discover() {
    return request(Methods.DISCOVER, new EmptyRequestParams(RequestMeta.EMPTY)).result();
  }

  /**
   * Returns who the server says it is. Every result can tell; the latest one that did counts. Asks
   * the server and blocks if there was none yet. The identity is for people and logs: it is not
   * verified.
   *
   * @return name and version of the server, or null if it does not say
   * @throws McpClientException for the reasons of {@link Call#result()}
   */
  public @Nullable Implementation serverInfo() {
    Implementation known = core.serverInfo();
    return known == null ? discover().meta().serverInfo() : known;
  }

  /**
   * Returns the revision of the protocol that requests are written in: the newest that both sides
   * know, as far as the client has found out. Before the first call this is the newest the client
   * knows. Does not block.
   *
   * @return the revision, one of {@link dev.mcp4j.api.ProtocolVersion}
   */
  public String protocolVersion() {
    return core.protocolVersion();
  }

  /**
   * Begins the call of any method: one of {@link Methods}, to set what the short ways leave at its
   * default, or one of an extension.
   *
   * @param method the method, but not that of {@link #listen}
   * @param params the parameters. Of their metadata, the trace context and what the protocol does
   *     not name are sent; the rest is set by the client
   * @param <P> the parameters
   * @param <R> the result
   * @return the call, not sent yet
   */
  public <P extends RequestParams, R extends Result> RequestCall<P, R> request(
      RequestMethod<P, R> method, P params) {
    return new RequestCall<>(core, method, params);
  }

  /**
   * Subscribes to changes. Blocks until the server has agreed; changes from then on are reported.
   * If the connection is lost, the subscription is opened again.
   *
   * @param filter what to hear of
   * @param listener takes the changes, on a thread of the client
   * @return the handle that ends the subscription
   * @throws RequestFailedException if the server does not agree
   * @throws McpClientException for the other reasons of {@link Call#result()}
   * @throws IllegalStateException if the client is closed
   */
  public ListenHandle listen(SubscriptionFilter filter, ChangeListener listener) {
    Objects.requireNonNull(filter, "filter");
    Objects.requireNonNull(listener, "listener");
    return new ListenHandle(core.listen(filter, listener));
  }

  /**
   * Sends a notification that an extension defines; the core protocol leaves none to the
   * application. Blocks until it is handed over or, over HTTP, accepted.
   *
   * @param method what happened
   * @param params the details
   * @param <P> the details
   * @throws TransportException if it could not be sent or was not accepted
   * @throws CallCancelledException if the thread was interrupted
   */
  public <P extends NotificationParams> void send(NotificationMethod<P> method, P params) {
    try {
      core.send(method, params);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallCancelledException("the thread was interrupted while it waited", e);
    }
  }

  /**
   * Ends subscriptions and open calls, and closes the transport: over stdio, the server process has
   * exited when this returns. Blocks for a bounded time. Idempotent.
   */
  @Override
  public void close() {
    core.close();
  }

  private <T> Listing<T> listing(ListKind<T, ?> kind) {
    return new Listing<>(core, kind, core.defaults().settings());
  }

  private ToolCall toolCall(CallToolRequestParams params) {
    return new ToolCall(this, core, params, types);
  }
}
