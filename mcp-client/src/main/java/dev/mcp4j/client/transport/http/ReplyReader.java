/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.transport.http;

import dev.mcp4j.client.HttpStatusException;
import dev.mcp4j.client.transport.ClientRequest;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.PayloadTypes;
import java.net.http.HttpResponse.ResponseInfo;
import java.util.Locale;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Reads the body of one HTTP response. Used by one thread. */
public interface ReplyReader {
  /**
   * Takes the next bytes.
   *
   * @param bytes the reader's own from now on
   */
  void feed(byte[] bytes);

  /** Takes note that the body is complete. */
  void end();

  /**
   * Chooses by status and content type.
   *
   * @param info status and headers
   * @param context what the body is read for
   * @return the reader
   */
  static ReplyReader of(ResponseInfo info, ReplyContext context) {
    ReplyReader other = ofOther(info, context);
    return other == null ? new EventReply(context) : other;
  }

  /**
   * Chooses a reader for everything but a stream of events.
   *
   * @param info status and headers
   * @param context what the body is read for
   * @return the reader, or null if the body is a stream of events
   */
  static @Nullable ReplyReader ofOther(ResponseInfo info, ReplyContext context) {
    int status = info.statusCode();
    String type = mediaType(info);
    boolean json = type.isEmpty() || type.equals("application/json") || type.endsWith("+json");
    if (status >= 400) {
      return json ? new JsonReply(context) : new ForeignReply(context, "");
    }
    if (status >= 300) {
      String location = info.headers().firstValue("Location").orElse("nowhere");
      return new ForeignReply(context, " (a redirect to %s, not followed)".formatted(location));
    }
    if (isEvents(info)) {
      return null;
    }
    return json
        ? new JsonReply(context)
        : new ForeignReply(
            context, ", expected application/json or text/event-stream, was " + type);
  }

  /**
   * Tells whether a body is a stream of events.
   *
   * @param info status and headers
   * @return whether its content type says so
   */
  static boolean isEvents(ResponseInfo info) {
    return mediaType(info).equals("text/event-stream");
  }

  private static String mediaType(ResponseInfo info) {
    String type = info.headers().firstValue("Content-Type").orElse("");
    int parameters = type.indexOf(';');
    return (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
  }

  /**
   * What a body is read for.
   *
   * @param peer whoever sent the request
   * @param request the request
   * @param types which payloads to read
   * @param ready where to put what was read
   * @param status the status of the response
   */
  record ReplyContext(
      HttpPeer peer,
      ClientRequest request,
      PayloadTypes types,
      Queue<JsonRpcMessage> ready,
      int status) {
    /**
     * Returns what was called.
     *
     * @return the method
     */
    public String method() {
      return request.message().method();
    }

    /**
     * Makes the exception for a response that is no message.
     *
     * @param detail what is wrong with it
     * @param excerpt the beginning of the body
     * @return the exception
     */
    public HttpStatusException statusException(String detail, String excerpt) {
      return new HttpStatusException(
          "%s answered %s with status %d%s".formatted(peer.target(), method(), status, detail),
          status,
          excerpt);
    }
  }
}
