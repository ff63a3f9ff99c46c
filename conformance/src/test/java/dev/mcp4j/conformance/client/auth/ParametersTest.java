/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.conformance.wire.Bytes;
import dev.mcp4j.conformance.wire.IncomingRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParametersTest {
  @Test
  void namesMayBeThereSeveralTimes() {
    Parameters query = query("/authorize?resource=a%2Fb&resource=c&flag&empty=");
    assertThat(query.all("resource")).containsExactly("a/b", "c");
    assertThat(query.first("flag")).contains("");
    assertThat(query.first("missing")).isEmpty();
    assertThat(query.get("missing")).isEmpty();
  }

  @Test
  void scopesAreASet() {
    assertThat(query("/?scope=b+a++b").scopes()).containsExactly("a", "b");
    assertThat(query("/").scopes()).isEmpty();
  }

  @Test
  void whatIsWrittenIsRead() {
    String written = Parameters.write(Map.of("redirect uri", "http://x/?a=b&c"));
    assertThat(query("/?" + written).get("redirect uri")).isEqualTo("http://x/?a=b&c");
  }

  private static Parameters query(String path) {
    return Parameters.ofQuery(new IncomingRequest("GET", path, List.of(), Bytes.NONE));
  }
}
