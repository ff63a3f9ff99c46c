/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.conformance.catalogue.Revision;
import dev.mcp4j.conformance.json.Json;
import org.junit.jupiter.api.Test;

class ShapesTest {
  private final Shapes shapes = Shapes.of(Revision.V2026_07_28);

  @Test
  void whatFitsHasNoProblems() {
    var tool =
        Json.object(
            """
            {"name":"t","inputSchema":{"type":"object"},"annotations":{"readOnlyHint":true},"more":1}
            """);
    assertThat(shapes.problems("Tool", tool)).isEmpty();
  }

  @Test
  void everyProblemNamesItsPath() {
    var result =
        Json.object(
            """
            {"resultType":"complete","tools":[{"inputSchema":{"type":"array"},"title":1}],"ttlMs":-1,
             "cacheScope":"public"}
            """);
    assertThat(shapes.problems("ListToolsResult", result))
        .containsExactly(
            "tools[0].name is missing",
            "tools[0].title is 1, not a string",
            "tools[0].inputSchema.type is \"array\", not \"object\"",
            "ttlMs is -1, not at least 0.0");
  }

  @Test
  void ofAlternativesTheOneOfTheSameTypeIsMeant() {
    var content = Json.object("{\"type\":\"image\",\"data\":\"AA==\"}");
    assertThat(shapes.problems("ContentBlock", content)).containsExactly("mimeType is missing");
  }

  @Test
  void integersMayHaveAFractionOfZero() {
    var progress = Json.object("{\"progressToken\":1.0,\"progress\":0.5}");
    assertThat(shapes.problems("ProgressNotificationParams", progress)).isEmpty();
  }
}
