/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import dev.mcp4j.jsonrpc.JsonRpcCodec;
import dev.mcp4j.server.transport.EventStream;
import dev.mcp4j.server.transport.HttpCall;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes calls from threads that must not block to threads that may. */
final class HandOver {
  private static final Logger log = LoggerFactory.getLogger(HandOver.class);
  private static final byte[] NOTHING = {};
  private static final int INTERNAL_ERROR = 500;

  private final Executor handlers;
  private final JsonRpcCodec codec;

  /** What to do on a thread that may block. */
  @FunctionalInterface
  interface Work {
    /**
     * Answers a call.
     *
     * @param call the call that was handed over
     * @throws IOException if the client left before its request was complete
     */
    void run(HttpCall call) throws IOException;
  }

  /**
   * Makes it.
   *
   * @param handlers where calls go on
   * @param codec writes refusals
   */
  HandOver(Executor handlers, JsonRpcCodec codec) {
    this.handlers = handlers;
    this.codec = codec;
  }

  /**
   * Goes on elsewhere.
   *
   * @param call the call; answered here if there is no thread for it, or the work fails
   * @param work answers it
   * @param after runs once after the work, or instead of it
   */
  void run(HttpCall call, Work work, Runnable after) {
    try {
      handlers.execute(() -> work(new HandedOver(call), work, after));
    } catch (RejectedExecutionException e) {
      after.run();
      HttpProblem.unavailable("The server is busy").answer(call, codec);
    }
  }

  private static void work(HandedOver call, Work work, Runnable after) {
    try {
      work.run(call);
    } catch (IOException e) {
      log.debug("A client left before its request was complete", e);
    } catch (RuntimeException | Error e) {
      log.error("Serving {} {} failed", call.method(), call.path(), e);
      call.answerAnyway();
    } finally {
      after.run();
    }
  }

  /** A call that knows what became of it. */
  private static final class HandedOver extends ForwardingCall {
    private volatile @Nullable EventStream stream;

    HandedOver(HttpCall call) {
      super(call);
    }

    @Override
    public EventStream stream(Map<String, String> headers) {
      EventStream opened = super.stream(headers);
      stream = opened;
      return opened;
    }

    void answerAnyway() {
      EventStream opened = stream;
      if (opened != null) {
        opened.close();
        return;
      }
      try {
        reply(INTERNAL_ERROR, Map.of(), NOTHING);
      } catch (IllegalStateException e) {
        log.trace("It was answered before it failed", e);
      }
    }
  }
}
