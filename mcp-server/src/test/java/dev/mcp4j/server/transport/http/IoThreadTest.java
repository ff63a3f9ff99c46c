/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.server.transport.HttpEndpoint;
import dev.mcp4j.server.transport.HttpOptions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls that an engine serves on a thread that must not block. */
@Timeout(120)
class IoThreadTest {
  private final TestServer server = new TestServer();
  private final HttpEndpoint http =
      HttpTransport.endpoint(server.core, HttpOptions.onPort(0), Function.identity());

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void handlerThatMayBlockRunsElsewhere() throws Exception {
    CountDownLatch mayEnd = new CountDownLatch(1);
    CompletableFuture<Thread> handler = new CompletableFuture<>();
    server.tool(
        "wait",
        (request, notifier) -> {
          handler.complete(Thread.currentThread());
          mayEnd.await();
          return "done";
        });
    FakeCall call = TestServer.call("wait").onIoThread();

    http.serve(call);

    assertThat(handler.get(60, TimeUnit.SECONDS)).isNotSameAs(Thread.currentThread());
    assertThat(call.isAnswered()).isFalse();
    mayEnd.countDown();
    call.awaitAnswer();
    assertThat(call.answer()).contains("done");
  }

  @Test
  void requestThatNeedsNoHandlerIsAnsweredAtOnce() throws Exception {
    FakeCall call =
        FakeCall.post(
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"nobody/knows\",\"params\":{"
                    + TestServer.META
                    + "}}")
            .header("MCP-Protocol-Version", "2026-07-28")
            .header("Mcp-Method", "nobody/knows")
            .onIoThread();

    http.serve(call);

    assertThat(call.isAnswered()).isTrue();
    assertThat(call.answer()).contains("-32601");
  }

  @Test
  void callIsRefusedWhenThereIsNoThreadForIt() throws Exception {
    server.threads.close();
    FakeCall call = TestServer.call("any").onIoThread();

    http.serve(call);

    assertThat(call.status()).isEqualTo(503);
  }
}
