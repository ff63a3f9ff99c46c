/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.tool.ToolAnnotations;
import dev.mcp4j.jsonrpc.json.JsonShapeException;
import dev.mcp4j.jsonrpc.json.JsonSyntaxException;
import dev.mcp4j.jsonrpc.json.McpJson;
import dev.mcp4j.server.auth.InsufficientScopeException;
import dev.mcp4j.server.task.TaskPolicy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Describes a tool. {@link #handle} comes last.
 *
 * <p>Without {@link #input} or {@link #inputSchema} the tool takes no arguments. Not safe for use
 * by several threads.
 *
 * <p>Specification 2026-07-28: server/tools.
 *
 * @param <T> what the handler takes: the arguments as JSON, or the class given to {@link #input}
 */
public final class ToolBuilder<T> extends ItemBuilder<ToolBuilder<T>> {
  private static final ToolAnnotations NO_HINTS = ToolAnnotations.builder().build();

  final String name;
  @Nullable Class<?> inputType;
  @Nullable JsonObject inputSchema;
  @Nullable Class<?> outputType;
  @Nullable JsonObject outputSchema;
  @Nullable ToolAnnotations annotations;
  List<String> scopes = List.of();
  @Nullable Duration timeout;
  final Map<Class<?>, Object> attachments = new HashMap<>();

  ToolBuilder(String name) {
    super(new Settings("tool " + name));
    settings.require(!name.isBlank(), "the name must not be blank");
    this.name = name;
  }

  /**
   * Takes the arguments as a record. Its schema is generated, and every call is checked against it.
   *
   * @param type the class of the arguments, to be written as a JSON object
   * @param <N> the class of the arguments
   * @return this builder
   * @throws IllegalStateException if the input is set already
   */
  @SuppressWarnings("unchecked") // the class of the arguments decides what the handler takes
  public <N> ToolBuilder<N> input(Class<N> type) {
    settings.once("input");
    this.inputType = Objects.requireNonNull(type, "type");
    return (ToolBuilder<N>) this;
  }

  /**
   * Takes the arguments as JSON of a schema.
   *
   * @param schema the schema of an object; not modified any more
   * @return this builder
   * @throws IllegalStateException if the input is set already
   */
  @SuppressWarnings("unchecked") // without a class the handler takes JSON
  public ToolBuilder<JsonObject> inputSchema(JsonObject schema) {
    settings.once("input");
    this.inputSchema = Objects.requireNonNull(schema, "schema");
    return (ToolBuilder<JsonObject>) this;
  }

  /**
   * Takes the arguments as JSON of a schema.
   *
   * @param schema the JSON text of the schema of an object
   * @return this builder
   * @throws IllegalStateException if the input is set already
   * @throws IllegalArgumentException if the text is not a JSON object
   */
  public ToolBuilder<JsonObject> inputSchema(String schema) {
    return inputSchema(parse("input schema", schema));
  }

  /**
   * Promises structured content that a class describes. Every result is checked against its
   * generated schema.
   *
   * @param type the class of what the handler returns
   * @return this builder
   * @throws IllegalStateException if the output is set already
   */
  public ToolBuilder<T> output(Class<?> type) {
    settings.once("output");
    this.outputType = Objects.requireNonNull(type, "type");
    return this;
  }

  /**
   * Promises structured content of a schema. Every result is checked against it.
   *
   * @param schema the schema; not modified any more
   * @return this builder
   * @throws IllegalStateException if the output is set already
   */
  public ToolBuilder<T> outputSchema(JsonObject schema) {
    settings.once("output");
    this.outputSchema = Objects.requireNonNull(schema, "schema");
    return this;
  }

  /**
   * Promises structured content of a schema. Every result is checked against it.
   *
   * @param schema the JSON text of the schema
   * @return this builder
   * @throws IllegalStateException if the output is set already
   * @throws IllegalArgumentException if the text is not a JSON object
   */
  public ToolBuilder<T> outputSchema(String schema) {
    return outputSchema(parse("output schema", schema));
  }

  private JsonObject parse(String what, String text) {
    try {
      return McpJson.read(JsonObject.class, text.getBytes(StandardCharsets.UTF_8));
    } catch (JsonSyntaxException | JsonShapeException e) {
      throw new IllegalArgumentException(
          "tool " + name + ": the " + what + " is not a JSON object: " + e.getMessage(), e);
    }
  }

  /**
   * Hints that the tool changes nothing.
   *
   * @return this builder
   * @throws IllegalStateException if that is set already, or the tool is destructive or idempotent
   */
  public ToolBuilder<T> readOnly() {
    settings.once("readOnly");
    requireNoAnnotations();
    settings.refuseIf(
        settings.has("destructive") || settings.has("idempotent"),
        "a read-only tool is neither destructive nor idempotent");
    annotations = hints().readOnlyHint(true).build();
    return this;
  }

  /**
   * Hints whether the tool may destroy something, or only adds. Without this hint clients assume
   * that it may destroy.
   *
   * @param destructive whether it may
   * @return this builder
   * @throws IllegalStateException if that is set already, or the tool is read-only
   */
  public ToolBuilder<T> destructive(boolean destructive) {
    settings.once("destructive");
    requireNoAnnotations();
    settings.refuseIf(settings.has("readOnly"), "a read-only tool is not destructive");
    annotations = hints().destructiveHint(destructive).build();
    return this;
  }

  /**
   * Hints whether a second call with the same arguments changes nothing more.
   *
   * @param idempotent whether it changes nothing more
   * @return this builder
   * @throws IllegalStateException if that is set already, or the tool is read-only
   */
  public ToolBuilder<T> idempotent(boolean idempotent) {
    settings.once("idempotent");
    requireNoAnnotations();
    settings.refuseIf(settings.has("readOnly"), "a read-only tool has no effect to repeat");
    annotations = hints().idempotentHint(idempotent).build();
    return this;
  }

  /**
   * Hints whether the tool reaches out to things nobody can list, such as the web.
   *
   * @param openWorld whether it does
   * @return this builder
   * @throws IllegalStateException if that is set already
   */
  public ToolBuilder<T> openWorld(boolean openWorld) {
    settings.once("openWorld");
    requireNoAnnotations();
    annotations = hints().openWorldHint(openWorld).build();
    return this;
  }

  /**
   * Sets all hints at once.
   *
   * @param annotations the hints
   * @return this builder
   * @throws IllegalStateException if a hint is set already
   */
  public ToolBuilder<T> annotations(ToolAnnotations annotations) {
    settings.once("annotations");
    settings.refuseIf(this.annotations != null, "annotations replaces the hints set before");
    boolean none = Objects.requireNonNull(annotations, "annotations").equals(NO_HINTS);
    this.annotations = none ? null : annotations;
    return this;
  }

  private ToolAnnotations.Builder hints() {
    return annotations == null ? ToolAnnotations.builder() : annotations.toBuilder();
  }

  private void requireNoAnnotations() {
    settings.refuseIf(settings.has("annotations"), "annotations sets all hints already");
  }

  /**
   * Lets only callers with these scopes call the tool. Others see it, and are told over HTTP which
   * scopes it takes, so that they can ask for them; to hide it from them use {@link #visibleTo}.
   * Whoever launched the server on stdio may call it anyway.
   *
   * <p>Specification 2026-07-28: basic/authorization, Runtime Insufficient Scope Errors.
   *
   * @param scopes all scopes a call needs, at least one
   * @return this builder
   * @throws IllegalStateException if they are set already
   * @throws IllegalArgumentException if there is none, or one is not a scope
   */
  public ToolBuilder<T> requireScopes(String... scopes) {
    settings.once("requireScopes");
    this.scopes = new InsufficientScopeException(List.of(scopes)).scopes();
    return this;
  }

  /**
   * Limits how long a call may take; then it is cancelled. Without this the limit of the server
   * holds.
   *
   * @param timeout the time, positive
   * @return this builder
   * @throws IllegalStateException if it is set already, or the tool is inline
   * @throws IllegalArgumentException if the time is not positive
   */
  public ToolBuilder<T> timeout(Duration timeout) {
    settings.once("timeout");
    settings.refuseIf(settings.has("inline"), "an inline tool cannot be timed out");
    settings.require(
        !timeout.isNegative() && !timeout.isZero(), "the timeout must be positive, was " + timeout);
    this.timeout = timeout;
    return this;
  }

  /**
   * Runs calls on the thread that reads requests, which saves a hand-over. Only for handlers that
   * never block and take microseconds: nothing else is read meanwhile, and nothing can interrupt
   * them. A client of an older revision would have to be waited for when it is asked something, so
   * the call of an inline tool that asks one ends with an error.
   *
   * @return this builder
   * @throws IllegalStateException if it is set already, the tool has a timeout, or an extension was
   *     told something about it
   */
  public ToolBuilder<T> inline() {
    settings.once("inline");
    settings.refuseIf(!attachments.isEmpty(), "an inline tool takes no part in extensions");
    settings.refuseIf(settings.has("timeout"), "an inline tool cannot be timed out");
    return this;
  }

  /**
   * Makes tasks of the calls of clients that declare the Tasks extension, as {@link
   * TaskPolicy#DEFAULT} says. The handler stays as it is: it may report progress, which becomes the
   * status message of the task, and ask.
   *
   * @return this builder
   * @throws IllegalStateException if there is a policy already, or the tool is inline
   */
  public ToolBuilder<T> asTask() {
    return asTask(TaskPolicy.DEFAULT);
  }

  /**
   * Makes tasks of the calls of clients that declare the Tasks extension. The handler stays as it
   * is: it may report progress, which becomes the status message of the task, and ask.
   *
   * <p>Unless the server says otherwise by {@link McpServerBuilder#tasks}, its tasks are kept in
   * this process.
   *
   * @param policy how long a task may take, how long its result is kept, and more
   * @return this builder
   * @throws IllegalStateException if there is a policy already, or the tool is inline
   */
  public ToolBuilder<T> asTask(TaskPolicy policy) {
    return attach(TaskPolicy.class, policy);
  }

  /**
   * Tells an extension something about the tool.
   *
   * @param type the class of it, under which the extension looks for it
   * @param attachment what to tell
   * @param <A> the class of it
   * @return this builder
   * @throws IllegalStateException if there is an attachment of that class already, or the tool is
   *     inline: extensions may take their time
   */
  public <A> ToolBuilder<T> attach(Class<A> type, A attachment) {
    settings.once("attachment " + type.getSimpleName());
    settings.refuseIf(settings.has("inline"), "an inline tool takes no part in extensions");
    attachments.put(type, type.cast(Objects.requireNonNull(attachment, "attachment")));
    return this;
  }

  /**
   * Completes the tool.
   *
   * @param handler its work
   * @return the tool
   */
  public ToolDefinition handle(ToolHandler<T> handler) {
    Objects.requireNonNull(handler, "handler");
    return new ToolDefinition(this, handler);
  }
}
