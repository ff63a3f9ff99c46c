/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.jsonrpc.Inbound;
import dev.mcp4j.server.transport.HttpOptions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamableHttpListenTest {
  private static final String HEARTBEAT = ":\n\n";

  private final TestServer server = new TestServer();
  private StreamableHttp http = new StreamableHttp(server.core, HttpOptions.onPort(0));

  @AfterEach
  void end() {
    server.close();
  }

  private FakeCall served(FakeCall call) throws Exception {
    http.serve(call);
    return call;
  }

  private void withOptions(HttpOptions.Builder options) {
    http = new StreamableHttp(server.core, options.build());
  }

  @Test
  void subscriptionIsAcknowledgedAtOnce() throws Exception {
    FakeCall call = served(TestServer.listen());

    assertThat(call.events().read())
        .singleElement()
        .asString()
        .contains("notifications/subscriptions/acknowledged")
        .contains("\"io.modelcontextprotocol/subscriptionId\":8");
    assertThat(call.events().isClosed()).isFalse();
  }

  @Test
  void subscriptionReportsChanges() throws Exception {
    FakeCall call = served(TestServer.listen());
    call.events().read();

    server.toolsChanged();
    server.ticker.beat();

    assertThat(call.events().read())
        .singleElement()
        .asString()
        .contains("notifications/tools/list_changed")
        .contains("\"io.modelcontextprotocol/subscriptionId\":8");
  }

  @Test
  void silentSubscriptionShowsLessOftenThatItIsAlive() throws Exception {
    FakeCall call = served(TestServer.listen());
    call.events().read();

    server.ticker.advance(Duration.ofMillis(14_999));
    assertThat(call.events().read()).isEmpty();
    server.ticker.advance(Duration.ofMillis(1));
    server.ticker.beat();
    server.ticker.beat();
    assertThat(call.events().read()).containsExactly(HEARTBEAT, HEARTBEAT);
  }

  @Test
  void drainingEndsSubscriptionsWithTheirResult() throws Exception {
    FakeCall call = served(TestServer.listen());
    call.events().read();

    http.drain();

    assertThat(call.events().read())
        .singleElement()
        .asString()
        .startsWith("data: {\"jsonrpc\":\"2.0\",\"id\":8,\"result\":")
        .contains("\"resultType\":\"complete\"")
        .contains("\"io.modelcontextprotocol/subscriptionId\":8");
    assertThat(call.events().isClosed()).isTrue();
  }

  @Test
  void subscriptionThatWasReadBeforeDrainingEndsAtOnce() throws Exception {
    FakeCall call = TestServer.listen();
    byte[] body = call.body();
    Inbound read = server.core.reader(server.core.codec(1 << 20)).read(body, 0, body.length);
    http.drain();

    http.receive(call, read);

    assertThat(call.events().read()).hasSize(2);
    assertThat(call.events().isClosed()).isTrue();
  }

  @Test
  void subscriptionBeyondTheLimitIsAskedToComeBackLater() throws Exception {
    withOptions(HttpOptions.builder(0).maxListens(1));
    FakeCall first = served(TestServer.listen());

    FakeCall second = served(TestServer.listen());
    first.disconnect();
    FakeCall third = served(TestServer.listen());

    assertThat(second.status()).isEqualTo(503);
    assertThat(second.answerHeaders()).containsEntry("Retry-After", "1");
    assertThat(second.answer()).contains("\"id\":8").contains("error");
    assertThat(third.isStream()).isTrue();
  }

  @Test
  void subscriptionsTakeNoPlaceFromCalls() throws Exception {
    withOptions(HttpOptions.builder(0).maxCalls(1));
    server.tool("greet", (request, notifier) -> "hello");
    served(TestServer.listen());
    served(TestServer.listen());

    assertThat(served(TestServer.call("greet")).status()).isEqualTo(200);
  }
}
