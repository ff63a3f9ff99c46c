/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.feature;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.tool.Tool;
import dev.mcp4j.schema.CompiledSchema;
import dev.mcp4j.schema.HeaderParameter;
import dev.mcp4j.server.Caller;
import dev.mcp4j.server.ToolHandler;
import dev.mcp4j.server.extension.RegisteredTool;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A tool, ready to be listed and called.
 *
 * @param descriptor what a list says about it
 * @param input checks the arguments
 * @param reader turns valid arguments into what the handler takes; throws {@code BindingException}
 * @param headers the arguments that HTTP headers repeat
 * @param output what a result must look like; null for anything
 * @param handler the work
 * @param visibility who may see and call it; null for everybody
 * @param scopes what a caller must be allowed to do
 * @param timeout how long a call may take; null for what the server allows
 * @param inline whether calls may run on the thread that reads requests
 * @param attachments what extensions need to know, by its class
 * @param <T> what the handler takes
 */
public record ToolEntry<T>(
    Tool descriptor,
    CompiledSchema input,
    Function<JsonObject, T> reader,
    List<HeaderParameter> headers,
    @Nullable OutputContract output,
    ToolHandler<T> handler,
    @Nullable Predicate<Caller> visibility,
    List<String> scopes,
    @Nullable Duration timeout,
    boolean inline,
    Map<Class<?>, Object> attachments)
    implements Registered<Tool>, RegisteredTool {

  @Override
  public String key() {
    return descriptor.name();
  }

  @Override
  public <A> @Nullable A attachment(Class<A> type) {
    return type.cast(attachments.get(type));
  }
}
