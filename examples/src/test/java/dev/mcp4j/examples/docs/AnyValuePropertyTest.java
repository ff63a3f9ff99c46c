/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import static dev.mcp4j.testkit.assertion.McpAssertions.assertThat;

import dev.mcp4j.api.tool.Tool;
import dev.mcp4j.jsonrpc.json.JsonShapeException;
import dev.mcp4j.jsonrpc.json.McpJson;
import dev.mcp4j.testkit.arbitrary.McpArbitraries;
import dev.mcp4j.testkit.arbitrary.NearValid;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AnyValuePropertyTest {
  // @start region="test"
  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void toolIsReadAsItWasWritten(@ForAll Tool tool) {
    assertThat(McpJson.read(Tool.class, McpJson.write(tool))).isEqualTo(tool);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void defectIsFoundWhereItIs(@ForAll("defective") NearValid value) {
    try {
      McpJson.read(value.type(), value.json());
    } catch (JsonShapeException e) {
      assertThat(e.path()).as(value.toString()).isEqualTo(value.pointer());
    }
  }

  @Provide
  Arbitrary<NearValid> defective() {
    return McpArbitraries.nearValid(Tool.class);
  }

  // @end region="test"
}
