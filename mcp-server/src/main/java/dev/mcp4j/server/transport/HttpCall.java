/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport;

import dev.mcp4j.server.Caller;
import dev.mcp4j.server.RequestHeaders;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request and the way to answer it, as an HTTP engine offers it.
 *
 * <p>Exactly one of {@link #reply} and {@link #stream} is called, once. Both may be called by any
 * thread, also after {@link HttpEndpoint#serve} returned. {@link #body} is called by the thread
 * that serves the call.
 */
public interface HttpCall {
  /**
   * Returns the method of the request, as it was sent.
   *
   * @return for example {@code POST}
   */
  String method();

  /**
   * Returns the path of the request target: without the query, neither decoded nor normalized.
   *
   * @return for example {@code /mcp}
   */
  String path();

  /**
   * Returns the query of the request target, not decoded. Nothing of it is of use to a server; it
   * is looked at only to refuse secrets in it.
   *
   * @return what follows the first {@code ?}; null if there is none, or the engine does not tell
   */
  default @Nullable String query() {
    return null;
  }

  /**
   * Tells whether the calling thread may block. An engine whose threads must not serves a call only
   * after its body has arrived; whatever may block then runs on threads of the server.
   *
   * @return true unless it is a thread that other exchanges wait for
   */
  default boolean mayBlock() {
    return true;
  }

  /**
   * Returns the headers of the request. An engine for HTTP/2 shows {@code :authority} as {@code
   * Host}.
   *
   * @return every header, repeated ones included
   */
  RequestHeaders headers();

  /**
   * Returns the whole body. Blocks until it has arrived, unless the engine collected it before. An
   * engine never holds more than the limit it was configured with.
   *
   * @return the body, empty if the request has none, or null if it exceeds the limit; the same
   *     array on every call, which nobody modifies; undefined once the call is answered
   * @throws IOException if the client left, or stalled, before the body was complete
   */
  byte @Nullable [] body() throws IOException;

  /**
   * Returns who sends the request, as far as the engine knows.
   *
   * @return the caller
   */
  Caller caller();

  /**
   * Answers with a complete response. On the thread that serves the call this may block until the
   * client took the response, at most for the write deadline; on every other thread it returns at
   * once.
   *
   * @param status the status, not 1xx
   * @param headers the headers; {@code Date}, {@code Content-Length} and the like are the engine's
   * @param body the body, empty for none; nobody modifies the array any more
   * @throws IllegalStateException if the call is answered already
   */
  void reply(int status, Map<String, String> headers, byte[] body);

  /**
   * Answers with status 200 and a body that is written piece by piece. Sends the headers without
   * waiting for the first piece, and returns at once.
   *
   * @param headers the headers
   * @return where to put the pieces
   * @throws IllegalStateException if the call is answered already
   */
  EventStream stream(Map<String, String> headers);

  /**
   * Runs an action once the exchange has ended, however it ended: the response is complete, the
   * client has gone, it did not read in time, the engine stopped. Runs it at once if that has
   * happened.
   *
   * <p>An engine may notice that a client has gone only when it writes to it.
   *
   * @param action what to do, on any thread, without blocking
   */
  void onClosed(Runnable action);
}
