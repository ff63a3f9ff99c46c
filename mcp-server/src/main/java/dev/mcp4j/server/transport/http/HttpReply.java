/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import dev.mcp4j.api.RequestId;
import dev.mcp4j.jsonrpc.JsonRpcCodec;
import dev.mcp4j.jsonrpc.JsonRpcFailure;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.JsonRpcNotification;
import dev.mcp4j.jsonrpc.JsonRpcRequest;
import dev.mcp4j.jsonrpc.JsonRpcResult;
import dev.mcp4j.jsonrpc.framing.SseEncoder;
import dev.mcp4j.server.core.Fault;
import dev.mcp4j.server.core.Faults;
import dev.mcp4j.server.core.Outbound;
import dev.mcp4j.server.core.RequestScope;
import dev.mcp4j.server.core.ServerCore;
import dev.mcp4j.server.core.Ticker;
import dev.mcp4j.server.transport.EventStream;
import dev.mcp4j.server.transport.HttpCall;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The response to one request: a JSON document if nothing has to be sent before the result is known
 * and that does not take long, else an event stream with the result as its last event.
 *
 * <p>Specification 2026-07-28: basic/transports/streamable-http, Receiving Messages, Cancellation.
 */
final class HttpReply implements Outbound, RequestScope.Owner {
  private static final Logger log = LoggerFactory.getLogger(HttpReply.class);
  private static final int OK = 200;
  private static final byte[] HEARTBEAT = SseEncoder.comment("");

  /** A write to a peer that has gone may succeed; the one after it fails. */
  private static final int HEARTBEATS_IN_A_ROW = 2;

  private static final long LISTEN_LOOKS_NANOS = Duration.ofSeconds(1).toNanos();

  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
  private static final Map<String, String> EVENTS =
      Map.of(
          "Content-Type", "text/event-stream",
          "Cache-Control", "no-store",
          "X-Accel-Buffering", "no");

  private final JsonRpcCodec codec;
  private final ReplyTiming timing;
  private final HttpCall call;
  private final OpenReplies owner;
  private final Ticker ticker;
  private final RequestScope scope;
  private final long started;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private @Nullable EventStream stream;
  private boolean ended;
  private boolean listening;
  private boolean refusedToListen;
  private boolean roomAgain;
  private long lastSent;
  private int heartbeatsDue;

  /** A subscription is not looked at before; there may be thousands that wait for nothing. */
  private volatile long nextLook;

  HttpReply(
      ServerCore core,
      JsonRpcCodec codec,
      ReplyTiming timing,
      JsonRpcRequest request,
      HttpCall call,
      OpenReplies owner) {
    this.codec = codec;
    this.timing = timing;
    this.call = call;
    this.owner = owner;
    this.ticker = core.ticker();
    this.started = ticker.now();
    this.lastSent = started;
    this.nextLook = started;
    this.scope = core.open(request, call.caller(), call.headers(), this, this);
  }

  void run() {
    scope.run();
  }

  void completeIfOpen() {
    scope.completeIfOpen();
  }

  @Override
  public void send(JsonRpcMessage message) {
    if (message instanceof JsonRpcNotification) {
      await(SseEncoder.encode(codec.encode(message)));
    } else {
      respond(OK, JSON, codec.encode(message));
    }
  }

  @Override
  public void fail(@Nullable RequestId id, Fault fault) {
    int status = refusedToListen ? HttpProblem.UNAVAILABLE : Faults.httpStatus(fault);
    respond(status, headersOf(status, fault), codec.encode(new JsonRpcFailure(id, fault.error())));
  }

  private static Map<String, String> headersOf(int status, Fault fault) {
    Map<String, String> headers = new LinkedHashMap<>(JSON);
    headers.putAll(Challenges.of(fault));
    if (status == HttpProblem.UNAVAILABLE) {
      headers.putAll(HttpProblem.retryHeaders());
    }
    return headers;
  }

  @Override
  public boolean offer(JsonRpcMessage message) {
    if (!(message instanceof JsonRpcNotification)) {
      send(message);
      return true;
    }
    byte[] event = SseEncoder.encode(codec.encode(message));
    lock.lock();
    try {
      return ended || put(open(), event);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void finish(JsonRpcResult result) {
    respond(OK, JSON, codec.encode(result));
  }

  private void respond(int status, Map<String, String> headers, byte[] json) {
    EventStream started;
    lock.lock();
    try {
      if (ended) {
        return;
      }
      end();
      started = stream;
    } finally {
      lock.unlock();
    }
    if (started != null) {
      putLast(started, SseEncoder.encode(json));
    } else {
      call.reply(status, headers, json);
    }
  }

  private static void putLast(EventStream stream, byte[] event) {
    if (stream.offer(event)) {
      stream.close();
    } else {
      stream.onRoom(() -> putLast(stream, event));
    }
  }

  /** Hands over an event, and waits for room as long as somebody is there to make it. */
  private void await(byte[] event) {
    lock.lock();
    try {
      while (!ended) {
        EventStream open = open();
        if (put(open, event)) {
          return;
        }
        if (!call.mayBlock()) {
          log.debug(
              "A notification was dropped: its client reads too slowly for an inline handler");
          return;
        }
        roomAgain = false;
        open.onRoom(this::wake);
        while (!ended && !roomAgain) {
          changed.awaitUninterruptibly();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private void wake() {
    lock.lock();
    try {
      roomAgain = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private EventStream open() {
    if (stream == null) {
      stream = call.stream(EVENTS);
    }
    return stream;
  }

  private boolean put(EventStream open, byte[] event) {
    if (!open.offer(event)) {
      return false;
    }
    lastSent = ticker.now();
    return true;
  }

  /**
   * Takes a beat: gives up waiting for a quick result, and shows the client that it is not alone.
   */
  void tick(long now) {
    if (now - nextLook < 0) {
      return;
    }
    scope.tick(now);
    lock.lock();
    try {
      if (ended) {
        return;
      }
      boolean late = stream == null && now - started >= timing.streamAfter();
      boolean silent = stream != null && now - lastSent >= heartbeat();
      if (late || (silent && heartbeatsDue == 0)) {
        heartbeatsDue = HEARTBEATS_IN_A_ROW;
      }
      if (heartbeatsDue > 0) {
        heartbeatsDue = open().offer(HEARTBEAT) ? heartbeatsDue - 1 : 0;
        lastSent = now;
      }
      if (listening && heartbeatsDue == 0) {
        nextLook = now + Math.min(lastSent + heartbeat() - now, LISTEN_LOOKS_NANOS);
      }
    } finally {
      lock.unlock();
    }
  }

  private long heartbeat() {
    return listening ? timing.listenHeartbeat() : timing.callHeartbeat();
  }

  /** Notices that the exchange is over, which cancels the request unless it was answered. */
  void abandon() {
    lock.lock();
    try {
      if (ended) {
        return;
      }
      end();
    } finally {
      lock.unlock();
    }
    scope.cancel();
  }

  private void end() {
    ended = true;
    changed.signalAll();
    owner.ended(this);
    if (listening) {
      owner.listenEnded();
    }
  }

  @Override
  public boolean admitsOpen(RequestScope scope) {
    lock.lock();
    try {
      if (ended) {
        return false;
      }
      listening = owner.admitsListen();
      refusedToListen = !listening;
      return listening;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void settled(RequestScope scope) {}
}
