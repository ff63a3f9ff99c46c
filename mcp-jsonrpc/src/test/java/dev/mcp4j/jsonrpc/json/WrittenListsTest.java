/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.ResultMeta;
import dev.mcp4j.api.tool.ListToolsResult;
import dev.mcp4j.api.tool.Tool;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.node.JsonNodeFactory;

/** A page that is written again and again is the same text each time. */
class WrittenListsTest {
  private static Tool tool(String name, String description) {
    return Tool.builder(name, JsonObject.EMPTY).description(description).build();
  }

  private static ListToolsResult page(List<Tool> tools) {
    return new ListToolsResult(tools, null, null, ResultMeta.EMPTY);
  }

  private static String written(Object value) {
    return new String(McpJson.write(value), UTF_8);
  }

  @Test
  void pageIsTheSameTextHoweverOftenItIsWritten() {
    ListToolsResult page =
        page(List.of(tool("a", "tab\t, quote \", é, \uD83D\uDE00, half \uD83D"), tool("b", "")));

    List<String> texts = Stream.generate(() -> written(page)).limit(4).toList();

    assertThat(texts).containsOnly(texts.get(0));
    assertThat(McpJson.read(ListToolsResult.class, McpJson.write(page))).isEqualTo(page);
  }

  @Test
  void whatStandsBesideTheListMayChange() {
    ListToolsResult first = page(List.of(tool("a", "one")));
    for (int i = 0; i < 3; i++) {
      assertThat(written(first)).doesNotContain("nextCursor");
    }

    ListToolsResult more = new ListToolsResult(first.tools(), "more", null, ResultMeta.EMPTY);

    assertThat(written(more)).contains("\"nextCursor\":\"more\"").contains("\"one\"");
  }

  @Test
  void pagesInTurnAreNotMistakenForEachOther() {
    List<ListToolsResult> pages = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      pages.add(page(List.of(tool("tool" + i, "number " + i))));
    }
    for (int round = 0; round < 4; round++) {
      for (ListToolsResult page : pages) {
        assertThat(written(page)).contains('"' + page.tools().get(0).name() + '"');
      }
    }
  }

  @Test
  void pageThatCannotBeWrittenFailsEachTime() {
    JsonObject schema =
        new JsonObject(JsonNodeFactory.instance.objectNode().put("half \uD83D", true));
    ListToolsResult page = page(List.of(Tool.builder("a", schema).build()));

    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> McpJson.write(page)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void generatorOfAnotherKindGetsTheListItself() {
    ListToolsResult page = page(List.of(tool("a", "one"), tool("b", "two")));
    String bytes = Stream.generate(() -> written(page)).limit(3).toList().get(2);

    StringWriter text = new StringWriter();
    try (JsonGenerator generator =
        new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      McpJson.write(page, generator);
    }

    assertThat(text).hasToString(bytes);
  }
}
