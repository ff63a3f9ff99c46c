/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import dev.mcp4j.jsonrpc.JsonRpcCodec;
import dev.mcp4j.server.transport.HttpCall;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
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
    void run() throws IOException;
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
      handlers.execute(() -> work(call, work, after));
    } catch (RejectedExecutionException e) {
      after.run();
      HttpProblem.unavailable("The server is busy").answer(call, codec);
    }
  }

  private static void work(HttpCall call, Work work, Runnable after) {
    try {
      work.run();
    } catch (IOException e) {
      log.debug("A client left before its request was complete", e);
    } catch (RuntimeException | Error e) {
      log.error("Serving {} {} failed", call.method(), call.path(), e);
      answerAnyway(call);
    } finally {
      after.run();
    }
  }

  private static void answerAnyway(HttpCall call) {
    try {
      call.reply(INTERNAL_ERROR, Map.of(), NOTHING);
    } catch (IllegalStateException e) {
      log.trace("It was answered before it failed", e);
    }
  }
}
