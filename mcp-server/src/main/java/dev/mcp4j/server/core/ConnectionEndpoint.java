/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import dev.mcp4j.api.RequestId;
import dev.mcp4j.api.notification.CancelledNotificationParams;
import dev.mcp4j.jsonrpc.Inbound;
import dev.mcp4j.jsonrpc.JsonRpcFailure;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.JsonRpcNotification;
import dev.mcp4j.jsonrpc.JsonRpcRequest;
import dev.mcp4j.jsonrpc.Payload;
import dev.mcp4j.server.Caller;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves one connection: starts requests, cancels them, and answers what is no request.
 *
 * <p>Specification 2026-07-28: basic, Messages; basic/transports/stdio;
 * basic/patterns/cancellation.
 */
public final class ConnectionEndpoint implements MessageEndpoint {
  private static final Logger log = LoggerFactory.getLogger(ConnectionEndpoint.class);

  private final ServerCore core;
  private final Caller caller;
  private final Outbound out;
  private final InFlight inFlight;
  private final Ticker.Registration beat;

  /**
   * Makes an endpoint.
   *
   * @param core the server
   * @param caller who is at the other end
   * @param out the way there
   * @param limits what may go on at a time
   */
  public ConnectionEndpoint(ServerCore core, Caller caller, Outbound out, ConnectionLimits limits) {
    this.core = Objects.requireNonNull(core, "core");
    this.caller = Objects.requireNonNull(caller, "caller");
    this.out = Objects.requireNonNull(out, "out");
    this.inFlight = new InFlight(limits);
    this.beat = core.ticker().add(now -> inFlight.all().forEach(scope -> scope.tick(now)));
  }

  @Override
  public void receive(Inbound inbound, int size) {
    if (inbound instanceof Inbound.Single single) {
      receive(single.message(), size);
    } else if (inbound instanceof Inbound.Malformed malformed) {
      receive(malformed);
    } else {
      reject(null, Faults.batch());
    }
  }

  private void receive(JsonRpcMessage message, int size) {
    if (message instanceof JsonRpcRequest request) {
      receive(request, size);
    } else if (message instanceof JsonRpcNotification notification) {
      receive(notification);
    } else {
      log.debug("Ignored a response: this server asks nothing");
    }
  }

  private void receive(JsonRpcRequest request, int size) {
    RequestScope scope = core.open(request, caller, null, out, inFlight);
    admit(scope, size, scope.isInline());
  }

  /**
   * Takes a request that somebody else answers, under the same rules as every other: its id is
   * unique in the connection, it waits for its turn, the peer can cancel it.
   *
   * @param request the request, with typed parameters as {@link MessageReader} reads them
   * @param size how many bytes it took
   * @param handler answers it
   * @param out where its response goes
   * @param atOnce whether the handler answers at once and so may run on this thread
   */
  public void serve(
      JsonRpcRequest request, int size, ScopeHandler handler, Outbound out, boolean atOnce) {
    admit(core.open(request, caller, null, out, inFlight, handler), size, atOnce);
  }

  private void admit(RequestScope scope, int size, boolean atOnce) {
    switch (inFlight.add(scope, size)) {
      case START -> start(scope, atOnce);
      case DUPLICATE -> reject(scope.id(), Faults.duplicateId(scope.id()));
      case WAIT -> log.debug("Request {} waits for its turn", scope.id());
      case CLOSED -> log.debug("Ignored request {}: the connection is closed", scope.id());
    }
  }

  private void start(RequestScope scope, boolean atOnce) {
    if (atOnce) {
      run(scope);
    } else {
      startOnThread(scope);
    }
  }

  private void startOnThread(RequestScope scope) {
    RequestScope next = scope;
    while (next != null && !isTakenByThread(next)) {
      next = inFlight.release();
    }
  }

  private boolean isTakenByThread(RequestScope scope) {
    AtomicBoolean taken = new AtomicBoolean();
    try {
      core.threads()
          .handlers()
          .execute(
              () -> {
                if (taken.compareAndSet(false, true)) {
                  run(scope);
                }
              });
      return true;
    } catch (RuntimeException | Error e) {
      log.warn("No thread takes request {}", scope.id(), e);
      if (!taken.compareAndSet(false, true)) {
        // It ran before the executor failed, and has given its place away.
        return true;
      }
      scope.cancel();
      boolean forGood = core.threads().isShutdown();
      reject(
          scope.id(),
          Faults.internal(forGood ? "The server is shutting down" : "The server is busy"));
      return false;
    }
  }

  private void run(RequestScope scope) {
    try {
      scope.run();
    } finally {
      startNext();
    }
  }

  private void startNext() {
    RequestScope next = inFlight.release();
    if (next != null) {
      // Never on this thread, not even if it is inline: a long row of them would nest.
      startOnThread(next);
    }
  }

  private void receive(JsonRpcNotification notification) {
    if (notification.params() instanceof Payload.Typed typed
        && typed.value() instanceof CancelledNotificationParams cancelled) {
      RequestScope scope = inFlight.find(cancelled.requestId());
      log.debug(
          "Request {} is cancelled, {} known: {}",
          cancelled.requestId(),
          scope == null ? "not" : "and",
          cancelled.reason() == null ? "no reason given" : Faults.shown(cancelled.reason()));
      if (scope != null) {
        scope.cancel();
      }
    } else {
      log.debug("Ignored a notification {}", Faults.shown(notification.method()));
    }
  }

  private void receive(Inbound.Malformed malformed) {
    if (malformed.isAnswered()) {
      reject(malformed.id(), Fault.of(malformed.code(), malformed.reason()));
    } else {
      log.debug("Ignored a malformed message: {}", malformed.reason());
    }
  }

  private void reject(@Nullable RequestId id, Fault fault) {
    if (!out.offer(new JsonRpcFailure(id, fault.error()))) {
      out.fail(id, fault);
    }
  }

  /**
   * Returns who is at the other end.
   *
   * @return the caller
   */
  public Caller caller() {
    return caller;
  }

  @Override
  public boolean hasRoom() {
    return inFlight.hasRoom();
  }

  @Override
  public void awaitRoom() {
    inFlight.awaitRoom();
  }

  @Override
  public void drain(Duration patience) {
    inFlight.all().forEach(RequestScope::completeIfOpen);
    inFlight.awaitIdle(patience);
    close();
  }

  @Override
  public void close() {
    inFlight.close();
    beat.remove();
    inFlight.all().forEach(RequestScope::cancel);
  }
}
