/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.era;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.api.JsonRpcError;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.api.ResultMeta;
import dev.mcp4j.api.ServerCapabilities;
import dev.mcp4j.api.discovery.DiscoverResult;
import dev.mcp4j.client.CallCancelledException;
import dev.mcp4j.client.HttpStatusException;
import dev.mcp4j.client.ProtocolException;
import dev.mcp4j.client.TransportException;
import dev.mcp4j.jsonrpc.JsonRpcFailure;
import dev.mcp4j.jsonrpc.JsonRpcResult;
import dev.mcp4j.jsonrpc.Payload;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class EvidenceTest {
  private static final RequestId ID = RequestId.of("x");

  private static JsonRpcFailure failure(int code, String... supported) {
    ObjectNode data = null;
    if (supported.length > 0) {
      data = JsonNodeFactory.instance.objectNode();
      var names = data.putArray("supported");
      List.of(supported).forEach(names::add);
    }
    return new JsonRpcFailure(ID, new JsonRpcError(code, "no", data));
  }

  private static JsonRpcResult discovered(String... versions) {
    return new JsonRpcResult(
        ID,
        Payload.of(
            new Reply.Complete<>(
                new DiscoverResult(
                    List.of(versions),
                    ServerCapabilities.builder().build(),
                    null,
                    null,
                    ResultMeta.EMPTY))));
  }

  @ParameterizedTest
  @ValueSource(ints = {-32601, -32602, -32600, -32603, -32700, -32000, -32001, -32002, 0, 7})
  void errorsOfAnyOtherKindSpeakForAnOlderServer(int code) {
    assertThat(Evidence.of(failure(code), 200)).isEqualTo(Verdict.LEGACY);
    assertThat(Evidence.of(failure(code), 400)).isEqualTo(Verdict.LEGACY);
  }

  @ParameterizedTest
  @ValueSource(ints = {-32020, -32021, -32022})
  void errorsOfThisRevisionSpeakForIt(int code) {
    for (int status : new int[] {200, 400, 401, 403, 404, 500, 503}) {
      assertThat(Evidence.of(failure(code), status)).isEqualTo(Verdict.MODERN);
    }
  }

  @Test
  void revisionsTheServerNamesDecide() {
    assertThat(Evidence.of(failure(-32022, "2026-07-28", "2025-11-25"), 400))
        .isEqualTo(Verdict.MODERN);
    assertThat(Evidence.of(failure(-32022, "2031-01-01"), 400)).isEqualTo(Verdict.MODERN);
    assertThat(Evidence.of(failure(-32022, "2025-11-25", "2025-06-18"), 400))
        .isEqualTo(Verdict.LEGACY);
    assertThat(Evidence.of(discovered("2026-07-28", "2025-11-25"), 200)).isEqualTo(Verdict.MODERN);
    assertThat(Evidence.of(discovered("2031-01-01"), 200)).isEqualTo(Verdict.MODERN);
    assertThat(Evidence.of(discovered("2025-11-25"), 200)).isEqualTo(Verdict.LEGACY);
  }

  @ParameterizedTest
  @CsvSource({
    "400, LEGACY",
    "404, LEGACY",
    "405, LEGACY",
    "406, LEGACY",
    "410, LEGACY",
    "415, LEGACY",
    "401, NONE",
    "403, NONE",
    "407, NONE",
    "408, NONE",
    "425, NONE",
    "429, NONE",
    "200, NONE",
    "202, NONE",
    "302, NONE",
    "500, NONE",
    "501, NONE",
    "502, NONE",
    "503, NONE",
    "504, NONE"
  })
  void statusWithoutAMessageSaysThisMuch(int status, Verdict expected) {
    assertThat(Evidence.of(new HttpStatusException("x", status, ""))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 407, 408, 425, 429, 500, 502, 503, 504})
  void refusalOfTheCallerOrTheMomentSaysNothingWhateverTheMessage(int status) {
    assertThat(Evidence.of(failure(-32000), status)).isEqualTo(Verdict.NONE);
    assertThat(Evidence.of(failure(-32601), status)).isEqualTo(Verdict.NONE);
  }

  @Test
  void brokenConnectionsAndCancellationsSayNothing() {
    assertThat(Evidence.of(new TransportException("broke", null))).isEqualTo(Verdict.NONE);
    assertThat(Evidence.of(new CallCancelledException("over", null))).isEqualTo(Verdict.NONE);
  }

  @Test
  void resultThatIsNoneOfThisRevisionSpeaksForAnOlderServer() {
    assertThat(Evidence.of(new ProtocolException("/result/supportedVersions is missing", null)))
        .isEqualTo(Verdict.LEGACY);
  }
}
