/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.RequestParams;
import dev.mcp4j.api.tool.CallToolRequestParams;
import dev.mcp4j.jsonrpc.Inbound;
import dev.mcp4j.jsonrpc.JsonLimits;
import dev.mcp4j.jsonrpc.JsonRpcCodec;
import dev.mcp4j.jsonrpc.JsonRpcNotification;
import dev.mcp4j.jsonrpc.JsonRpcRequest;
import dev.mcp4j.jsonrpc.Payload;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MessageReaderTest {
  private static final String META =
      "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"}";

  private final MessageReader reader =
      new MessageReader(
          JsonRpcCodec.create(JsonLimits.DEFAULT), Routes.of(List.of(new TestFeature())));

  private Inbound read(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return reader.read(bytes, 0, bytes.length);
  }

  private RequestParams params(String text) {
    JsonRpcRequest request = (JsonRpcRequest) ((Inbound.Single) read(text)).message();
    return (RequestParams) ((Payload.Typed) request.params()).value();
  }

  private static String request(String method, String params) {
    return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":" + params + "}";
  }

  @Test
  void parametersAreThoseOfTheMethod() {
    assertThat(params(request("tools/call", "{\"name\":\"t\"," + META + "}")))
        .isInstanceOfSatisfying(
            CallToolRequestParams.class, params -> assertThat(params.name()).isEqualTo("t"));
  }

  @Test
  void parametersBeforeTheMethodAreThoseOfTheMethodToo() {
    assertThat(
            params(
                "{\"params\":{\"name\":\"t\","
                    + META
                    + "},\"id\":1,\"method\":\"tools/call\","
                    + "\"jsonrpc\":\"2.0\"}"))
        .isInstanceOfSatisfying(
            CallToolRequestParams.class, params -> assertThat(params.name()).isEqualTo("t"));
  }

  @Test
  void parametersOfAMethodNobodyHasAreKeptAfterTheirBytesAreGone() {
    byte[] bytes = request("acme/x", "{\"a\":[1]," + META + "}").getBytes(UTF_8);
    JsonRpcRequest request =
        (JsonRpcRequest) ((Inbound.Single) reader.read(bytes, 0, bytes.length)).message();

    Arrays.fill(bytes, (byte) ' ');

    UnroutedParams params = (UnroutedParams) ((Payload.Typed) request.params()).value();
    assertThat(params.meta().protocolVersion()).isEqualTo("2026-07-28");
    assertThat(params.payload().toString()).isEqualTo("{\"a\":[1]," + META + "}");
  }

  @Test
  void parametersThatDoNotFitKeepTheirMetadataAndSayWhy() {
    assertThat(params(request("tools/call", "{\"name\":7," + META + "}")))
        .isInstanceOfSatisfying(
            UnreadableParams.class,
            params -> {
              assertThat(params.meta().protocolVersion()).isEqualTo("2026-07-28");
              assertThat(params.reason()).startsWith("/params/name: ");
            });
  }

  @Test
  void metadataThatDoesNotFitIsNone() {
    for (String method : List.of("tools/call", "acme/x")) {
      assertThat(params(request(method, "{\"name\":\"t\",\"_meta\":[]}")))
          .isInstanceOfSatisfying(
              UnreadableParams.class,
              params -> {
                assertThat(params.meta()).isEqualTo(RequestMeta.EMPTY);
                assertThat(params.reason()).contains("/_meta");
              });
    }
  }

  @Test
  void missingParametersAreNoFaultOfTheEnvelope() {
    assertThat(params("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"acme/x\"}").meta())
        .isEqualTo(RequestMeta.EMPTY);
    assertThat(params("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\"}").meta())
        .isEqualTo(RequestMeta.EMPTY);
  }

  @Test
  void notificationOfACancellationIsTyped() {
    JsonRpcNotification notification =
        (JsonRpcNotification)
            ((Inbound.Single)
                    read(
                        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\","
                            + "\"params\":{\"requestId\":1}}"))
                .message();

    assertThat(notification.params()).isInstanceOf(Payload.Typed.class);
  }

  @Test
  void requestsOfABatchAreTypedEach() {
    Inbound inbound =
        read("[" + request("tools/call", "{\"name\":\"t\"}") + "," + request("x", "{}") + "]");

    assertThat(((Inbound.Batch) inbound).messages())
        .allSatisfy(
            message ->
                assertThat(((JsonRpcRequest) ((Inbound.Single) message).message()).params())
                    .isInstanceOf(Payload.Typed.class));
  }

  @Property(tries = 2000)
  void readingNeverFailsWhateverTheBytes(@ForAll("nearMessages") String text) {
    assertThat(read(text)).isNotNull();
  }

  @Provide
  Arbitrary<String> nearMessages() {
    String message = request("tools/call", "{\"name\":\"t\",\"arguments\":{\"a\":1}," + META + "}");
    return Arbitraries.integers()
        .between(0, message.length() - 1)
        .flatMap(
            at ->
                Arbitraries.strings()
                    .withChars("{}[]\",:01ntf\\ \u0000\u00e9")
                    .ofMaxLength(3)
                    .map(
                        put ->
                            message.substring(0, at)
                                + put
                                + message.substring(
                                    Math.min(message.length(), at + put.length()))));
  }
}
