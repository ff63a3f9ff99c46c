/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import static dev.mcp4j.server.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.CacheHints;
import dev.mcp4j.api.CacheScope;
import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.Icon;
import dev.mcp4j.api.Methods;
import dev.mcp4j.api.tool.ListToolsResult;
import dev.mcp4j.api.tool.Tool;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ToolListTest {
  private static final Caller ADA = new Caller("ada", Set.of("admin"), "test");
  private static final String SCHEMA =
      "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"type\":\"object\","
          + "\"$defs\":{\"address\":{\"$anchor\":\"addressDef\",\"type\":\"object\",\"properties\":{"
          + "\"street\":{\"type\":\"string\"}}}},\"properties\":{\"address\":{\"$ref\":"
          + "\"#/$defs/address\"}},\"allOf\":[{\"anyOf\":[{\"required\":[\"phone\"]}]}],"
          + "\"if\":{\"required\":[\"x\"]},\"then\":{\"required\":[\"phone\"]},\"else\":{},"
          + "\"additionalProperties\":false}";

  private static McpServerBuilder tools(int count) {
    McpServerBuilder builder = McpServer.named("s", "1");
    IntStream.range(0, count)
        .forEach(i -> builder.tool("t" + i, tool -> tool.handle((in, call) -> "")));
    return builder;
  }

  @Test
  void toolIsListedAsItWasDescribed() throws Exception {
    Icon icon = new Icon("https://example.com/i.png", "image/png", List.of("48x48"), null);
    McpServer server =
        McpServer.named("s", "1")
            .tool(
                "t",
                tool ->
                    tool.title("T")
                        .description("does it")
                        .icons(icon)
                        .meta(TestClient.object("{\"a\":1}"))
                        .inputSchema(SCHEMA)
                        .outputSchema("{\"type\":\"object\"}")
                        .destructive(false)
                        .idempotent(true)
                        .openWorld(false)
                        .handle((in, call) -> ""))
            .build();
    Tool tool = new TestClient(server).list(Methods.LIST_TOOLS).tools().get(0);
    assertThat(tool.title()).isEqualTo("T");
    assertThat(tool.description()).isEqualTo("does it");
    assertThat(tool.icons()).containsExactly(icon);
    assertThat(tool.meta()).isEqualTo(TestClient.object("{\"a\":1}"));
    assertThat(tool.inputSchema().node()).isEqualTo(json(SCHEMA));
    assertThat(tool.inputSchema().toString()).isEqualTo(SCHEMA);
    assertThat(tool.outputSchema()).isEqualTo(TestClient.object("{\"type\":\"object\"}"));
    assertThat(tool.annotations()).isNotNull();
    assertThat(tool.annotations().destructiveHint()).isFalse();
    assertThat(tool.annotations().idempotentHint()).isTrue();
    assertThat(tool.annotations().openWorldHint()).isFalse();
    assertThat(tool.annotations().readOnlyHint()).isNull();
  }

  @Test
  void toolWithoutHintsHasNoAnnotations() throws Exception {
    assertThat(
            new TestClient(tools(1).build()).list(Methods.LIST_TOOLS).tools().get(0).annotations())
        .isNull();
  }

  @Test
  void hundredToolsFitOnePage() throws Exception {
    ListToolsResult all = new TestClient(tools(100).build()).list(Methods.LIST_TOOLS);
    assertThat(all.tools()).hasSize(100);
    assertThat(all.nextCursor()).isNull();
    ListToolsResult more = new TestClient(tools(101).build()).list(Methods.LIST_TOOLS);
    assertThat(more.tools()).hasSize(100);
    assertThat(more.nextCursor()).isNotNull();
  }

  @Test
  void pagesLeadThroughTheWholeListInOrder() throws Exception {
    TestClient client = new TestClient(tools(5).pageSize(2).build());
    ListToolsResult page = client.list(Methods.LIST_TOOLS);
    assertThat(page.tools()).extracting(Tool::name).containsExactly("t0", "t1");
    page = client.list(Methods.LIST_TOOLS, page.nextCursor());
    assertThat(page.tools()).extracting(Tool::name).containsExactly("t2", "t3");
    page = client.list(Methods.LIST_TOOLS, page.nextCursor());
    assertThat(page.tools()).extracting(Tool::name).containsExactly("t4");
    assertThat(page.nextCursor()).isNull();
  }

  @Test
  void invalidCursorIsInvalidParams() {
    assertThatThrownBy(() -> new TestClient(tools(1).build()).list(Methods.LIST_TOOLS, "nonsense"))
        .isInstanceOfSatisfying(
            McpException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_PARAMS));
  }

  @Test
  void listIsPublicForAnonymousCallersAndPrivateForOthers() throws Exception {
    TestClient client = new TestClient(tools(1).build());
    assertThat(client.list(Methods.LIST_TOOLS).cacheHints())
        .isEqualTo(new CacheHints(0, CacheScope.PUBLIC));
    assertThat(client.as(ADA).list(Methods.LIST_TOOLS).cacheHints())
        .isEqualTo(new CacheHints(0, CacheScope.PRIVATE));
  }

  @Test
  void cachingIsConfigurablePerList() throws Exception {
    TestClient client =
        new TestClient(
            tools(1)
                .cache(Methods.LIST_TOOLS, Duration.ofMinutes(5), CacheScope.PUBLIC)
                .cache(Methods.DISCOVER, Duration.ofHours(1))
                .build());
    assertThat(client.as(ADA).list(Methods.LIST_TOOLS).cacheHints())
        .isEqualTo(new CacheHints(300_000, CacheScope.PUBLIC));
    assertThat(client.discover().cacheHints())
        .isEqualTo(new CacheHints(3_600_000, CacheScope.PRIVATE));
  }

  @Test
  void listWithARuleIsPrivateOnEveryPageForEverybody() throws Exception {
    McpServer server =
        tools(3)
            .pageSize(2)
            .cache(Methods.LIST_TOOLS, Duration.ofMinutes(5), CacheScope.PUBLIC)
            .tool(
                "admin",
                tool ->
                    tool.visibleTo(caller -> caller.scopes().contains("admin"))
                        .handle((in, call) -> "done"))
            .build();
    TestClient client = new TestClient(server);
    ListToolsResult first = client.list(Methods.LIST_TOOLS);
    ListToolsResult second = client.list(Methods.LIST_TOOLS, first.nextCursor());
    assertThat(second.tools()).extracting(Tool::name).containsExactly("t2");
    assertThat(List.of(first, second))
        .extracting(page -> page.cacheHints().scope())
        .containsOnly(CacheScope.PRIVATE);
  }

  @Test
  void theSameRuleGatesListAndCall() throws Exception {
    TestClient client =
        new TestClient(
            tools(1)
                .tool(
                    "admin",
                    tool ->
                        tool.visibleTo(caller -> caller.scopes().contains("admin"))
                            .handle((in, call) -> "done"))
                .build());
    assertThat(client.list(Methods.LIST_TOOLS).tools())
        .extracting(Tool::name)
        .containsExactly("t0");
    assertThatThrownBy(() -> client.call("admin", null)).hasMessage("Unknown tool: admin");
    client.as(ADA);
    assertThat(client.list(Methods.LIST_TOOLS).tools()).hasSize(2);
    assertThat(client.text("admin", null)).isEqualTo("done");
  }
}
