/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import dev.mcp4j.api.prompt.Prompt;
import dev.mcp4j.schema.UserTypes;
import dev.mcp4j.server.feature.PromptEntry;
import dev.mcp4j.server.feature.PromptInput;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A prompt as it was described; a server makes its arguments when it gets it. Immutable. */
public final class PromptDefinition {
  private final Prompt draft;
  private final @Nullable Class<?> inputType;
  private final Map<String, Completer> completers;
  private final PromptHandler<?> handler;
  private final @Nullable Predicate<Caller> visibility;

  <T> PromptDefinition(PromptBuilder<T> builder, PromptHandler<T> handler) {
    this.draft =
        new Prompt(
            builder.name,
            builder.title,
            builder.description,
            builder.arguments,
            builder.icons,
            builder.meta);
    this.inputType = builder.inputType;
    this.completers = Map.copyOf(builder.completers);
    this.handler = handler;
    this.visibility = builder.visibility;
  }

  /**
   * Describes a prompt.
   *
   * @param name its name
   * @param definition describes it and gives it its handler
   * @return the prompt
   */
  public static PromptDefinition of(
      String name, Function<PromptBuilder<Map<String, String>>, PromptDefinition> definition) {
    return definition.apply(new PromptBuilder<>(name));
  }

  /**
   * Returns the name.
   *
   * @return the name
   */
  public String name() {
    return draft.name();
  }

  /**
   * Makes the arguments of an input type.
   *
   * @throws IllegalArgumentException if a component cannot be an argument
   */
  @SuppressWarnings("unchecked") // the builder ties the handler to the input type
  PromptEntry<?> compile(UserTypes types) {
    if (inputType != null) {
      return typed(inputType, types);
    }
    return new PromptEntry<>(
        draft,
        Function.identity(),
        (PromptHandler<Map<String, String>>) handler,
        completers,
        visibility);
  }

  @SuppressWarnings("unchecked") // the builder ties the handler to the input type
  private <T> PromptEntry<T> typed(Class<T> type, UserTypes types) {
    PromptInput<T> input;
    try {
      input = PromptInput.of(type, types);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("prompt " + name() + ": " + e.getMessage(), e);
    }
    for (String completed : completers.keySet()) {
      if (!input.names().contains(completed)) {
        throw new IllegalArgumentException(
            "prompt " + name() + ": there is no argument " + completed + ", only " + input.names());
      }
    }
    Map<String, Completer> all = new HashMap<>(input.completers());
    all.putAll(completers);
    return new PromptEntry<>(
        draft.toBuilder().arguments(input.arguments()).build(),
        input::read,
        (PromptHandler<T>) handler,
        all,
        visibility);
  }
}
