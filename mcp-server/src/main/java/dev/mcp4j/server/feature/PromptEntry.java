/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.feature;

import dev.mcp4j.api.prompt.Prompt;
import dev.mcp4j.server.Caller;
import dev.mcp4j.server.Completer;
import dev.mcp4j.server.PromptHandler;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A prompt, ready to be listed, completed and written.
 *
 * @param descriptor what a list says about it
 * @param reader turns arguments into what the handler takes; throws {@code McpException} if they do
 *     not fit
 * @param handler writes it
 * @param completers suggest values, by argument
 * @param visibility who may see and get it; null for everybody
 * @param <T> what the handler takes
 */
public record PromptEntry<T>(
    Prompt descriptor,
    Function<Map<String, String>, T> reader,
    PromptHandler<T> handler,
    Map<String, Completer> completers,
    @Nullable Predicate<Caller> visibility)
    implements Registered<Prompt> {

  @Override
  public String key() {
    return descriptor.name();
  }
}
