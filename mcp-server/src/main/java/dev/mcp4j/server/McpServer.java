/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.server.adapter.RevisionAdapter;
import dev.mcp4j.server.core.ServerCore;
import dev.mcp4j.server.core.ThreadTicker;
import dev.mcp4j.server.event.EventBus;
import dev.mcp4j.server.event.ServerEvent;
import dev.mcp4j.server.transport.HttpEndpoint;
import dev.mcp4j.server.transport.HttpOptions;
import dev.mcp4j.server.transport.HttpServerHandle;
import dev.mcp4j.server.transport.StdioOptions;
import dev.mcp4j.server.transport.http.HttpTransport;
import dev.mcp4j.server.transport.stdio.StdioGuard;
import dev.mcp4j.server.transport.stdio.StreamConnection;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * An MCP server.
 *
 * <pre>{@code
 * record Greet(@Description("who to greet") String name) {}
 *
 * McpServer server = McpServer.named("hello", "1.0.0")
 *     .tool("greet", tool -> tool.description("Says hello").input(Greet.class)
 *         .handle((greet, call) -> "Hello, " + greet.name()))
 *     .build();
 * server.serveStdio();
 * }</pre>
 *
 * <p>A server knows nothing about connections: {@link #handler} is all of it, as a function, and
 * one server may be served over several transports at a time. Safe for use by several threads.
 */
public final class McpServer implements AutoCloseable {
  private final ServerCore core;
  private final ThreadTicker ticker;
  private final Catalog catalog;
  private final RevisionAdapter others;
  private final Extensions extensions;

  McpServer(
      ServerCore core,
      ThreadTicker ticker,
      Catalog catalog,
      RevisionAdapter others,
      Extensions extensions) {
    this.core = core;
    this.ticker = ticker;
    this.catalog = catalog;
    this.others = others;
    this.extensions = extensions;
  }

  /**
   * Starts the description of a server.
   *
   * @param name its name for programs
   * @param version its version
   * @return a new builder
   * @throws IllegalArgumentException if the name is blank
   */
  public static McpServerBuilder named(String name, String version) {
    return new McpServerBuilder(name, version);
  }

  /**
   * Returns the server as a function. It checks a request, lets the interceptors see it, and
   * answers it on the thread that calls.
   *
   * @return the function
   */
  public McpHandler handler() {
    return core.pipeline();
  }

  /**
   * Serves the client at the other end of the standard streams, and returns when it goes away. What
   * is printed to {@code System.out} meanwhile goes to {@code System.err}. Closes the server in the
   * end.
   */
  public void serveStdio() {
    serveStdio(StdioOptions.DEFAULT);
  }

  /**
   * Serves the client at the other end of the standard streams, and returns when it goes away. What
   * is printed to {@code System.out} meanwhile goes to {@code System.err}. Closes the server in the
   * end. If the thread is interrupted, requests in flight are cancelled, and it stays interrupted.
   *
   * @param options limits and times
   */
  public void serveStdio(StdioOptions options) {
    try (this;
        StdioGuard streams = new StdioGuard()) {
      serve(streams.input(), streams.output(), options, Caller.anonymous("stdio"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Serves one client over a pair of byte streams, one message a line, exactly as over the standard
   * streams: for a socket, or for a pipe within a process. Returns when the input ends or the
   * client takes no more output. Neither the streams nor the server are closed.
   *
   * @param in where messages come from; read on a thread of its own
   * @param out where messages go
   * @param options limits and times
   * @param caller who is at the other end
   * @throws InterruptedException if the thread is interrupted; requests in flight are cancelled
   */
  public void serve(InputStream in, OutputStream out, StdioOptions options, Caller caller)
      throws InterruptedException {
    try (StreamConnection connection =
        new StreamConnection(
            core,
            caller,
            in,
            out,
            options,
            (endpoint, writer) -> others.adapt(core, endpoint, writer))) {
      connection.serve();
    }
  }

  /**
   * Serves over HTTP at {@code http://127.0.0.1:port/mcp}, to this machine only. Returns at once;
   * the server runs until its handle is closed, and keeps the JVM alive.
   *
   * @param port the port; 0 for any free one
   * @return the running server; knows its address
   * @throws IllegalArgumentException if the port is not between 0 and 65535
   * @throws UncheckedIOException if it cannot listen at that port
   */
  public HttpServerHandle serveHttp(int port) {
    return serveHttp(HttpOptions.onPort(port));
  }

  /**
   * Serves over HTTP. Returns at once; the server runs until its handle is closed, and keeps the
   * JVM alive.
   *
   * <p>Specification 2026-07-28: basic/transports/streamable-http.
   *
   * @param options address, limits and times
   * @return the running server; knows its address
   * @throws UncheckedIOException if it cannot listen at that address
   */
  public HttpServerHandle serveHttp(HttpOptions options) {
    return serveHttp(options, List.of());
  }

  /**
   * Serves over HTTP, together with other servers at other paths. Returns at once; all are served
   * until the handle is closed, which closes none of the servers.
   *
   * <pre>{@code
   * var http = admin.serveHttp(
   *     HttpOptions.builder(8080).path("/admin").build(),
   *     List.of(shop.httpEndpoint(HttpOptions.builder(8080).path("/shop").build())));
   * }</pre>
   *
   * @param options address, limits and times
   * @param more what else to serve; its calls run on threads of this server, and the size of their
   *     bodies and the times of the connection are as these options say
   * @return the running server; its address is the one of this server
   * @throws UncheckedIOException if it cannot listen at that address
   */
  public HttpServerHandle serveHttp(HttpOptions options, List<HttpEndpoint> more) {
    return HttpTransport.serve(
        core, options, endpoint -> others.adapt(core, endpoint, options), more);
  }

  /**
   * Returns what answers HTTP calls, for an HTTP engine of any kind. It checks paths, hosts and
   * origins itself. The engine {@linkplain HttpEndpoint#drain drains} it before it stops, and
   * {@linkplain HttpEndpoint#release releases} it then.
   *
   * @param options path, limits and times; the address tells whether only this machine can reach
   *     the engine, the port means nothing
   * @return the endpoint, for one engine
   */
  public HttpEndpoint httpEndpoint(HttpOptions options) {
    return HttpTransport.endpoint(core, options, endpoint -> others.adapt(core, endpoint, options));
  }

  /**
   * Returns the bus that carries the changes of this server.
   *
   * @return the bus
   */
  public EventBus events() {
    return catalog.events();
  }

  /**
   * Adds a tool at the end of the list.
   *
   * @param name its name
   * @param definition describes it and gives it its handler
   * @return false, and nothing changes, if there is a tool of that name
   * @throws IllegalArgumentException if a type or schema is at fault
   * @throws IllegalStateException if the server was built without {@code toolsMayChange()}, or the
   *     tool makes tasks and the server was built without {@code tasks()}
   */
  public boolean addTool(
      String name, Function<ToolBuilder<JsonObject>, ToolDefinition> definition) {
    return catalog.add(ToolDefinition.of(name, definition));
  }

  /**
   * Removes a tool. Calls under way go on.
   *
   * @param name its name
   * @return false if there is none
   * @throws IllegalStateException if the server was built without {@code toolsMayChange()}
   */
  public boolean removeTool(String name) {
    return catalog.removeTool(name);
  }

  /**
   * Adds a prompt at the end of the list.
   *
   * @param name its name
   * @param definition describes it and gives it its handler
   * @return false, and nothing changes, if there is a prompt of that name
   * @throws IllegalArgumentException if a type is at fault
   * @throws IllegalStateException if the server was built without {@code promptsMayChange()}
   */
  public boolean addPrompt(
      String name, Function<PromptBuilder<Map<String, String>>, PromptDefinition> definition) {
    return catalog.add(PromptDefinition.of(name, definition));
  }

  /**
   * Removes a prompt.
   *
   * @param name its name
   * @return false if there is none
   * @throws IllegalStateException if the server was built without {@code promptsMayChange()}
   */
  public boolean removePrompt(String name) {
    return catalog.removePrompt(name);
  }

  /**
   * Adds a resource at the end of the list.
   *
   * @param uri its URI
   * @param definition describes it and gives it its contents
   * @return false, and nothing changes, if there is a resource of that URI
   * @throws IllegalArgumentException if the URI is not one
   * @throws IllegalStateException if the server was built without {@code resourcesMayChange()}
   */
  public boolean addResource(String uri, Function<ResourceBuilder, ResourceDefinition> definition) {
    return catalog.add(ResourceDefinition.of(uri, definition));
  }

  /**
   * Removes a resource.
   *
   * @param uri its URI
   * @return false if there is none
   * @throws IllegalStateException if the server was built without {@code resourcesMayChange()}
   */
  public boolean removeResource(String uri) {
    return catalog.removeResource(uri);
  }

  /**
   * Adds a resource template at the end of the list.
   *
   * @param uriTemplate the URI template
   * @param definition describes it and gives it its handler
   * @return false, and nothing changes, if there is such a template
   * @throws IllegalArgumentException if the template is malformed
   * @throws IllegalStateException if the server was built without {@code resourcesMayChange()}
   */
  public boolean addResourceTemplate(
      String uriTemplate,
      Function<ResourceTemplateBuilder, ResourceTemplateDefinition> definition) {
    return catalog.add(ResourceTemplateDefinition.of(uriTemplate, definition));
  }

  /**
   * Removes a resource template.
   *
   * @param uriTemplate the URI template, as it was written
   * @return false if there is none
   * @throws IllegalStateException if the server was built without {@code resourcesMayChange()}
   */
  public boolean removeResourceTemplate(String uriTemplate) {
    return catalog.removeResourceTemplate(uriTemplate);
  }

  /**
   * Says that the contents of a resource changed. Clients that listen for it hear so, if they may
   * see the resource.
   *
   * @param uri the URI of the resource, also one that only a template describes
   * @throws IllegalStateException if the server was built without {@code resourceUpdates()}
   */
  public void resourceUpdated(String uri) {
    catalog.updated(uri);
  }

  /**
   * Says that what a user was sent to do at a web page is done, so that a client that waits for it
   * can go on. Clients of the newest revision are not told; they send their request again when
   * their user says so.
   *
   * @param url the page, as the handler gave it to {@link Call#elicitUrl}
   */
  public void urlElicitationCompleted(String url) {
    catalog.events().publish(new ServerEvent.UrlElicitationCompleted(url));
  }

  /**
   * Ends the subscriptions and interrupts what still runs on threads of the server. Idempotent;
   * does not wait. Transports that serve it are closed by their own handles, before.
   */
  @Override
  public void close() {
    core.subscriptions().close();
    others.close();
    extensions.close();
    core.threads().close();
    ticker.close();
  }
}
