/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {
  private static final List<String> PAGE =
      List.of(
          "# Title",
          "<!-- snippet: Hello#greet -->",
          "```java",
          "stale();",
          "```",
          "text",
          "<!-- output: Hello -->",
          "```text",
          "```");

  @Test
  void blockSaysWhereItComesFrom() {
    assertThat(page(PAGE).blocks())
        .containsExactly(
            new Page.Block("snippet", "Hello", "greet", 3, List.of("stale();")),
            new Page.Block("output", "Hello", "", 8, List.of()));
  }

  @Test
  void onlyTheLinesOfBlocksChange() {
    assertThat(page(PAGE).with(block -> List.of(block.kind(), "fresh")).lines())
        .containsExactly(
            "# Title",
            "<!-- snippet: Hello#greet -->",
            "```java",
            "snippet",
            "fresh",
            "```",
            "text",
            "<!-- output: Hello -->",
            "```text",
            "output",
            "fresh",
            "```");
  }

  @Test
  void javaWithoutASourceIsRefused() {
    assertThatThrownBy(() -> page(List.of("", "```java", "```")).blocks())
        .hasMessage("some.md:2: Java code needs a comment <!-- snippet: Class#region --> above it");
  }

  @Test
  void commentWithoutABlockIsRefused() {
    assertThatThrownBy(() -> page(List.of("<!-- snippet: Hello -->", "")).blocks())
        .hasMessage("some.md:2: expected a block of code under the comment");
  }

  @Test
  void blockOfTheWrongLanguageIsRefused() {
    assertThatThrownBy(() -> page(List.of("<!-- output: Hello -->", "```java", "```")).blocks())
        .hasMessage("some.md:2: snippets are java, outputs are not");
  }

  @Test
  void blockWithoutAnEndIsRefused() {
    assertThatThrownBy(() -> page(List.of("```sh", "ls")).blocks())
        .hasMessage("some.md:1: the block of code has no end");
  }

  @Test
  void otherLanguagesNeedNoSource() {
    assertThat(page(List.of("```sh", "```java", "ls", "```", "end")).blocks()).isEmpty();
  }

  @Test
  void linksAreThoseOfTheTextToThisSite() {
    List<String> lines =
        List.of("[a](b.md) and [c](d.md#e)", "[f](https://g)", "```sh", "# x", "[h](i.md)", "```");
    assertThat(page(lines).links()).containsExactly("b.md", "d.md#e");
    assertThat(page(lines).anchors()).isEmpty();
  }

  @Test
  void anchorsAreMadeFromHeadings() {
    assertThat(page(List.of("# Title", "## On the client: what a call throws")).anchors())
        .containsExactly("title", "on-the-client-what-a-call-throws");
  }

  private static Page page(List<String> lines) {
    return Page.of(Path.of("some.md"), lines);
  }
}
