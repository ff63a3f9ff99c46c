/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.legacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.LoggingLevel;
import dev.mcp4j.api.NotificationMeta;
import dev.mcp4j.api.ProgressToken;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.elicitation.ElicitRequest;
import dev.mcp4j.api.elicitation.ElicitRequestURLParams;
import dev.mcp4j.api.input.UnrecognizedInputRequest;
import dev.mcp4j.api.legacy.ElicitationCompleteNotificationParams;
import dev.mcp4j.api.legacy.InitializeRequestParams;
import dev.mcp4j.api.legacy.InitializeResult;
import dev.mcp4j.api.legacy.ServerRequest;
import dev.mcp4j.api.legacy.SetLevelRequestParams;
import dev.mcp4j.api.legacy.SubscribeRequestParams;
import dev.mcp4j.api.legacy.UnsubscribeRequestParams;
import dev.mcp4j.api.legacy.UrlElicitation;
import dev.mcp4j.api.legacy.UrlElicitationRequiredData;
import dev.mcp4j.api.roots.ListRootsRequest;
import dev.mcp4j.jsonrpc.Inbound;
import dev.mcp4j.jsonrpc.JsonLimits;
import dev.mcp4j.jsonrpc.JsonRpcCodec;
import dev.mcp4j.jsonrpc.JsonRpcRequest;
import dev.mcp4j.jsonrpc.PayloadTypes;
import dev.mcp4j.jsonrpc.json.JsonShapeException;
import dev.mcp4j.jsonrpc.json.McpJson;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class LegacyJsonTest {
  private static final JsonRpcCodec CODEC = JsonRpcCodec.create(JsonLimits.DEFAULT);

  private static final String INITIALIZE =
      """
      {"protocolVersion":"2025-11-25",
       "capabilities":{"roots":{"listChanged":true},"sampling":{},"elicitation":{"form":{},"url":{}},
         "tasks":{"requests":{"elicitation":{"create":{}}}}},
       "clientInfo":{"name":"ExampleClient","title":"Example","version":"1.0.0"},
       "_meta":{"progressToken":7}}""";

  private static final String INITIALIZED =
      """
      {"protocolVersion":"2024-11-05",
       "capabilities":{"logging":{},"prompts":{"listChanged":true},"tasks":{"list":{}}},
       "serverInfo":{"name":"ExampleServer","version":"1.0.0"},
       "instructions":"Be kind"}""";

  static Stream<Arguments> examples() {
    return Stream.of(
        Arguments.of(InitializeRequestParams.class, INITIALIZE),
        Arguments.of(InitializeResult.class, INITIALIZED),
        Arguments.of(SetLevelRequestParams.class, "{\"level\":\"info\"}"),
        Arguments.of(SubscribeRequestParams.class, "{\"uri\":\"file:///a\",\"_meta\":{\"x/y\":1}}"),
        Arguments.of(UnsubscribeRequestParams.class, "{\"uri\":\"file:///a\"}"),
        Arguments.of(ElicitationCompleteNotificationParams.class, "{\"elicitationId\":\"e\"}"),
        Arguments.of(
            UrlElicitationRequiredData.class,
            "{\"elicitations\":[{\"mode\":\"url\",\"message\":\"m\",\"url\":\"https://x/\","
                + "\"elicitationId\":\"e\"}]}"));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void whatIsReadIsWrittenBack(Class<?> type, String json) {
    JsonNode tree = tree(json);

    assertThat(LegacyJson.write(LegacyJson.read(type, tree)).node()).isEqualTo(tree);
  }

  @Test
  void unknownCapabilitiesAreKept() {
    InitializeRequestParams params =
        LegacyJson.read(InitializeRequestParams.class, tree(INITIALIZE));

    assertThat(params.capabilities().other().get("tasks")).isNotNull();
    assertThat(params.meta().progressToken()).isEqualTo(ProgressToken.of(7));
  }

  @Test
  void parametersTheCodecKeptAsBytesAreRead() {
    JsonRpcRequest request =
        request(
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"logging/setLevel\",\"params\":"
                + "{\"level\":\"warning\"}}");

    assertThat(LegacyJson.read(SetLevelRequestParams.class, request.params()).level())
        .isEqualTo(LoggingLevel.WARNING);
  }

  @Test
  void defectIsNamedWithItsPath() {
    assertThatThrownBy(() -> LegacyJson.read(SetLevelRequestParams.class, tree("{\"level\":3}")))
        .isInstanceOf(JsonShapeException.class)
        .hasMessageStartingWith("/level: expected");
    assertThatThrownBy(() -> LegacyJson.read(SubscribeRequestParams.class, tree("{}")))
        .hasMessage("/uri: expected a value but found nothing");
    assertThatThrownBy(
            () ->
                LegacyJson.read(
                    UrlElicitationRequiredData.class,
                    tree("{\"elicitations\":[{\"message\":\"m\",\"url\":\"u\"}]}")))
        .hasMessage("/elicitations/0/elicitationId: expected a value but found nothing");
  }

  @Test
  void elicitationByUrlCarriesItsIdAndToken() {
    ServerRequest request =
        new ServerRequest(
            new ElicitRequest(new ElicitRequestURLParams("why", "https://x.example/")),
            "e-1",
            RequestMeta.builder().progressToken(ProgressToken.of("t")).build());

    JsonRpcRequest message = LegacyJson.toMessage(RequestId.of("s-1"), request);

    String json = new String(CODEC.encode(message), UTF_8);
    assertThat(tree(json))
        .isEqualTo(
            tree(
                """
                {"jsonrpc":"2.0","id":"s-1","method":"elicitation/create","params":{"mode":"url",
                 "message":"why","url":"https://x.example/","elicitationId":"e-1",
                 "_meta":{"progressToken":"t"}}}"""));
    assertThat(LegacyJson.readServerRequest(request(json))).isEqualTo(request);
  }

  @Test
  void requestWithoutParametersHasNoMemberForThem() {
    JsonRpcRequest message =
        LegacyJson.toMessage(RequestId.of(1), ServerRequest.of(ListRootsRequest.INSTANCE));

    String json = new String(CODEC.encode(message), UTF_8);
    assertThat(json).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"roots/list\"}");
    assertThat(LegacyJson.readServerRequest(request(json)).request())
        .isEqualTo(ListRootsRequest.INSTANCE);
  }

  @Test
  void unknownMethodIsKept() {
    JsonRpcRequest message =
        request("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{\"a\":1}}");

    assertThat(LegacyJson.readServerRequest(message).request())
        .isInstanceOf(UnrecognizedInputRequest.class);
  }

  @Test
  void otherTypesAreRefused() {
    assertThatThrownBy(() -> LegacyJson.write(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void urlElicitationsAreWrittenWithTheirMode() {
    var data = new UrlElicitationRequiredData(List.of(new UrlElicitation("m", "u", "e")));

    assertThat(LegacyJson.write(data).toString()).contains("\"mode\":\"url\"");
  }

  @Test
  void metadataOfNotificationsIsKept() {
    var params =
        LegacyJson.read(
            ElicitationCompleteNotificationParams.class,
            tree("{\"elicitationId\":\"e\",\"_meta\":{\"a/b\":1}}"));

    assertThat(params.meta())
        .isEqualTo(new NotificationMeta(null, McpJson.read(JsonObject.class, tree("{\"a/b\":1}"))));
  }

  private static JsonNode tree(String json) {
    return McpJson.read(JsonNode.class, json.getBytes(UTF_8));
  }

  private static JsonRpcRequest request(String json) {
    byte[] bytes = json.getBytes(UTF_8);
    Inbound inbound = CODEC.decode(bytes, 0, bytes.length, PayloadTypes.NONE);
    return (JsonRpcRequest) ((Inbound.Single) inbound).message();
  }
}
