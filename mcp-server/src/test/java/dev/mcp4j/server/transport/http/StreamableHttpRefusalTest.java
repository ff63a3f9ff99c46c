/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.server.transport.HttpOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, or accepted without an answer, before there is a request. */
class StreamableHttpRefusalTest {
  private final TestServer server = new TestServer().tool("greet", (request, notifier) -> "hello");
  private final StreamableHttp http = new StreamableHttp(server.core, HttpOptions.onPort(0));

  @AfterEach
  void end() {
    server.close();
  }

  private FakeCall served(FakeCall call) throws Exception {
    http.serve(call);
    return call;
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "DELETE", "PUT", "HEAD", "PATCH", "post", "TRACE"})
  void onlyPostIsAllowed(String method) throws Exception {
    FakeCall call = served(TestServer.call("greet").method(method));

    assertThat(call.status()).isEqualTo(405);
    assertThat(call.answerHeaders()).containsEntry("Allow", "POST, OPTIONS");
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, 200",
    "Application/JSON, 200",
    "application/json;charset=utf-8, 200",
    "application/json; charset=\"UTF-8\", 200",
    "application/json; charset=utf-16, 415",
    "application/json-rpc, 415",
    "text/plain, 415",
    "text/json, 415",
    "'application/json, text/plain', 415",
    "*/*, 415",
    "'', 415"
  })
  void bodyIsJson(String contentType, int status) throws Exception {
    FakeCall call =
        TestServer.call("greet").without("Content-Type").header("Content-Type", contentType);

    assertThat(served(call).status()).isEqualTo(status);
  }

  @Test
  void bodyWithoutTypeOrWithAnEncodingIsRefused() throws Exception {
    FakeCall untyped = TestServer.call("greet").without("Content-Type");
    FakeCall zipped = TestServer.call("greet").header("Content-Encoding", "gzip");

    assertThat(served(untyped).status()).isEqualTo(415);
    assertThat(served(zipped).status()).isEqualTo(415);
    assertThat(zipped.answerHeaders()).containsEntry("Accept-Encoding", "identity");
  }

  @Test
  void clientThatReadsOnlyOneKindOfAnswerIsRefused() throws Exception {
    FakeCall call = TestServer.call("greet").without("Accept").header("Accept", "application/json");

    assertThat(served(call).status()).isEqualTo(406);
    assertThat(call.answer())
        .isEqualTo(
            "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32600,\"message\":"
                + "\"Expected the Accept header to list application/json and"
                + " text/event-stream\"}}");
  }

  @Test
  void bodyBeyondTheLimitIsRefused() throws Exception {
    FakeCall call = served(TestServer.call("greet").body(null));

    assertThat(call.status()).isEqualTo(413);
    assertThat(call.answer()).contains("\"error\"").doesNotContain("\"id\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''| -32700",
        "{| -32700",
        "nul| -32700",
        "[]| -32600",
        "null| -32600",
        "\"x\"| -32600",
        "{\"id\":1}| -32600",
        "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"tools/list\"}| -32600",
        "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}]| -32600",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}| -32600"
      })
  void whatIsNoRequestOrNotificationIsRefused(String body, int code) throws Exception {
    FakeCall call = served(TestServer.call("greet").body(body.getBytes(UTF_8)));

    assertThat(call.status()).isEqualTo(400);
    assertThat(call.answerHeaders()).containsEntry("Content-Type", "application/json");
    assertThat(call.answer()).contains("\"code\":" + code);
  }

  @Test
  void errorForAMalformedRequestHasTheIdThatCouldBeRead() throws Exception {
    FakeCall call = served(FakeCall.post("{\"jsonrpc\":\"2.0\",\"id\":41,\"method\":5}"));

    assertThat(call.status()).isEqualTo(400);
    assertThat(call.answer()).contains("\"id\":41");
  }

  @Test
  void notificationIsAcceptedWithoutABody() throws Exception {
    FakeCall call =
        served(FakeCall.post("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/whatever\"}"));

    assertThat(call.status()).isEqualTo(202);
    assertThat(call.answer()).isEmpty();
    assertThat(call.answerHeaders()).isEmpty();
  }

  @Test
  void headersOfOlderRevisionsMeanNothing() throws Exception {
    FakeCall call =
        served(
            TestServer.call("greet").header("Mcp-Session-Id", "abc").header("Last-Event-ID", "41"));

    assertThat(call.status()).isEqualTo(200);
    assertThat(call.answerHeaders()).containsOnlyKeys("Content-Type");
  }
}
