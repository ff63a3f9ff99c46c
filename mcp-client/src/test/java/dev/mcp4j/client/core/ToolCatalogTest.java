/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.tool.Tool;
import org.junit.jupiter.api.Test;

class ToolCatalogTest {
  private static final long MAX = 100_000;

  private final ToolCatalog catalog = new ToolCatalog((control, settings) -> {}, MAX);

  private static Tool tool(String name, int length) {
    return Tool.builder(name, JsonObject.EMPTY).description("d".repeat(length)).build();
  }

  @Test
  void toolThatDidNotChangeIsLearnedOnce() {
    ToolDefinition first = catalog.learn(tool("a", 10));
    long weight = catalog.weight();

    assertThat(catalog.learn(tool("a", 10))).isSameAs(first);
    assertThat(catalog.learn(tool("a", 11))).isNotSameAs(first);
    assertThat(catalog.weight()).isEqualTo(weight + 2);
    catalog.clear();
    assertThat(catalog.weight()).isZero();
    assertThat(catalog.known("a")).isNull();
  }

  @Test
  void toolsAreForgottenBeforeTheyTakeTooMuchMemory() {
    for (int number = 0; number < 100; number++) {
      catalog.learn(tool("tool " + number, 10_000));

      assertThat(catalog.weight()).isPositive().isLessThanOrEqualTo(MAX);
    }
    assertThat(catalog.known("tool 99")).isNotNull();
    assertThat(catalog.known("tool 0")).isNull();
  }

  @Test
  void toolThatTakesTooMuchByItselfIsNotKept() {
    catalog.learn(tool("small", 10));

    assertThat(catalog.learn(tool("huge", 60_000)).tool().name()).isEqualTo("huge");
    assertThat(catalog.known("huge")).isNull();
    assertThat(catalog.weight()).isZero();
  }
}
