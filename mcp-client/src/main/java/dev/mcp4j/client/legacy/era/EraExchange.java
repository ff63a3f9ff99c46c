/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.era;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.client.CallCancelledException;
import dev.mcp4j.client.McpClientException;
import dev.mcp4j.client.ProtocolException;
import dev.mcp4j.client.legacy.session.Deadline;
import dev.mcp4j.client.legacy.session.Waiting;
import dev.mcp4j.client.transport.ClientRequest;
import dev.mcp4j.client.transport.ClientTransport;
import dev.mcp4j.client.transport.Exchange;
import dev.mcp4j.jsonrpc.JsonRpcFailure;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.JsonRpcResult;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A request that waits until it is known what kind of server there is. If the server then turns out
 * to be of another kind and has refused the request for that reason, it is sent once more, unless
 * it may have been carried out and must not be twice.
 */
final class EraExchange implements Exchange {
  private final DualEraTransport transport;
  private final ClientRequest request;
  private final Waiting waiting = new Waiting();
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable ClientTransport chosen;
  private volatile @Nullable Exchange inner;
  private @Nullable Refusal refusal;
  private boolean cancelled;

  /** How a request was refused: with a response, or without one. */
  private record Refusal(@Nullable JsonRpcFailure response, @Nullable McpClientException failure) {
    /** Whether the request may have been carried out, by a server that then failed to say so. */
    boolean leavesDoubt() {
      return response == null
          ? failure instanceof ProtocolException
          : response.error().code() == ErrorCode.INTERNAL_ERROR;
    }

    @Nullable JsonRpcMessage show() {
      if (failure != null) {
        throw failure;
      }
      return response;
    }
  }

  EraExchange(DualEraTransport transport, ClientRequest request) {
    this.transport = transport;
    this.request = request;
  }

  @Override
  public @Nullable JsonRpcMessage next(Duration atMost) throws InterruptedException {
    Deadline deadline = Deadline.in(atMost);
    while (true) {
      Exchange current = inner;
      if (current == null) {
        ClientTransport decided = decided(deadline);
        if (decided == null) {
          return null;
        }
        if (refusal != null && (decided == chosen || !mayRepeat(refusal))) {
          return refusal.show();
        }
        chosen = decided;
        current = open(decided);
      }
      try {
        JsonRpcMessage message = current.next(deadline.left());
        if (message instanceof JsonRpcResult) {
          transport.confirm(chosen);
        }
        if (!(message instanceof JsonRpcFailure failure && isDoubtful(failure))) {
          return message;
        }
        doubt(new Refusal(failure, null));
      } catch (McpClientException e) {
        if (refusal != null || chosen == null || !transport.isDoubtful(chosen, e)) {
          throw e;
        }
        doubt(new Refusal(null, e));
      }
    }
  }

  @Override
  public boolean deliver(JsonRpcMessage message) {
    Exchange current = inner;
    return current != null && current.deliver(message);
  }

  @Override
  public void cancel(@Nullable String reason) {
    Exchange current;
    lock.lock();
    try {
      cancelled = true;
      current = inner;
    } finally {
      lock.unlock();
    }
    waiting.cancel();
    if (current != null) {
      current.cancel(reason);
    }
  }

  private boolean isDoubtful(JsonRpcFailure failure) {
    return refusal == null && chosen != null && transport.isDoubtful(chosen, failure);
  }

  private boolean mayRepeat(Refusal how) {
    return !how.leavesDoubt() || transport.isRepeatable(request);
  }

  private void doubt(Refusal how) {
    refusal = how;
    inner = null;
    if (chosen != null) {
      transport.doubt(chosen);
    }
  }

  /** What is to serve the request; null if it is not known in time. */
  private @Nullable ClientTransport decided(Deadline deadline) throws InterruptedException {
    try {
      return waiting.await(transport.decision(), deadline.left());
    } catch (CallCancelledException e) {
      throw e;
    } catch (McpClientException e) {
      if (refusal == null) {
        throw e;
      }
      return chosen;
    }
  }

  private Exchange open(ClientTransport decided) {
    Exchange opened = decided.open(request);
    boolean late;
    lock.lock();
    try {
      late = cancelled;
      inner = opened;
    } finally {
      lock.unlock();
    }
    if (late) {
      opened.cancel(null);
      throw new CallCancelledException("the call was cancelled", null);
    }
    return opened;
  }
}
