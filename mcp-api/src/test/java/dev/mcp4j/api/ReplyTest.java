/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.input.InputRequest;
import dev.mcp4j.api.roots.ListRootsRequest;
import dev.mcp4j.api.tool.CallToolResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplyTest {
  @Test
  void inputRequiredNeedsQuestionOrState() {
    assertThatThrownBy(
            () -> new Reply.InputRequired<CallToolResult>(Map.of(), null, ResultMeta.EMPTY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("input required without a question and without a state");
    assertThat(new Reply.InputRequired<CallToolResult>(Map.of(), "s", ResultMeta.EMPTY).state())
        .isEqualTo("s");
  }

  @Test
  void questionsAreCopiedInOrder() {
    Map<String, InputRequest> questions = new LinkedHashMap<>();
    questions.put("b", ListRootsRequest.INSTANCE);
    questions.put("a", ListRootsRequest.INSTANCE);

    var reply = new Reply.InputRequired<CallToolResult>(questions, null, ResultMeta.EMPTY);
    questions.clear();

    assertThat(reply.requests()).containsOnlyKeys("b", "a");
    assertThat(new ArrayList<>(reply.requests().keySet())).isEqualTo(List.of("b", "a"));
  }

  @Test
  void extensionCannotClaimTheTypesOfTheCore() {
    assertThatThrownBy(() -> new Reply.Extended<EmptyResult>("complete", JsonObject.EMPTY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("resultType of the core protocol: complete");
  }

  @Test
  void toolResultFailsOnlyIfItSaysSo() {
    assertThat(CallToolResult.text("fine").failed()).isFalse();
    assertThat(CallToolResult.error("broken").failed()).isTrue();
  }

  @Test
  void negativeTimeToLiveCountsAsZero() {
    assertThat(new CacheHints(-5, CacheScope.PUBLIC).ttlMs()).isZero();
  }
}
