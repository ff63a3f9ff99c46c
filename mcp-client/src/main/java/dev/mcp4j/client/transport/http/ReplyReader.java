/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.transport.http;

import dev.mcp4j.client.HttpStatusException;
import dev.mcp4j.client.transport.ClientRequest;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import java.net.http.HttpResponse.ResponseInfo;
import java.util.Locale;
import java.util.Queue;

/** Reads the body of one HTTP response. Used by one thread. */
interface ReplyReader {
  /** Takes the next bytes, which are the reader's own from now on. */
  void feed(byte[] bytes);

  /** Takes note that the body is complete. */
  void end();

  /**
   * Chooses by status and content type.
   *
   * @param ready where to put what was read
   */
  static ReplyReader of(
      ResponseInfo info,
      ClientRequest request,
      HttpTransport transport,
      Queue<JsonRpcMessage> ready) {
    int status = info.statusCode();
    String type = mediaType(info);
    ReplyContext context = new ReplyContext(request, transport, ready, status);
    boolean json = type.isEmpty() || type.equals("application/json") || type.endsWith("+json");
    if (status >= 400) {
      return json ? new JsonReply(context) : new ForeignReply(context, "");
    }
    if (status >= 300) {
      String location = info.headers().firstValue("Location").orElse("nowhere");
      return new ForeignReply(context, " (a redirect to %s, not followed)".formatted(location));
    }
    if (type.equals("text/event-stream")) {
      return new EventReply(context);
    }
    return json
        ? new JsonReply(context)
        : new ForeignReply(
            context, ", expected application/json or text/event-stream, was " + type);
  }

  private static String mediaType(ResponseInfo info) {
    String type = info.headers().firstValue("Content-Type").orElse("");
    int parameters = type.indexOf(';');
    return (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
  }

  /** What a body is read for. */
  record ReplyContext(
      ClientRequest request, HttpTransport transport, Queue<JsonRpcMessage> ready, int status) {
    String method() {
      return request.message().method();
    }

    HttpStatusException statusException(String detail, String excerpt) {
      return new HttpStatusException(
          "%s answered %s with status %d%s".formatted(transport.target(), method(), status, detail),
          status,
          excerpt);
    }
  }
}
