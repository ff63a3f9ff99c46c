/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.McpServerBuilder;
import dev.mcp4j.server.legacy.InMemoryEventLog;
import dev.mcp4j.server.legacy.InMemorySessionStore;
import dev.mcp4j.server.legacy.LegacyMode;
import dev.mcp4j.server.legacy.LegacyOptions;
import dev.mcp4j.server.transport.HttpEndpoint;
import dev.mcp4j.server.transport.HttpOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Calls of older clients on a thread that reads from several connections. */
@Timeout(30)
class InlineCallTest {
  record Name(String name) {}

  private static final int MORE_THAN_A_CONNECTION_MAY_LAG = 1_000;

  static final List<LegacyOptions> STORES =
      List.of(
          LegacyOptions.builder().sessions(new InMemorySessionStore()).build(),
          LegacyOptions.builder().events(new InMemoryEventLog()).build());

  private final AtomicReference<Thread> ran = new AtomicReference<>();
  private McpServer server;

  private HttpEndpoint endpoint(LegacyOptions options) {
    McpServerBuilder builder =
        McpServer.named("s", "1")
            .legacy(options)
            .tool("inline", tool -> tool.inline().handle((none, call) -> here()))
            .tool("plain", tool -> tool.handle((none, call) -> here()))
            .tool(
                "ask",
                tool ->
                    tool.inline()
                        .handle((none, call) -> call.elicit("q", "Who?", Name.class).toString()))
            .tool(
                "talk",
                tool ->
                    tool.inline()
                        .handle(
                            (none, call) -> {
                              for (int i = 0; i < MORE_THAN_A_CONNECTION_MAY_LAG; i++) {
                                call.progress(i);
                              }
                              return here();
                            }));
    server = builder.build();
    return server.httpEndpoint(HttpOptions.builder(0).streamAfter(Duration.ofMinutes(1)).build());
  }

  private String here() {
    ran.set(Thread.currentThread());
    return "done";
  }

  @AfterEach
  void close() {
    server.close();
  }

  private static Exchange call(String session, String json) {
    return new Exchange("POST", null, json)
        .with("Mcp-Session-Id", session)
        .with("MCP-Protocol-Version", "2025-11-25")
        .onThreadThatReads();
  }

  private static Exchange served(HttpEndpoint endpoint, String session, String json)
      throws IOException {
    Exchange exchange = call(session, json);
    endpoint.serve(exchange);
    return exchange;
  }

  private static String begin(HttpEndpoint endpoint) throws Exception {
    Exchange opened = new Exchange("POST", null, OldClient.initialize("2025-11-25"));
    endpoint.serve(opened.onThreadThatReads());
    assertThat(opened.awaitReply()).contains("\"protocolVersion\"");
    return opened.replyHeader("Mcp-Session-Id");
  }

  @ParameterizedTest
  @EnumSource(names = {"SESSIONS", "SEALED", "STATELESS", "ONLY"})
  void inlineToolRunsOnTheThreadThatReads(LegacyMode mode) throws Exception {
    HttpEndpoint endpoint = endpoint(LegacyOptions.builder().mode(mode).build());
    String session = begin(endpoint);

    Exchange called = served(endpoint, session, OldClient.call(1, "inline"));

    assertThat(called.reply()).contains("done");
    assertThat(ran.get()).isSameAs(Thread.currentThread());
  }

  @Test
  void anyOtherToolRunsElsewhere() throws Exception {
    HttpEndpoint endpoint = endpoint(LegacyOptions.DEFAULT);

    Exchange called = served(endpoint, begin(endpoint), OldClient.call(1, "plain"));

    assertThat(called.awaitReply()).contains("done");
    assertThat(ran.get()).isNotSameAs(Thread.currentThread());
  }

  @ParameterizedTest
  @FieldSource("STORES")
  void inlineToolRunsElsewhereWhereAStoreMayBlock(LegacyOptions options) throws Exception {
    HttpEndpoint endpoint = endpoint(options);

    Exchange called = served(endpoint, begin(endpoint), OldClient.call(1, "inline"));

    assertThat(called.awaitReply()).contains("done");
    assertThat(ran.get()).isNotSameAs(Thread.currentThread());
  }

  @Test
  void inlineToolCannotWaitForAnAnswer() throws Exception {
    HttpEndpoint endpoint = endpoint(LegacyOptions.DEFAULT);

    Exchange called = served(endpoint, begin(endpoint), OldClient.call(1, "ask"));

    assertThat(called.reply())
        .contains("\"isError\":true")
        .contains("an inline handler must not wait for an answer");
  }

  @Test
  void inlineToolDoesNotWaitForASlowReader() throws Exception {
    HttpEndpoint endpoint = endpoint(LegacyOptions.DEFAULT);
    String talk = "{\"name\":\"talk\",\"_meta\":{\"progressToken\":1}}";

    endpoint.serve(call(begin(endpoint), OldClient.request(1, "tools/call", talk)).thatIsNotRead());

    assertThat(ran.get()).isSameAs(Thread.currentThread());
  }
}
