/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.JsonRpcError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class McpExceptionTest {
  @ParameterizedTest
  @ValueSource(ints = {-32002, -32042, -32023, -32099, -32050})
  void codeThatIsReservedAndNotDefinedIsRefused(int code) {
    assertThatThrownBy(() -> new McpException(code, "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("error code reserved by MCP and not defined: " + code);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        -32700, -32600, -32601, -32602, -32603, -32020, -32021, -32022, -32019, -32000, -32100, 0,
        1, -1
      })
  void everyOtherCodeReachesThePeerAsItIs(int code) {
    McpException thrown = new McpException(code, "no", TestClient.json("[1]"));

    assertThat(thrown.error()).isEqualTo(new JsonRpcError(code, "no", TestClient.json("[1]")));
    assertThat(thrown.code()).isEqualTo(code);
    assertThat(thrown).hasMessage("no");
  }
}
