/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.tests.handler;

import static dev.mcp4j.testkit.assertion.McpAssertions.assertThat;
import static dev.mcp4j.testkit.assertion.McpAssertions.assertThatErrorOf;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.Role;
import dev.mcp4j.api.content.TextContent;
import dev.mcp4j.api.elicitation.ElicitAction;
import dev.mcp4j.api.roots.Root;
import dev.mcp4j.api.sampling.CreateMessageResult;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.McpClientBuilder;
import dev.mcp4j.testkit.junit.McpTest;
import dev.mcp4j.testkit.junit.McpTestRun;
import dev.mcp4j.testkit.junit.ServedBy;
import dev.mcp4j.tests.handler.HandlerServer.Place;
import dev.mcp4j.tests.handler.HandlerServer.Sure;
import java.util.ArrayList;
import java.util.List;

/**
 * Questions of handlers, over every transport and at every revision. A question that a revision
 * does not have is one that the client cannot be asked.
 */
@ServedBy(value = HandlerServer.class, shared = true)
class QuestionHandlerTest {
  @McpTest
  void questionsAreAskedOneAfterTheOther(McpClientBuilder builder, McpTestRun run) {
    List<String> asked = new ArrayList<>();
    try (McpClient client =
        builder
            .onElicitation(
                form -> {
                  asked.add(form.message());
                  return form.message().equals("Where?")
                      ? form.accept(new Place("Oslo"))
                      : form.accept(new Sure(true));
                })
            .build()) {
      if (Feature.FORMS.in(run)) {
        assertThat(client.call("deploy").result())
            .isOk()
            .hasText("true, number 1 in Oslo, created 1 times");
        assertThat(asked).containsExactly("Are you sure?", "Where?");
      } else {
        assertThatFormCannotBeShown(client, "deploy");
        assertThat(asked).isEmpty();
      }
    }
  }

  @McpTest
  void declinedQuestionEndsTheCall(McpClientBuilder builder, McpTestRun run) {
    try (McpClient client = builder.onElicitation(form -> form.decline()).build()) {
      if (Feature.FORMS.in(run)) {
        assertThat(client.call("deploy").result())
            .isError()
            .hasText("The user declined to answer.");
      } else {
        assertThatFormCannotBeShown(client, "deploy");
      }
    }
  }

  @McpTest
  void severalQuestionsAreAskedAtOnce(McpClientBuilder builder, McpTestRun run) {
    try (McpClient client =
        answering(builder).onElicitation(form -> form.accept(new Place("Oslo"))).build()) {
      if (Feature.FORMS.in(run)) {
        assertThat(client.call("several").result()).hasText("Oslo, something, file:///work");
      } else {
        assertThatFormCannotBeShown(client, "several");
      }
      assertThat(client.call("rest").result()).hasText("something, file:///work");
    }
  }

  private static McpClientBuilder answering(McpClientBuilder builder) {
    return builder
        .onSampling(
            request ->
                new CreateMessageResult(
                    Role.ASSISTANT,
                    List.of(TextContent.of("something")),
                    "model",
                    null,
                    JsonObject.EMPTY))
        .onRoots(() -> List.of(new Root("file:///work", null, JsonObject.EMPTY)));
  }

  private static void assertThatFormCannotBeShown(McpClient client, String tool) {
    assertThatErrorOf(() -> client.call(tool).result())
        .hasCode(ErrorCode.MISSING_REQUIRED_CLIENT_CAPABILITY)
        .hasData("/requiredCapabilities/elicitation/form", JsonObject.EMPTY);
  }

  @McpTest
  void pageIsVisited(McpClientBuilder builder, McpTestRun run) {
    List<String> urls = new ArrayList<>();
    try (McpClient client =
        builder
            .onUrlElicitation(
                link -> {
                  urls.add(link.url());
                  return ElicitAction.ACCEPT;
                })
            .build()) {
      if (Feature.PAGES.in(run)) {
        assertThat(client.call("visit").result()).isOk();
        assertThat(urls).containsExactly("https://example.com/pay");
      } else {
        assertThatErrorOf(() -> client.call("visit").result())
            .hasCode(ErrorCode.MISSING_REQUIRED_CLIENT_CAPABILITY)
            .hasData("/requiredCapabilities/elicitation/url", JsonObject.EMPTY);
        assertThat(urls).isEmpty();
      }
    }
  }

  @McpTest
  void clientThatCannotBeAskedIsToldWhatItLacks(McpClient client) {
    assertThatFormCannotBeShown(client, "deploy");
  }
}
