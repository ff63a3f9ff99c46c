/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import dev.mcp4j.api.prompt.PromptArgument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Describes a prompt. {@link #get} comes last. Not safe for use by several threads.
 *
 * <p>Specification 2026-07-28: server/prompts.
 *
 * @param <T> what the handler takes: the arguments by name, or the record given to {@link #input}
 */
public final class PromptBuilder<T> extends ItemBuilder<PromptBuilder<T>> {
  final String name;
  final List<PromptArgument> arguments = new ArrayList<>();
  final Map<String, Completer> completers = new HashMap<>();
  @Nullable Class<?> inputType;

  PromptBuilder(String name) {
    super(new Settings("prompt " + name));
    settings.require(!name.isBlank(), "the name must not be blank");
    this.name = name;
  }

  /**
   * Takes the arguments as a record of strings, numbers, booleans and enums. Its components are the
   * arguments, those that are not optional are required, and enums suggest their constants.
   *
   * @param type the record
   * @param <N> the record
   * @return this builder
   * @throws IllegalStateException if the arguments are set already
   */
  @SuppressWarnings("unchecked") // the class of the arguments decides what the handler takes
  public <N> PromptBuilder<N> input(Class<N> type) {
    settings.once("input");
    settings.refuseIf(!arguments.isEmpty(), "an input type cannot be combined with arguments");
    this.inputType = Objects.requireNonNull(type, "type");
    return (PromptBuilder<N>) this;
  }

  /**
   * Adds an argument that must be given.
   *
   * @param name its name
   * @param description what it is
   * @return this builder
   * @throws IllegalStateException if there is an argument of that name, or an input type
   */
  public PromptBuilder<T> required(String name, String description) {
    return argument(new PromptArgument(name, null, description, true));
  }

  /**
   * Adds an argument that may be given.
   *
   * @param name its name
   * @param description what it is
   * @return this builder
   * @throws IllegalStateException if there is an argument of that name, or an input type
   */
  public PromptBuilder<T> optional(String name, String description) {
    return argument(new PromptArgument(name, null, description, null));
  }

  /**
   * Adds an argument.
   *
   * @param argument the argument
   * @return this builder
   * @throws IllegalStateException if there is an argument of that name, or an input type
   */
  public PromptBuilder<T> argument(PromptArgument argument) {
    settings.refuseIf(settings.has("input"), "an input type cannot be combined with arguments");
    settings.once("argument " + argument.name());
    arguments.add(argument);
    return this;
  }

  /**
   * Suggests values of an argument.
   *
   * @param argument the name of an argument
   * @param completer suggests values
   * @return this builder
   * @throws IllegalStateException if the argument has a completer already
   */
  public PromptBuilder<T> complete(String argument, Completer completer) {
    settings.once("completer of " + argument);
    completers.put(argument, Objects.requireNonNull(completer, "completer"));
    return this;
  }

  /**
   * Completes the prompt.
   *
   * @param handler writes it
   * @return the prompt
   * @throws IllegalArgumentException if a completer is for an argument that does not exist
   */
  public PromptDefinition get(PromptHandler<T> handler) {
    Objects.requireNonNull(handler, "handler");
    if (inputType == null) {
      requireArguments(arguments.stream().map(PromptArgument::name).toList());
    }
    return new PromptDefinition(this, handler);
  }

  private void requireArguments(List<String> names) {
    for (String completed : completers.keySet()) {
      settings.require(
          names.contains(completed), "there is no argument " + completed + ", only " + names);
    }
  }
}
