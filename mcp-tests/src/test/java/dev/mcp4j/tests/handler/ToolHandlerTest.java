/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.tests.handler;

import static dev.mcp4j.testkit.assertion.McpAssertions.assertThat;
import static dev.mcp4j.testkit.assertion.McpAssertions.assertThatErrorOf;
import static dev.mcp4j.testkit.assertion.McpAssertions.assertThatThrownBy;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.Methods;
import dev.mcp4j.api.PaginatedRequestParams;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.Role;
import dev.mcp4j.api.completion.PromptReference;
import dev.mcp4j.api.completion.ResourceTemplateReference;
import dev.mcp4j.api.resource.Resource;
import dev.mcp4j.api.resource.ResourceTemplate;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.api.tool.ListToolsResult;
import dev.mcp4j.api.tool.Tool;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.McpClientBuilder;
import dev.mcp4j.client.PendingCall;
import dev.mcp4j.client.RequestFailedException;
import dev.mcp4j.testkit.junit.McpTest;
import dev.mcp4j.testkit.junit.McpTestRun;
import dev.mcp4j.testkit.junit.ServedBy;
import dev.mcp4j.tests.handler.HandlerServer.Greet;
import dev.mcp4j.tests.handler.HandlerServer.Kind;
import dev.mcp4j.tests.handler.HandlerServer.Pair;
import dev.mcp4j.tests.handler.HandlerServer.Sum;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Tools, resources, prompts, paging and errors, over every transport and at every revision. */
@ServedBy(value = HandlerServer.class, shared = true)
class ToolHandlerTest {
  @McpTest
  void toolIsCalled(McpClient client) {
    assertThat(client.call("greet", new Greet("Ada")).result())
        .isOk()
        .hasText("Hello, Ada")
        .hasNoStructured();
    assertThat(client.call("add", new Pair(3, 4)).as(Sum.class)).isEqualTo(new Sum(7));
  }

  @McpTest
  void structuredResultIsAlsoText(McpClient client, McpTestRun run) {
    CallToolResult result = client.call("add", new Pair(3, 4)).result();

    assertThat(result).isOk().hasText("{\"sum\":7}");
    if (Feature.STRUCTURED_RESULTS.in(run)) {
      assertThat(result).hasStructuredJson("{\"sum\":7}");
    } else {
      assertThat(result).hasNoStructured();
    }
  }

  @McpTest
  void valuesThatAreNoObjectsCanBeReturned(McpClient client) {
    assertThat(client.call("value", new Kind("flag")).as(Boolean.class)).isTrue();
    assertThat(client.call("value", new Kind("number")).as(Integer.class)).isEqualTo(42);
    assertThat(client.call("value", new Kind("word")).as(JsonNode.class).asString())
        .isEqualTo("word");
    assertThat(client.call("value", new Kind("list")).asList(Integer.class))
        .containsExactly(1, 2, 3);
    assertThat(client.call("value", new Kind("null")).as(JsonNode.class).isNull()).isTrue();
    assertThat(client.call("value", new Kind("object")).as(JsonNode.class).toString())
        .isEqualTo("{\"result\":true}");
    assertThat(client.call("size").as(Integer.class)).isEqualTo(7);
  }

  @McpTest
  void valuesThatAreNoObjectsArriveAsTheyAre(McpClient client, McpTestRun run) {
    Tool size =
        client.tools().stream().filter(tool -> tool.name().equals("size")).findAny().orElseThrow();

    if (Feature.STRUCTURED_RESULTS.in(run)) {
      assertThat(client.call("value", new Kind("flag")).result()).hasStructuredJson("true");
      assertThat(client.call("value", new Kind("list")).result()).hasStructuredJson("[1,2,3]");
      assertThat(size.outputSchema()).isNotNull();
      assertThat(size.outputSchema().get("type").asString()).isEqualTo("integer");
    } else {
      assertThat(client.call("value", new Kind("flag")).result()).hasText("true").hasNoStructured();
      assertThat(client.call("value", new Kind("list")).result())
          .hasText("[1,2,3]")
          .hasNoStructured();
      assertThat(size.outputSchema()).isNull();
    }
  }

  @McpTest
  void callsRunAtATime(McpClient client) {
    List<PendingCall<String>> calls = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      calls.add(client.call("greet", new Greet("" + i)).start(String.class));
    }

    for (int i = 0; i < 20; i++) {
      assertThat(calls.get(i).await()).isEqualTo("Hello, " + i);
    }
  }

  @McpTest
  void failuresTellNoMoreThanTheyShould(McpClient client) {
    assertThat(client.call("fail").result()).isError().hasText("no luck today");
    assertThat(client.call("crash").result())
        .isError()
        .satisfies(result -> assertThat(result.toString()).doesNotContain("hunter2"));
    assertThatErrorOf(() -> client.call("refuse").result())
        .hasCode(HandlerServer.REFUSED)
        .hasMessage("not today")
        .hasData("/retry", 7);
  }

  @McpTest
  void unknownToolAndUnfitArgumentsAreRefused(McpClient client) {
    assertThatErrorOf(() -> client.call("nothing").result()).hasCode(ErrorCode.INVALID_PARAMS);
    assertThat(client.call("add", Map.of("a", "three")).result()).isError();
  }

  @McpTest
  void listsArePaged(McpClient client) {
    List<String> names = client.tools().stream().map(Tool::name).toList();
    ListToolsResult first =
        client
            .request(Methods.LIST_TOOLS, new PaginatedRequestParams(null, RequestMeta.EMPTY))
            .result();

    assertThat(names).hasSizeGreaterThan(2 * HandlerServer.PAGE).startsWith("greet", "add");
    assertThat(names).doesNotHaveDuplicates();
    assertThat(first.tools()).hasSize(HandlerServer.PAGE);
    assertThat(first.nextCursor()).isNotNull();
    assertThatErrorOf(
            () ->
                client
                    .request(
                        Methods.LIST_TOOLS,
                        new PaginatedRequestParams("no cursor of mine", RequestMeta.EMPTY))
                    .result())
        .hasCode(ErrorCode.INVALID_PARAMS);
  }

  @McpTest
  void resourcesAreRead(McpClient client) {
    assertThat(client.resources().stream().map(Resource::uri))
        .containsExactly("notes:today", "notes:blob");
    assertThat(client.resourceTemplates().stream().map(ResourceTemplate::uriTemplate))
        .containsExactly("notes:{day}/{line}");
    assertThat(client.read("notes:today")).hasUris("notes:today").hasText("buy milk");
    assertThat(client.read("notes:blob")).hasBytes(new byte[] {1, 2, 3});
    assertThat(client.read("notes:monday/2")).hasText("line 2 of monday");
    assertThatThrownBy(() -> client.read("notes:never/1"))
        .isInstanceOf(RequestFailedException.class);
    assertThatErrorOf(() -> client.read("other:thing")).hasCode(ErrorCode.INVALID_PARAMS);
  }

  @McpTest
  void promptsAreFilledIn(McpClient client) {
    assertThat(client.prompt("review", Map.of("code", "main")))
        .hasMessages(1)
        .hasMessage(0, Role.USER, "Review main");
    assertThatErrorOf(() -> client.prompt("review")).hasCode(ErrorCode.INVALID_PARAMS);
  }

  @McpTest
  void argumentsAreCompleted(McpClient client) {
    assertThat(client.complete(new PromptReference("review", null), "code", "m").values())
        .containsExactly("main");
    assertThat(
            client
                .complete(new ResourceTemplateReference("notes:{day}/{line}"), "day", "t")
                .values())
        .containsExactly("tuesday");
  }

  @McpTest
  void bothSidesSayWhoTheyAre(McpClientBuilder builder) {
    try (McpClient client = builder.clientInfo("curious", "2").build()) {
      assertThat(client.call("who").as(String.class)).isEqualTo("curious");
      assertThat(client.serverInfo().name()).isEqualTo("handlers");
      assertThat(client.discover().instructions()).isEqualTo("Ask nicely.");
    }
  }
}
