/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mcp4j.api.CacheHints;
import dev.mcp4j.api.EmptyRequestParams;
import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.PaginatedRequestParams;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.RequestParams;
import dev.mcp4j.api.tool.ListToolsResult;
import dev.mcp4j.server.Caller;
import dev.mcp4j.server.Cancellation;
import dev.mcp4j.server.Interceptor;
import dev.mcp4j.server.McpException;
import dev.mcp4j.server.McpRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test of a pair sends two defects, and pins which one is answered. */
class PipelineTest {
  private static final String CALL = "tools/call";
  private static final String NEW = "2026-07-28";

  private final TestFeature feature = new TestFeature();
  private final List<Interceptor> interceptors = new ArrayList<>();

  private Reply<?> handle(McpRequest<?> request) throws Exception {
    Pipeline pipeline =
        new Pipeline(TestValues.SERVER, List.of(NEW), Routes.of(List.of(feature)), interceptors);
    return pipeline.handle(request, new NoNotifier());
  }

  private Fault fault(McpRequest<?> request) {
    McpException thrown = catchThrowableOfType(McpException.class, () -> handle(request));
    assertThat(thrown).isNotNull();
    return new Failures(() -> "id").of(thrown, request.method());
  }

  private static McpRequest<?> request(String method, RequestParams params, TestHeaders headers) {
    return new McpRequest<>(method, params, Caller.anonymous("http"), headers, Cancellation.NEVER);
  }

  private static McpRequest<?> call(RequestMeta meta, TestHeaders headers) {
    return request(CALL, TestValues.toolCall("echo", meta), headers);
  }

  private static RequestMeta version(String version) {
    return TestValues.META.toBuilder().protocolVersion(version).build();
  }

  private static TestHeaders headers() {
    return new TestHeaders()
        .with("MCP-Protocol-Version", NEW)
        .with("Mcp-Method", CALL)
        .with("Mcp-Name", "echo");
  }

  @Test
  void requestThatKeepsAllRulesIsAnswered() throws Exception {
    assertThat(handle(call(TestValues.META, headers()))).isInstanceOf(Reply.Complete.class);
  }

  @Test
  void withoutHeadersNoHeaderIsMissing() throws Exception {
    McpRequest<?> request =
        new McpRequest<>(
            CALL,
            TestValues.toolCall("echo", TestValues.META),
            Caller.anonymous("stdio"),
            null,
            Cancellation.NEVER);

    assertThat(handle(request)).isInstanceOf(Reply.Complete.class);
  }

  @Test
  void missingMetadataWinsOverHeaderMismatch() {
    RequestMeta incomplete = TestValues.META.toBuilder().clientCapabilities(null).build();

    Fault fault = fault(call(incomplete, headers().with("MCP-Protocol-Version", "2025-11-25")));

    assertThat(fault.code()).isEqualTo(ErrorCode.INVALID_PARAMS);
    assertThat(Faults.httpStatus(fault)).isEqualTo(400);
    assertThat(fault.message())
        .isEqualTo("The request has no _meta[\"io.modelcontextprotocol/clientCapabilities\"]");
    assertThat(fault.data().toString()).isEqualTo("{\"supported\":[\"2026-07-28\"]}");
  }

  @Test
  void missingVersionIsNamed() {
    RequestMeta incomplete = TestValues.META.toBuilder().protocolVersion(null).build();

    assertThat(fault(call(incomplete, headers())).message())
        .isEqualTo("The request has no _meta[\"io.modelcontextprotocol/protocolVersion\"]");
  }

  @Test
  void requestWithoutModernClaimLearnsTheSupportedVersions() {
    McpRequest<?> initialize =
        request("initialize", new EmptyRequestParams(RequestMeta.EMPTY), new TestHeaders());

    Fault fault = fault(initialize);

    assertThat(fault.code()).isEqualTo(ErrorCode.INVALID_PARAMS);
    assertThat(Faults.httpStatus(fault)).isEqualTo(400);
    assertThat(fault.message()).startsWith("This server speaks MCP 2026-07-28");
    assertThat(fault.data().toString()).isEqualTo("{\"supported\":[\"2026-07-28\"]}");
  }

  @Test
  void headerMismatchWinsOverUnsupportedVersion() {
    Fault fault = fault(call(version("v999.0.0"), headers()));

    assertThat(fault.code()).isEqualTo(ErrorCode.HEADER_MISMATCH);
    assertThat(Faults.httpStatus(fault)).isEqualTo(400);
    assertThat(fault.message())
        .isEqualTo(
            "Header mismatch: MCP-Protocol-Version header value '2026-07-28' does not match body"
                + " value 'v999.0.0'");
  }

  @Test
  void missingVersionHeaderWinsOverUnsupportedVersion() {
    Fault fault = fault(call(version("v999.0.0"), headers().without("MCP-Protocol-Version")));

    assertThat(fault.code()).isEqualTo(ErrorCode.HEADER_MISMATCH);
    assertThat(fault.message())
        .isEqualTo("Header mismatch: MCP-Protocol-Version header is missing");
  }

  @Test
  void unsupportedVersionWinsOverWrongMethodHeader() {
    Fault fault =
        fault(
            call(
                version("v999.0.0"),
                headers().with("MCP-Protocol-Version", "v999.0.0").with("Mcp-Method", "ping")));

    assertThat(fault.code()).isEqualTo(ErrorCode.UNSUPPORTED_PROTOCOL_VERSION);
    assertThat(Faults.httpStatus(fault)).isEqualTo(400);
    assertThat(fault.data().toString())
        .isEqualTo("{\"supported\":[\"2026-07-28\"],\"requested\":\"v999.0.0\"}");
  }

  @Test
  void wrongMethodHeaderWinsOverWrongNameHeader() {
    Fault fault =
        fault(
            call(
                TestValues.META,
                headers().with("Mcp-Method", "TOOLS/CALL").with("Mcp-Name", "other")));

    assertThat(fault.code()).isEqualTo(ErrorCode.HEADER_MISMATCH);
    assertThat(fault.message())
        .isEqualTo(
            "Header mismatch: Mcp-Method header value 'TOOLS/CALL' does not match body value"
                + " 'tools/call'");
  }

  @Test
  void wrongMethodHeaderWinsOverUnknownMethod() {
    Fault fault = fault(request("nope", new EmptyRequestParams(TestValues.META), headers()));

    assertThat(fault.code()).isEqualTo(ErrorCode.HEADER_MISMATCH);
  }

  @Test
  void unknownMethodHasNoNameToCompare() {
    Fault fault =
        fault(
            request(
                "nope",
                new EmptyRequestParams(TestValues.META),
                headers().with("Mcp-Method", "nope")));

    assertThat(fault.code()).isEqualTo(ErrorCode.METHOD_NOT_FOUND);
    assertThat(Faults.httpStatus(fault)).isEqualTo(404);
    assertThat(fault.message()).isEqualTo("Method not found: nope");
  }

  @ParameterizedTest
  @ValueSource(strings = {"initialize", "ping", "logging/setLevel", "resources/subscribe"})
  void removedMethodIsUnknownToModernRequests(String method) {
    Fault fault =
        fault(
            request(
                method,
                new EmptyRequestParams(TestValues.META),
                headers().with("Mcp-Method", method).without("Mcp-Name")));

    assertThat(fault.code()).isEqualTo(ErrorCode.METHOD_NOT_FOUND);
  }

  @Test
  void wrongNameHeaderWinsOverCheckOfTheRoute() {
    feature.check =
        refused -> {
          throw refusal("check");
        };

    Fault fault = fault(call(TestValues.META, headers().with("Mcp-Name", "other")));

    assertThat(fault.message())
        .isEqualTo(
            "Header mismatch: Mcp-Name header value 'other' does not match body value 'echo'");
  }

  @Test
  void wrongMethodHeaderWinsOverUnreadableParams() {
    Fault fault =
        fault(
            request(
                CALL,
                new UnreadableParams(TestValues.META, "/params/name: expected a string"),
                headers().with("Mcp-Method", "ping")));

    assertThat(fault.code()).isEqualTo(ErrorCode.HEADER_MISMATCH);
  }

  @Test
  void unreadableParamsAreInvalidParams() {
    Fault fault =
        fault(
            request(
                CALL,
                new UnreadableParams(TestValues.META, "/params/name: expected a string"),
                headers()));

    assertThat(fault.code()).isEqualTo(ErrorCode.INVALID_PARAMS);
    assertThat(fault.message()).isEqualTo("/params/name: expected a string");
    assertThat(Faults.httpStatus(fault)).isEqualTo(200);
  }

  @Test
  void unreadableMetadataIsExplained() {
    Fault fault =
        fault(
            request(
                CALL,
                new UnreadableParams(RequestMeta.EMPTY, "/params/_meta: expected an object"),
                headers()));

    assertThat(fault.code()).isEqualTo(ErrorCode.INVALID_PARAMS);
    assertThat(fault.message()).isEqualTo("/params/_meta: expected an object");
    assertThat(Faults.httpStatus(fault)).isEqualTo(400);
  }

  @Test
  void unknownMethodWinsOverInterceptor() {
    interceptors.add(
        (request, chain) -> {
          throw refusal("interceptor");
        });

    Fault fault =
        fault(
            request(
                "nope",
                new EmptyRequestParams(TestValues.META),
                headers().with("Mcp-Method", "nope")));

    assertThat(fault.code()).isEqualTo(ErrorCode.METHOD_NOT_FOUND);
  }

  @Test
  void interceptorWinsOverCheckOfTheRoute() {
    interceptors.add(
        (request, chain) -> {
          throw refusal("interceptor");
        });
    feature.check =
        request -> {
          throw refusal("check");
        };

    assertThat(fault(call(TestValues.META, headers())).message()).isEqualTo("interceptor");
  }

  @Test
  void checkOfTheRouteWinsOverHandler() {
    feature.check =
        request -> {
          throw refusal("check");
        };
    feature.handler =
        (request, notifier) -> {
          throw refusal("handler");
        };

    assertThat(fault(call(TestValues.META, headers())).message()).isEqualTo("check");
  }

  @ParameterizedTest
  @ValueSource(strings = {"MCP-Protocol-Version", "Mcp-Method", "Mcp-Name"})
  void repeatedHeaderIsAMismatchEvenIfBothValuesAreRight(String name) {
    TestHeaders headers = headers();
    headers.add(name, headers.first(name));

    Fault fault = fault(call(TestValues.META, headers));

    assertThat(fault.code()).isEqualTo(ErrorCode.HEADER_MISMATCH);
    assertThat(fault.message()).isEqualTo("Header mismatch: " + name + " header is repeated");
  }

  @ParameterizedTest
  @ValueSource(strings = {"MCP-Protocol-Version", "Mcp-Method", "Mcp-Name"})
  void headerWithCharactersBeyondAsciiIsAMismatch(String name) {
    for (String bad : List.of("\u0001", "\u007f", "\u00e9")) {
      TestHeaders headers = headers();
      Fault fault = fault(call(TestValues.META, headers.with(name, headers.first(name) + bad)));

      assertThat(fault.code()).isEqualTo(ErrorCode.HEADER_MISMATCH);
      assertThat(fault.message())
          .isEqualTo("Header mismatch: " + name + " header holds characters outside visible ASCII");
    }
  }

  @Test
  void blanksAroundAHeaderDoNotCount() throws Exception {
    assertThat(handle(call(TestValues.META, headers().with("Mcp-Name", " \t echo  "))))
        .isInstanceOf(Reply.Complete.class);
  }

  @Test
  void encodedNameIsDecodedBeforeItIsCompared() throws Exception {
    McpRequest<?> request =
        request(
            CALL,
            TestValues.toolCall("écho", TestValues.META),
            headers().with("Mcp-Name", "=?base64?w6ljaG8=?="));

    assertThat(handle(request)).isInstanceOf(Reply.Complete.class);
  }

  @Test
  void badlyEncodedNameIsAMismatch() {
    Fault fault = fault(call(TestValues.META, headers().with("Mcp-Name", "=?base64?w6ljaG8?=")));

    assertThat(fault.code()).isEqualTo(ErrorCode.HEADER_MISMATCH);
    assertThat(fault.message())
        .isEqualTo(
            "Header mismatch: Mcp-Name header value '=?base64?w6ljaG8?=' is not well encoded");
  }

  @Test
  void resultNamesTheServerAndIsNotCacheableUnlessSomebodySaysSo() throws Exception {
    Reply<?> reply =
        handle(
            request(
                "tools/list",
                new PaginatedRequestParams(null, TestValues.META),
                headers().with("Mcp-Method", "tools/list").without("Mcp-Name")));

    ListToolsResult result = (ListToolsResult) ((Reply.Complete<?>) reply).result();
    assertThat(result.meta().serverInfo()).isEqualTo(TestValues.SERVER);
    assertThat(result.cacheHints()).isEqualTo(CacheHints.NONE);
  }

  private static McpException refusal(String by) {
    return new McpException(ErrorCode.INVALID_PARAMS, by);
  }
}
