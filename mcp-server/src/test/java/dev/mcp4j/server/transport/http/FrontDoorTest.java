/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.jsonrpc.JsonLimits;
import dev.mcp4j.jsonrpc.JsonRpcCodec;
import dev.mcp4j.server.transport.HttpCall;
import dev.mcp4j.server.transport.HttpEndpoint;
import dev.mcp4j.server.transport.HttpOptions;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrontDoorTest {
  private static final String ORIGIN_REFUSED =
      "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32600,"
          + "\"message\":\"The Origin header names no page that may call this server\"}}";
  private static final String HOST_REFUSED =
      "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32600,"
          + "\"message\":\"The Host header does not name this server\"}}";

  private final Inside inside = new Inside();

  /** What is behind the door. */
  private static final class Inside implements HttpEndpoint {
    private int calls;
    private boolean drained;
    private boolean released;

    @Override
    public void serve(HttpCall call) {
      calls++;
      call.reply(200, Map.of(), new byte[0]);
    }

    @Override
    public void drain() {
      drained = true;
    }

    @Override
    public void release() {
      released = true;
    }
  }

  private FrontDoor door(HttpOptions options, boolean loopback) {
    return new FrontDoor(
        options, loopback, JsonRpcCodec.create(JsonLimits.DEFAULT), Runnable::run, inside);
  }

  private FakeCall served(FakeCall call) throws IOException {
    return served(HttpOptions.onPort(0), true, call);
  }

  private FakeCall served(HttpOptions options, boolean loopback, FakeCall call) throws IOException {
    door(options, loopback).serve(call);
    return call;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost",
        "http://localhost:6274",
        "https://localhost:443",
        "HTTP://LocalHost:1",
        "http://127.0.0.1:8080",
        "http://127.0.0.2",
        "http://[::1]",
        "http://[::1]:5173",
        "http://[0:0:0:0:0:0:0:1]:5173"
      })
  void pagesOfThisMachineMayCallAServerOnLoopback(String origin) throws IOException {
    FakeCall call = served(FakeCall.post("{}").header("Origin", origin));

    assertThat(call.status()).isEqualTo(200);
    assertThat(call.answerHeaders())
        .containsEntry("Access-Control-Allow-Origin", origin)
        .containsEntry("Vary", "Origin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "",
        "*",
        "http://evil.com",
        "http://localhost.evil.com",
        "http://127.0.0.1.evil.com",
        "http://evil.com:8080",
        "https://evil.com/localhost",
        "http://localhost@evil.com",
        "http://[::2]",
        "http://0.0.0.0",
        "http://localhost, http://evil.com",
        "localhost",
        "file://"
      })
  void otherPagesMayNot(String origin) throws IOException {
    FakeCall call = served(FakeCall.post("{}").header("Origin", origin));

    assertThat(call.status()).isEqualTo(403);
    assertThat(call.answer()).isEqualTo(ORIGIN_REFUSED);
    assertThat(call.answerHeaders())
        .containsEntry("Content-Type", "application/json")
        .doesNotContainKey("Access-Control-Allow-Origin");
    assertThat(inside.calls).isZero();
  }

  @Test
  void twoOriginsAreRefusedEvenIfBothMayCall() throws IOException {
    FakeCall call =
        FakeCall.post("{}").header("Origin", "http://localhost").header("Origin", "http://[::1]");

    assertThat(served(call).status()).isEqualTo(403);
  }

  @Test
  void programsWithoutOriginMayCall() throws IOException {
    FakeCall call = served(FakeCall.post("{}"));

    assertThat(call.status()).isEqualTo(200);
    assertThat(call.answerHeaders()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://app.example.com, 200",
    "https://APP.example.com:443, 200",
    "http://app.example.com, 403",
    "https://app.example.com:8443, 403",
    "https://sub.app.example.com, 403",
    "http://localhost, 403",
    "null, 403"
  })
  void onOtherAddressesOnlyConfiguredPagesMayCall(String origin, int status) throws IOException {
    HttpOptions options = HttpOptions.builder(0).allowOrigin("https://app.example.com").build();
    FakeCall call = FakeCall.post("{}").header("Origin", origin);

    assertThat(served(options, false, call).status()).isEqualTo(status);
  }

  @Test
  void configuredPagesMayCallAServerOnLoopbackToo() throws IOException {
    HttpOptions options = HttpOptions.builder(0).allowOrigin("https://app.example.com").build();
    FakeCall call = FakeCall.post("{}").header("Origin", "https://app.example.com");

    assertThat(served(options, true, call).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, 200",
    "localhost:8080, 200",
    "LOCALHOST:1, 200",
    "127.0.0.1:8080, 200",
    "[::1]:8080, 200",
    "localhost.evil.com, 403",
    "evil.com, 403",
    "evil.com:8080, 403",
    "192.168.1.2:8080, 403",
    "mcp.example.com, 403",
    "'', 403",
    "localhost:x, 403"
  })
  void onLoopbackTheHostIsOneOfThisMachine(String host, int status) throws IOException {
    FakeCall call = served(FakeCall.post("{}").without("Host").header("Host", host));

    assertThat(call.status()).isEqualTo(status);
    assertThat(call.answer()).isEqualTo(status == 200 ? "" : HOST_REFUSED);
  }

  @ParameterizedTest
  @CsvSource({
    "mcp.example.com, 200",
    "MCP.example.com:443, 200",
    "internal:9000, 200",
    "internal:9001, 403",
    "internal, 403",
    "localhost, 403",
    "evil.com, 403"
  })
  void configuredHostsAreTheOnlyOnesOnOtherAddresses(String host, int status) throws IOException {
    HttpOptions options =
        HttpOptions.builder(0).allowHost("mcp.example.com").allowHost("internal:9000").build();
    FakeCall call = FakeCall.post("{}").without("Host").header("Host", host);

    assertThat(served(options, false, call).status()).isEqualTo(status);
  }

  @Test
  void anyHostWillDoOnOtherAddressesWhileNoneIsConfigured() throws IOException {
    FakeCall call = FakeCall.post("{}").without("Host").header("Host", "whatever.example");

    assertThat(served(HttpOptions.onPort(0), false, call).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void exactlyOneHostIsExpectedOnEveryAddress(boolean loopback) throws IOException {
    HttpOptions options = HttpOptions.onPort(0);
    FakeCall none = served(options, loopback, FakeCall.post("{}").without("Host"));
    FakeCall two = served(options, loopback, FakeCall.post("{}").header("Host", "localhost"));

    assertThat(none.status()).isEqualTo(400);
    assertThat(none.answer()).contains("Expected one Host header but got 0");
    assertThat(two.status()).isEqualTo(400);
    assertThat(two.answer()).contains("Expected one Host header but got 2");
    assertThat(inside.calls).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/mcp/", "/mcpfoo", "/MCP", "/mcp/x", "//mcp", "/%6dcp", "/./mcp", ""})
  void onlyTheExactPathIsServed(String path) throws IOException {
    FakeCall call = served(FakeCall.post("{}").path(path));

    assertThat(call.status()).isEqualTo(404);
    assertThat(call.answer()).isEmpty();
    assertThat(inside.calls).isZero();
  }

  @Test
  void browserLearnsThatAPageMayPostWithAnyHeader() throws IOException {
    FakeCall call =
        FakeCall.post("")
            .method("OPTIONS")
            .header("Origin", "http://localhost:6274")
            .header("Access-Control-Request-Method", "POST")
            .header("Access-Control-Request-Headers", "content-type,mcp-method, mcp-param-region");

    assertThat(served(call).status()).isEqualTo(204);
    assertThat(call.answerHeaders())
        .containsEntry("Access-Control-Allow-Origin", "http://localhost:6274")
        .containsEntry("Access-Control-Allow-Methods", "POST")
        .containsEntry("Access-Control-Allow-Headers", "content-type,mcp-method, mcp-param-region")
        .containsEntry("Access-Control-Max-Age", "600")
        .containsEntry("Vary", "Origin");
    assertThat(inside.calls).isZero();
  }

  @Test
  void headersThatAreNoNamesAreNotRepeatedToTheBrowser() throws IOException {
    FakeCall call =
        FakeCall.post("")
            .method("OPTIONS")
            .header("Origin", "http://localhost:6274")
            .header("Access-Control-Request-Method", "POST")
            .header("Access-Control-Request-Headers", "x\r\ny: z");

    assertThat(served(call).answerHeaders()).doesNotContainKey("Access-Control-Allow-Headers");
  }

  @Test
  void browserLearnsNothingForAPageThatMayNot() throws IOException {
    FakeCall call =
        FakeCall.post("")
            .method("OPTIONS")
            .header("Origin", "http://evil.com")
            .header("Access-Control-Request-Method", "POST");

    assertThat(served(call).status()).isEqualTo(403);
    assertThat(call.answerHeaders()).containsOnlyKeys("Content-Type");
  }

  @Test
  void optionsWithoutPageTellsTheMethods() throws IOException {
    FakeCall call = served(FakeCall.post("").method("OPTIONS"));

    assertThat(call.status()).isEqualTo(204);
    assertThat(call.answerHeaders()).containsExactly(Map.entry("Allow", "POST, OPTIONS"));
  }

  @Test
  void drainingServerAsksToComeBackLater() throws IOException {
    FrontDoor door = door(HttpOptions.onPort(0), true);
    FakeCall call = FakeCall.post("").method("GET").header("Origin", "http://localhost");

    door.drain();
    door.serve(call);

    assertThat(call.status()).isEqualTo(503);
    assertThat(call.answerHeaders())
        .containsEntry("Retry-After", "1")
        .containsEntry(
            "Access-Control-Expose-Headers", "DPoP-Nonce, Retry-After, WWW-Authenticate");
    assertThat(inside.calls).isZero();
    assertThat(inside.drained).isTrue();
  }

  @Test
  void drainingServerReadsWhatIsSentBeforeItRefuses() throws IOException {
    FrontDoor door = door(HttpOptions.onPort(0), true);
    FakeCall call = FakeCall.post("{}");

    door.drain();
    door.serve(call);

    assertThat(call.status()).isEqualTo(200);
    door.release();
    assertThat(inside.released).isTrue();
  }
}
