/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.sampling;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.tool.Tool;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to ask a model, and how.
 *
 * <p>Specification 2026-07-28: schema, CreateMessageRequestParams.
 *
 * @param messages the conversation so far
 * @param modelPreferences what matters in the choice of the model; null if absent
 * @param systemPrompt the system prompt; null if absent
 * @param includeContext which context to add; null means none
 * @param temperature the temperature; null if absent
 * @param maxTokens the most tokens to sample
 * @param stopSequences texts that end the sampling; empty if absent
 * @param metadata settings for the provider; null if absent
 * @param tools tools the model may use; empty if absent
 * @param toolChoice whether it may or must use them; null if absent
 */
public record CreateMessageRequestParams(
    List<SamplingMessage> messages,
    @Nullable ModelPreferences modelPreferences,
    @Nullable String systemPrompt,
    @Nullable IncludeContext includeContext,
    @Nullable Double temperature,
    int maxTokens,
    List<String> stopSequences,
    @Nullable JsonObject metadata,
    List<Tool> tools,
    @Nullable ToolChoice toolChoice) {
  /**
   * Checks and copies the components.
   *
   * @param messages copied; no null elements
   * @param modelPreferences may be null
   * @param systemPrompt may be null
   * @param includeContext may be null
   * @param temperature may be null
   * @param maxTokens any value
   * @param stopSequences copied; no null elements
   * @param metadata may be null
   * @param tools copied; no null elements
   * @param toolChoice may be null
   */
  public CreateMessageRequestParams {
    messages = List.copyOf(messages);
    stopSequences = List.copyOf(stopSequences);
    tools = List.copyOf(tools);
  }

  /**
   * Starts a value whose optional parts are absent until set.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Starts a changed copy of this value.
   *
   * @return a new builder holding every component of this value
   */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.messages = messages;
    builder.modelPreferences = modelPreferences;
    builder.systemPrompt = systemPrompt;
    builder.includeContext = includeContext;
    builder.temperature = temperature;
    builder.maxTokens = maxTokens;
    builder.stopSequences = stopSequences;
    builder.metadata = metadata;
    builder.tools = tools;
    builder.toolChoice = toolChoice;
    return builder;
  }

  /** Builds a {@link CreateMessageRequestParams}. Not safe for use by several threads. */
  public static final class Builder {
    private List<SamplingMessage> messages = List.of();
    private @Nullable ModelPreferences modelPreferences;
    private @Nullable String systemPrompt;
    private @Nullable IncludeContext includeContext;
    private @Nullable Double temperature;
    private int maxTokens;
    private List<String> stopSequences = List.of();
    private @Nullable JsonObject metadata;
    private List<Tool> tools = List.of();
    private @Nullable ToolChoice toolChoice;

    private Builder() {}

    /**
     * Sets messages.
     *
     * @param messages the conversation so far
     * @return this builder
     */
    public Builder messages(List<SamplingMessage> messages) {
      this.messages = messages;
      return this;
    }

    /**
     * Sets modelPreferences.
     *
     * @param modelPreferences what matters in the choice of the model; null if absent
     * @return this builder
     */
    public Builder modelPreferences(@Nullable ModelPreferences modelPreferences) {
      this.modelPreferences = modelPreferences;
      return this;
    }

    /**
     * Sets systemPrompt.
     *
     * @param systemPrompt the system prompt; null if absent
     * @return this builder
     */
    public Builder systemPrompt(@Nullable String systemPrompt) {
      this.systemPrompt = systemPrompt;
      return this;
    }

    /**
     * Sets includeContext.
     *
     * @param includeContext which context to add; null means none
     * @return this builder
     */
    public Builder includeContext(@Nullable IncludeContext includeContext) {
      this.includeContext = includeContext;
      return this;
    }

    /**
     * Sets temperature.
     *
     * @param temperature the temperature; null if absent
     * @return this builder
     */
    public Builder temperature(@Nullable Double temperature) {
      this.temperature = temperature;
      return this;
    }

    /**
     * Sets maxTokens.
     *
     * @param maxTokens the most tokens to sample
     * @return this builder
     */
    public Builder maxTokens(int maxTokens) {
      this.maxTokens = maxTokens;
      return this;
    }

    /**
     * Sets stopSequences.
     *
     * @param stopSequences texts that end the sampling; empty if absent
     * @return this builder
     */
    public Builder stopSequences(List<String> stopSequences) {
      this.stopSequences = stopSequences;
      return this;
    }

    /**
     * Sets metadata.
     *
     * @param metadata settings for the provider; null if absent
     * @return this builder
     */
    public Builder metadata(@Nullable JsonObject metadata) {
      this.metadata = metadata;
      return this;
    }

    /**
     * Sets tools.
     *
     * @param tools tools the model may use; empty if absent
     * @return this builder
     */
    public Builder tools(List<Tool> tools) {
      this.tools = tools;
      return this;
    }

    /**
     * Sets toolChoice.
     *
     * @param toolChoice whether it may or must use them; null if absent
     * @return this builder
     */
    public Builder toolChoice(@Nullable ToolChoice toolChoice) {
      this.toolChoice = toolChoice;
      return this;
    }

    /**
     * Makes the value.
     *
     * @return the value
     */
    public CreateMessageRequestParams build() {
      return new CreateMessageRequestParams(
          messages,
          modelPreferences,
          systemPrompt,
          includeContext,
          temperature,
          maxTokens,
          stopSequences,
          metadata,
          tools,
          toolChoice);
    }
  }
}
