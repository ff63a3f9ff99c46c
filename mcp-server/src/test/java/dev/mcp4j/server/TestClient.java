/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mcp4j.api.ClientCapabilities;
import dev.mcp4j.api.ElicitationCapability;
import dev.mcp4j.api.EmptyRequestParams;
import dev.mcp4j.api.Implementation;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.Methods;
import dev.mcp4j.api.NotificationMethod;
import dev.mcp4j.api.NotificationParams;
import dev.mcp4j.api.PaginatedRequestParams;
import dev.mcp4j.api.ProtocolVersion;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.RequestMethod;
import dev.mcp4j.api.RequestParams;
import dev.mcp4j.api.Result;
import dev.mcp4j.api.SamplingCapability;
import dev.mcp4j.api.completion.CompleteRequestParams;
import dev.mcp4j.api.completion.CompleteResult;
import dev.mcp4j.api.completion.CompletionArgument;
import dev.mcp4j.api.completion.Reference;
import dev.mcp4j.api.content.TextContent;
import dev.mcp4j.api.discovery.DiscoverResult;
import dev.mcp4j.api.prompt.GetPromptRequestParams;
import dev.mcp4j.api.prompt.GetPromptResult;
import dev.mcp4j.api.resource.ReadResourceRequestParams;
import dev.mcp4j.api.resource.ReadResourceResult;
import dev.mcp4j.api.tool.CallToolRequestParams;
import dev.mcp4j.api.tool.CallToolResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Drives a server as the function it is, without transport. */
final class TestClient {
  static final ClientCapabilities EVERYTHING =
      ClientCapabilities.builder()
          .elicitation(ElicitationCapability.FORM_AND_URL)
          .sampling(new SamplingCapability(JsonObject.EMPTY, JsonObject.EMPTY, JsonObject.EMPTY))
          .roots(JsonObject.EMPTY)
          .build();

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  /** What the server notified, in order. */
  final List<Object> notified = new ArrayList<>();

  private final McpServer server;
  private RequestMeta meta =
      RequestMeta.builder()
          .protocolVersion(ProtocolVersion.V2026_07_28)
          .clientInfo(Implementation.builder("test", "1").build())
          .clientCapabilities(EVERYTHING)
          .build();
  private Caller caller = Caller.anonymous("test");
  private @Nullable RequestHeaders headers;
  private Cancellation cancellation = Cancellation.NEVER;

  TestClient(McpServer server) {
    this.server = server;
  }

  TestClient with(RequestMeta.Builder changed) {
    this.meta = changed.build();
    return this;
  }

  RequestMeta.Builder meta() {
    return meta.toBuilder();
  }

  TestClient capable(ClientCapabilities capabilities) {
    return with(meta().clientCapabilities(capabilities));
  }

  TestClient as(Caller caller) {
    this.caller = caller;
    return this;
  }

  TestClient cancelled(Cancellation cancellation) {
    this.cancellation = cancellation;
    return this;
  }

  TestClient headers(Map<String, List<String>> headers) {
    this.headers = name -> headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of());
    return this;
  }

  @SuppressWarnings("unchecked") // the route of a method answers with its result
  <P extends RequestParams, R extends Result> Reply<R> send(RequestMethod<P, R> method, P params)
      throws Exception {
    return (Reply<R>)
        server
            .handler()
            .handle(
                new McpRequest<>(method.name(), params, caller, headers, cancellation),
                new Notifier() {
                  @Override
                  public <N extends NotificationParams> void notify(
                      NotificationMethod<N> sent, N sentParams) {
                    notified.add(sentParams);
                  }
                });
  }

  Reply<CallToolResult> call(String tool, @Nullable String arguments) throws Exception {
    return call(tool, arguments, null, null);
  }

  Reply<CallToolResult> call(
      String tool, @Nullable String arguments, @Nullable String responses, @Nullable String state)
      throws Exception {
    return send(
        Methods.CALL_TOOL,
        new CallToolRequestParams(
            tool,
            arguments == null ? null : object(arguments),
            responses == null ? null : members(responses),
            state,
            meta));
  }

  CallToolResult result(String tool, @Nullable String arguments) throws Exception {
    return complete(call(tool, arguments));
  }

  /** The text of a result without anything else. */
  String text(String tool, @Nullable String arguments) throws Exception {
    return text(result(tool, arguments));
  }

  static String text(CallToolResult result) {
    return ((TextContent) result.content().get(0)).text();
  }

  Reply<ReadResourceResult> read(String uri) throws Exception {
    return send(Methods.READ_RESOURCE, new ReadResourceRequestParams(uri, null, null, meta));
  }

  Reply<GetPromptResult> prompt(String name, Map<String, String> arguments) throws Exception {
    return send(Methods.GET_PROMPT, new GetPromptRequestParams(name, arguments, null, null, meta));
  }

  CompleteResult complete(Reference ref, String argument, String value) throws Exception {
    return complete(
        send(
            Methods.COMPLETE,
            new CompleteRequestParams(
                ref, new CompletionArgument(argument, value), Map.of(), meta)));
  }

  <R extends Result> R list(RequestMethod<PaginatedRequestParams, R> method) throws Exception {
    return list(method, null);
  }

  <R extends Result> R list(
      RequestMethod<PaginatedRequestParams, R> method, @Nullable String cursor) throws Exception {
    return complete(send(method, new PaginatedRequestParams(cursor, meta)));
  }

  DiscoverResult discover() throws Exception {
    return complete(send(Methods.DISCOVER, new EmptyRequestParams(meta)));
  }

  RequestMeta currentMeta() {
    return meta;
  }

  static <R extends Result> R complete(Reply<R> reply) {
    return ((Reply.Complete<R>) reply).result();
  }

  static <R extends Result> Reply.InputRequired<R> asks(Reply<R> reply) {
    return (Reply.InputRequired<R>) reply;
  }

  /** The error a request fails with. */
  static McpException refusal(Callable<?> request) {
    McpException refusal = catchThrowableOfType(McpException.class, request::call);
    assertThat(refusal).as("the error of the request").isNotNull();
    return refusal;
  }

  static JsonObject object(String json) {
    return new JsonObject((ObjectNode) json(json));
  }

  static Map<String, JsonNode> members(String json) {
    java.util.LinkedHashMap<String, JsonNode> members = new java.util.LinkedHashMap<>();
    json(json).properties().forEach(member -> members.put(member.getKey(), member.getValue()));
    return members;
  }

  static JsonNode json(String json) {
    return MAPPER.readTree(json);
  }
}
