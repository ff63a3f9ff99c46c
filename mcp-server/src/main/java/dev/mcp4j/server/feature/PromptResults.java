/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.feature;

import dev.mcp4j.api.Reply;
import dev.mcp4j.api.ResultMeta;
import dev.mcp4j.api.Role;
import dev.mcp4j.api.content.ContentBlock;
import dev.mcp4j.api.prompt.GetPromptResult;
import dev.mcp4j.api.prompt.PromptMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the result of a prompt from what the handler returned. */
final class PromptResults {
  private PromptResults() {}

  static Reply<GetPromptResult> of(PromptEntry<?> prompt, @Nullable Object value) {
    if (value instanceof String text) {
      return messages(prompt, List.of(PromptMessage.user(text)));
    } else if (value instanceof ContentBlock block) {
      return messages(prompt, List.of(new PromptMessage(Role.USER, block)));
    } else if (value instanceof PromptMessage message) {
      return messages(prompt, List.of(message));
    } else if (value instanceof List<?> list
        && list.stream().allMatch(PromptMessage.class::isInstance)) {
      return messages(prompt, list.stream().map(PromptMessage.class::cast).toList());
    } else if (value instanceof GetPromptResult result) {
      return new Reply.Complete<>(result);
    } else if (value instanceof Reply.Complete<?> complete
        && complete.result() instanceof GetPromptResult result) {
      return new Reply.Complete<>(result);
    } else if (value instanceof Reply.InputRequired<?> asks) {
      return new Reply.InputRequired<>(asks.requests(), asks.state(), asks.meta());
    }
    throw new IllegalStateException(
        "a prompt cannot be made from "
            + (value == null ? "null" : "a " + value.getClass().getName()));
  }

  private static Reply<GetPromptResult> messages(
      PromptEntry<?> prompt, List<PromptMessage> messages) {
    return new Reply.Complete<>(
        new GetPromptResult(prompt.descriptor().description(), messages, ResultMeta.EMPTY));
  }
}
