/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.api.NotificationParams;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.api.RequestParams;
import dev.mcp4j.api.Result;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.jsonrpc.Inbound;
import dev.mcp4j.jsonrpc.JsonLimits;
import dev.mcp4j.jsonrpc.JsonRpcCodec;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.JsonRpcResult;
import dev.mcp4j.jsonrpc.Payload;
import dev.mcp4j.jsonrpc.PayloadTypes;
import dev.mcp4j.jsonrpc.json.McpJson;
import dev.mcp4j.testkit.arbitrary.McpArbitraries;
import dev.mcp4j.testkit.arbitrary.NearValid;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The messages of the test kit, held to the codec. */
class ArbitraryMessagePropertyTest {
  private static final JsonRpcCodec CODEC = JsonRpcCodec.create(JsonLimits.DEFAULT);

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void validMessageIsDecodedAsItWasEncoded(@ForAll("messages") JsonRpcMessage message) {
    byte[] bytes = CODEC.encode(message);

    assertThat(CODEC.decode(bytes, 0, bytes.length, new TypesOf(message)))
        .isEqualTo(new Inbound.Single(message));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void messageWithADefectIsMalformed(@ForAll("nearValid") NearValid message) {
    byte[] bytes = McpJson.write(message.json());

    assertThat(CODEC.decode(bytes, 0, bytes.length, PayloadTypes.CORE))
        .as(message.toString())
        .isInstanceOf(Inbound.Malformed.class);
  }

  @Provide
  Arbitrary<JsonRpcMessage> messages() {
    return McpArbitraries.messages();
  }

  @Provide
  Arbitrary<NearValid> nearValid() {
    return McpArbitraries.nearValidMessages();
  }

  /** The types of the core, and that of the one result there is. */
  private record TypesOf(JsonRpcMessage message) implements PayloadTypes {
    @Override
    public Class<? extends RequestParams> requestParams(String method) {
      return CORE.requestParams(method);
    }

    @Override
    public Class<? extends NotificationParams> notificationParams(String method) {
      return CORE.notificationParams(method);
    }

    @Override
    public Class<? extends Result> result(RequestId id) {
      return message instanceof JsonRpcResult result
              && result.result() instanceof Payload.Typed typed
              && typed.value() instanceof Reply.Complete<?> complete
          ? complete.result().getClass()
          : CallToolResult.class;
    }
  }
}
