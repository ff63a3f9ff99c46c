/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.jsonrpc.Inbound;
import dev.mcp4j.jsonrpc.JsonRpcCodec;
import dev.mcp4j.jsonrpc.JsonRpcNotification;
import dev.mcp4j.jsonrpc.JsonRpcRequest;
import dev.mcp4j.server.RequestHeaders;
import dev.mcp4j.server.core.MessageReader;
import dev.mcp4j.server.core.Pipeline;
import dev.mcp4j.server.core.ServerCore;
import dev.mcp4j.server.transport.HttpCall;
import dev.mcp4j.server.transport.HttpEndpoint;
import dev.mcp4j.server.transport.HttpOptions;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Serves messages that come one by one, each in a {@code POST} of its own. A request runs on the
 * thread that serves its call.
 *
 * <p>Sessions and resumption do not exist in this revision, so the headers {@code Mcp-Session-Id}
 * and {@code Last-Event-ID} mean nothing.
 *
 * <p>Specification 2026-07-28: basic/transports/streamable-http.
 */
public final class StreamableHttp implements HttpEndpoint, CallReceiver {
  private static final byte[] NOTHING = {};
  private static final int ACCEPTED = 202;
  private static final int BAD_REQUEST = 400;
  private static final int TOO_LARGE = 413;

  private final Pipeline pipeline;
  private final JsonRpcCodec codec;
  private final MessageReader reader;
  private final HandOver handOver;
  private final OpenReplies replies;
  private final Semaphore calls;
  private volatile boolean draining;
  private final String allowed;

  /**
   * Makes an endpoint.
   *
   * @param core the server
   * @param options what is configured
   */
  StreamableHttp(ServerCore core, HttpOptions options) {
    this.pipeline = core.pipeline();
    this.codec = core.codec(options.maxBodyBytes());
    this.reader = core.reader(codec);
    this.handOver = new HandOver(core.threads().handlers(), codec);
    this.replies = new OpenReplies(core, codec, options);
    this.calls = new Semaphore(options.maxCalls());
    this.allowed = FrontDoor.allowed(this);
  }

  @Override
  public void serve(HttpCall call) throws IOException {
    read(call, allowed, this);
  }

  /**
   * Reads a call on behalf of somebody else: refuses what cannot be a message, and what is too much
   * at a time.
   *
   * @param call the call
   * @param allowed the methods that are allowed, as the header {@code Allow} lists them
   * @param receiver takes what is not refused
   * @throws IOException if the client left before its request was complete
   */
  public void read(HttpCall call, String allowed, CallReceiver receiver) throws IOException {
    HttpProblem problem = PostCheck.problemOf(call, allowed);
    if (problem != null) {
      problem.answer(call, codec);
    } else if (!calls.tryAcquire()) {
      HttpProblem.unavailable("The server is busy").answer(call, codec);
    } else {
      boolean handedOver = false;
      try {
        handedOver = take(call, receiver);
      } finally {
        if (!handedOver) {
          calls.release();
        }
      }
    }
  }

  private boolean take(HttpCall call, CallReceiver receiver) throws IOException {
    byte[] body = call.body();
    if (body == null) {
      HttpProblem.of(TOO_LARGE, "The body is larger than this server takes").answer(call, codec);
      return false;
    }
    Inbound inbound = reader.read(body, 0, body.length);
    if (draining && holdsRequest(inbound)) {
      HttpProblem.unavailable("The server is shutting down").answer(call, codec);
      return false;
    }
    if (call.mayBlock() || receiver.isInline(call, inbound)) {
      receiver.receive(call, inbound);
      return false;
    }
    handOver.run(call, known -> receiver.receive(known, inbound), calls::release);
    return true;
  }

  /**
   * Tells whether a client reads events.
   *
   * @param headers the headers of its call
   * @return true unless the header {@code Accept} excludes them
   */
  public static boolean acceptsEvents(RequestHeaders headers) {
    return Accept.of(headers.all("Accept")).accepts("text", "event-stream");
  }

  /**
   * Tells whether a call says that its body is JSON.
   *
   * @param headers the headers of the call
   * @return true if it does, in UTF-8
   */
  public static boolean isJson(RequestHeaders headers) {
    return PostCheck.isJson(headers);
  }

  /**
   * Tells whether there is something to do, and not only to take note of.
   *
   * @param inbound what a client sent
   * @return true if it is a request, or holds one
   */
  public static boolean holdsRequest(Inbound inbound) {
    return inbound instanceof Inbound.Batch batch
        ? batch.messages().stream().anyMatch(StreamableHttp::holdsRequest)
        : inbound instanceof Inbound.Single single && single.message() instanceof JsonRpcRequest;
  }

  @Override
  public boolean isInline(HttpCall call, Inbound inbound) {
    return !(inbound instanceof Inbound.Single single
            && single.message() instanceof JsonRpcRequest request)
        || pipeline.answersAtOnce(request);
  }

  @Override
  public void receive(HttpCall call, Inbound inbound) {
    if (inbound instanceof Inbound.Single single
        && single.message() instanceof JsonRpcRequest request) {
      replies.run(request, call);
      return;
    }
    HttpProblem problem = problemOf(inbound);
    if (problem == null) {
      call.reply(ACCEPTED, Map.of(), NOTHING);
    } else {
      problem.answer(call, codec);
    }
  }

  /** Says why a message that is no request is refused; null for a notification. */
  private static @Nullable HttpProblem problemOf(Inbound inbound) {
    if (inbound instanceof Inbound.Malformed malformed) {
      int status = malformed.defect() == Inbound.Defect.TOO_LARGE ? TOO_LARGE : BAD_REQUEST;
      return HttpProblem.of(status, malformed.id(), malformed.code(), malformed.reason());
    }
    if (inbound instanceof Inbound.Single single) {
      return single.message() instanceof JsonRpcNotification
          ? null
          : invalid("Expected a request or a notification but got a response");
    }
    return invalid("Expected one message but got a batch");
  }

  private static HttpProblem invalid(String message) {
    return HttpProblem.of(BAD_REQUEST, null, ErrorCode.INVALID_REQUEST, message);
  }

  @Override
  public void drain() {
    draining = true;
    replies.drain();
  }

  @Override
  public void release() {
    replies.close();
  }
}
