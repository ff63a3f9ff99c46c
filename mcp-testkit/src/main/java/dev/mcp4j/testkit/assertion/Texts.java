/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.assertion;

import dev.mcp4j.api.content.ContentBlock;
import dev.mcp4j.api.content.TextContent;
import java.util.List;
import java.util.stream.Collectors;

/** The texts among content. */
final class Texts {
  private Texts() {}

  static String of(List<? extends ContentBlock> content) {
    return content.stream()
        .filter(TextContent.class::isInstance)
        .map(block -> ((TextContent) block).text())
        .collect(Collectors.joining("\n"));
  }
}
