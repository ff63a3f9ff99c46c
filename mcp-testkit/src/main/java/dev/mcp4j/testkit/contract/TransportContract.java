/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.notification.ProgressNotificationParams;
import dev.mcp4j.api.resource.ResourceUpdatedNotificationParams;
import dev.mcp4j.api.subscription.SubscriptionFilter;
import dev.mcp4j.api.subscription.SubscriptionsAcknowledgedNotificationParams;
import dev.mcp4j.client.CallCancelledException;
import dev.mcp4j.client.TransportException;
import dev.mcp4j.client.transport.Exchange;
import dev.mcp4j.jsonrpc.JsonRpcFailure;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.testkit.ServedServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What every transport does, that of a client together with that of a server. A class of tests says
 * how the server is reached:
 *
 * <pre>{@code
 * class HttpTransportContractTest extends TransportContract {
 *   protected ServedServer serve(Class<? extends Supplier<McpServer>> factory) {
 *     return ServedServer.start(Over.HTTP, factory);
 *   }
 * }
 * }</pre>
 *
 * <p>{@link ServedServer#of} takes a server that is served in a way of its own.
 */
@Timeout(60)
public abstract class TransportContract {
  private static final String ODD_TEXT =
      "a\"\\/\b\n\r\t\u0000\u007f\u00e4\u0301\u2028\ufeff\ud83d\ude00 data: x\n\n{}[],:";

  private final List<AutoCloseable> open = new ArrayList<>();
  private @Nullable ServedServer served;

  /** For classes of tests. */
  protected TransportContract() {}

  /**
   * Serves the server that a test needs.
   *
   * @param factory makes the server
   * @return the served server, closed after the test
   * @throws Exception if it cannot be served
   */
  protected abstract ServedServer serve(Class<? extends Supplier<McpServer>> factory)
      throws Exception;

  @BeforeEach
  void serveContractServer() throws Exception {
    served = serve(ContractServer.class);
  }

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable client : open) {
      client.close();
    }
    if (served != null) {
      served.close();
    }
  }

  private TransportClient connect() {
    if (served == null) {
      throw new IllegalStateException("the server is not served");
    }
    TransportClient client = new TransportClient(served.transport());
    open.add(client);
    return client;
  }

  private static ObjectNode count(int count) {
    return JsonNodeFactory.instance.objectNode().put("count", count);
  }

  /** Reads the report that says that the handler has begun. */
  private static Exchange begun(Exchange exchange) throws InterruptedException {
    assertThat(TransportClient.notification(exchange, ProgressNotificationParams.class).progress())
        .isEqualTo(1);
    return exchange;
  }

  @Test
  void responseIsDelivered() throws InterruptedException {
    assertThat(TransportClient.text(connect().echo("hello"))).isEqualTo("hello");
  }

  @Test
  void anyTextArrivesAsItWasSent() throws InterruptedException {
    assertThat(TransportClient.text(connect().echo(ODD_TEXT))).isEqualTo(ODD_TEXT);
  }

  @Test
  void largeMessageArrivesWhole() throws InterruptedException {
    String large = "0123456789abcdef".repeat(1 << 16);

    assertThat(TransportClient.text(connect().echo(large))).isEqualTo(large);
  }

  @Test
  void errorIsAResponse() throws InterruptedException {
    JsonRpcMessage response = TransportClient.next(connect().call("no such tool"));

    assertThat(response).isInstanceOf(JsonRpcFailure.class);
    assertThat(((JsonRpcFailure) response).error().code()).isEqualTo(ErrorCode.INVALID_PARAMS);
  }

  @Test
  void notificationsArriveInOrderAndBeforeTheResponse() throws InterruptedException {
    Exchange exchange = connect().call("report", count(20));

    for (int i = 1; i <= 20; i++) {
      assertThat(
              TransportClient.notification(exchange, ProgressNotificationParams.class).progress())
          .isEqualTo(i);
    }
    assertThat(TransportClient.text(exchange)).isEqualTo("reported");
  }

  @Test
  void exchangesDoNotWaitForEachOther() throws InterruptedException {
    TransportClient client = connect();
    Exchange slow = client.call("silent");

    assertThat(TransportClient.text(client.echo("fast"))).isEqualTo("fast");
    slow.cancel(null);
  }

  @Test
  void everyExchangeGetsWhatBelongsToIt() throws InterruptedException {
    TransportClient client = connect();
    List<Exchange> exchanges = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      exchanges.add(client.echo("text " + i));
    }

    for (int i = 49; i >= 0; i--) {
      assertThat(TransportClient.text(exchanges.get(i))).isEqualTo("text " + i);
    }
    assertThat(client.unmatched()).isEmpty();
  }

  @Test
  void waitForNothingEndsInTime() throws InterruptedException {
    Exchange exchange = connect().call("silent");

    assertThat(exchange.next(Duration.ofMillis(1))).isNull();
    assertThat(exchange.next(Duration.ZERO)).isNull();
    exchange.cancel(null);
  }

  @Test
  void interruptEndsTheWait() {
    Exchange exchange = connect().call("silent");
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> exchange.next(TransportClient.PATIENCE))
        .isInstanceOf(InterruptedException.class);
    exchange.cancel(null);
  }

  @Test
  void cancelledExchangeFailsItsReader() throws InterruptedException {
    Exchange exchange = begun(connect().call("wait"));

    exchange.cancel("enough");

    assertThatThrownBy(() -> exchange.next(TransportClient.PATIENCE))
        .isInstanceOf(CallCancelledException.class);
  }

  @Test
  void cancellationReachesTheHandler() throws InterruptedException {
    TransportClient client = connect();

    begun(client.call("wait")).cancel("enough");

    assertThat(TransportClient.text(client.call("cancelled"))).isEqualTo("yes");
  }

  @Test
  void cancellationAfterTheResponseDoesNothing() throws InterruptedException {
    TransportClient client = connect();
    Exchange exchange = client.echo("one");
    assertThat(TransportClient.text(exchange)).isEqualTo("one");

    exchange.cancel("late");

    assertThat(TransportClient.text(client.echo("two"))).isEqualTo("two");
  }

  @Test
  void secondCancellationDoesNothing() throws InterruptedException {
    Exchange exchange = begun(connect().call("wait"));
    exchange.cancel("enough");
    exchange.cancel("more than enough");

    assertThatThrownBy(() -> exchange.next(TransportClient.PATIENCE))
        .isInstanceOf(CallCancelledException.class);
  }

  @Test
  void closedTransportFailsOpenExchanges() throws InterruptedException {
    TransportClient client = connect();
    Exchange exchange = begun(client.call("wait"));

    client.close();

    assertThatThrownBy(() -> exchange.next(TransportClient.PATIENCE))
        .isInstanceOf(CallCancelledException.class);
  }

  @Test
  void closedTransportOpensNothing() {
    TransportClient client = connect();
    assertThat(client.transport().isOpen()).isTrue();

    client.close();
    client.close();

    assertThat(client.transport().isOpen()).isFalse();
    assertThatThrownBy(() -> client.echo("late")).isInstanceOf(TransportException.class);
  }

  @Test
  void subscriptionIsAcknowledgedFirst() throws InterruptedException {
    Exchange exchange =
        connect().listen(SubscriptionFilter.builder().toolsListChanged(true).build());

    TransportClient.notification(exchange, SubscriptionsAcknowledgedNotificationParams.class);
    exchange.cancel(null);
  }

  @Test
  void changesArriveOnTheirSubscription() throws InterruptedException {
    TransportClient client = connect();
    Exchange subscription =
        client.listen(
            SubscriptionFilter.builder()
                .resourceSubscriptions(List.of(ContractServer.RESOURCE))
                .build());
    TransportClient.notification(subscription, SubscriptionsAcknowledgedNotificationParams.class);

    assertThat(TransportClient.text(client.call("touch"))).isEqualTo("touched");

    assertThat(
            TransportClient.notification(subscription, ResourceUpdatedNotificationParams.class)
                .uri())
        .isEqualTo(ContractServer.RESOURCE);
    assertThat(client.unmatched()).isEmpty();
    subscription.cancel(null);
  }

  @Test
  void transportsAreIndependent() throws InterruptedException {
    TransportClient one = connect();
    TransportClient other = connect();
    one.close();

    assertThat(TransportClient.text(other.echo("still here"))).isEqualTo("still here");
    assertThat(other.transport().target()).isNotBlank();
  }
}
