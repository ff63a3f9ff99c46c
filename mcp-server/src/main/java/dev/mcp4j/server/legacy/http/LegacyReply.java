/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.http;

import dev.mcp4j.api.RequestId;
import dev.mcp4j.api.legacy.LegacyRevision;
import dev.mcp4j.jsonrpc.JsonRpcCodec;
import dev.mcp4j.jsonrpc.JsonRpcFailure;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.JsonRpcResponse;
import dev.mcp4j.jsonrpc.JsonRpcResult;
import dev.mcp4j.server.core.Fault;
import dev.mcp4j.server.core.Outbound;
import dev.mcp4j.server.core.RequestScope;
import dev.mcp4j.server.transport.HttpCall;
import dev.mcp4j.server.transport.http.Challenges;
import dev.mcp4j.server.transport.http.HttpProblem;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The response to a call with one request, or with several in a batch: a JSON document if nothing
 * has to be sent before the results are known and that does not take long, else a stream.
 *
 * <p>A client that leaves does not cancel anything: it may come back to the stream.
 *
 * <p>Specification 2025-11-25: basic/transports, Sending Messages to the Server; 2025-03-26:
 * batches.
 */
final class LegacyReply implements Outbound, RequestScope.Owner {
  private static final int OK = 200;
  private static final int FORBIDDEN = 403;
  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

  private final JsonRpcCodec codec;
  private final Streams streams;
  private final HttpCall call;
  private final LegacyRevision revision;
  private final @Nullable LiveSession session;
  private final int requests;
  private final boolean batch;

  private final ReentrantLock lock = new ReentrantLock();
  private final List<byte[]> responses = new ArrayList<>();
  private volatile @Nullable RequestScope running;
  private volatile boolean undecided = true;
  private volatile long started;
  private volatile boolean cancelled;
  private @Nullable Channel channel;
  private @Nullable String newSession;
  private int status = OK;
  private Map<String, String> challenge = Map.of();
  private int answered;
  private boolean ended;

  /**
   * Makes a reply without responses.
   *
   * @param session the session; null for a client without
   * @param requests how many requests there are
   * @param batch whether the requests came in an array
   */
  LegacyReply(
      JsonRpcCodec codec,
      Streams streams,
      HttpCall call,
      LegacyRevision revision,
      @Nullable LiveSession session,
      int requests,
      boolean batch) {
    this.codec = codec;
    this.streams = streams;
    this.call = call;
    this.revision = revision;
    this.session = session;
    this.requests = requests;
    this.batch = batch;
  }

  /** Keeps the reply from becoming a stream: its headers are not known before its end. */
  void alwaysJson() {
    undecided = false;
  }

  /** Tells the client the id of the session it has from now on. */
  void newSession(String sessionId) {
    newSession = sessionId;
  }

  /** Asks the client to come back later; to be followed by a failure. */
  void unavailable() {
    status = HttpProblem.UNAVAILABLE;
  }

  /** Runs a request on this thread. Returns when its handler has. */
  void run(RequestScope scope) {
    running = scope;
    if (cancelled) {
      cancel();
    } else {
      scope.run();
    }
  }

  /** Ends the request that runs, and those that follow it, without a response. */
  void cancel() {
    cancelled = true;
    RequestScope scope = running;
    if (scope != null && scope.cancel()) {
      withdrawn();
    }
  }

  /** Notes when the call began. */
  void started(long now) {
    started = now;
  }

  /** Takes a beat on behalf of the request that runs. Does not block. */
  void tick(long now) {
    RequestScope scope = running;
    if (scope != null) {
      scope.tick(now);
    }
  }

  /** Tells whether it has waited long enough to become a document. */
  boolean isDueToStream(long now, long streamAfter) {
    return undecided && now - started >= streamAfter;
  }

  @Override
  public void send(JsonRpcMessage message) {
    byte[] bytes = codec.encode(message);
    if (message instanceof JsonRpcResponse) {
      respond(bytes, Channel::send);
      return;
    }
    Channel open = stream();
    if (open != null && call.mayBlock()) {
      open.send(bytes);
    } else if (open != null) {
      open.offer(bytes);
    }
  }

  @Override
  public void fail(@Nullable RequestId id, Fault fault) {
    if (!batch && fault.hint() instanceof Fault.Hint.Challenge) {
      status = FORBIDDEN;
      challenge = Challenges.of(fault);
    }
    // Never waits: connections are read on the same threads that end requests whose time is up.
    respond(codec.encode(new JsonRpcFailure(id, fault.error())), Channel::offer);
  }

  @Override
  public boolean offer(JsonRpcMessage message) {
    byte[] bytes = codec.encode(message);
    if (message instanceof JsonRpcResponse) {
      respond(bytes, Channel::offer);
      return true;
    }
    Channel open = stream();
    if (open != null) {
      open.offer(bytes);
    }
    return true;
  }

  /** Older revisions have no requests that stay open. */
  @Override
  public void finish(JsonRpcResult result) {
    respond(codec.encode(result), Channel::offer);
  }

  @Override
  public void detach(Duration retryAfter) {
    if (session != null && Streams.canPoll(revision)) {
      Channel open = stream();
      if (open != null) {
        open.detach(retryAfter);
      }
    }
  }

  /** Notes that a request ended without a response: its client does not want one. */
  void withdrawn() {
    countAnswer();
  }

  private void respond(byte[] response, BiConsumer<Channel, byte[]> way) {
    Channel open;
    lock.lock();
    try {
      if (ended) {
        return;
      }
      open = channel;
      if (open == null) {
        responses.add(response);
      }
    } finally {
      lock.unlock();
    }
    if (open != null) {
      way.accept(open, response);
    }
    countAnswer();
  }

  private void countAnswer() {
    boolean complete;
    lock.lock();
    try {
      answered++;
      complete = answered == requests;
    } finally {
      lock.unlock();
    }
    if (complete) {
      end();
    }
  }

  /** Returns the stream, opened if it has to be; null if there is none and will be none. */
  @Nullable Channel stream() {
    lock.lock();
    try {
      if (undecided && !ended) {
        undecided = false;
        channel = open();
        responses.forEach(channel::offer);
        responses.clear();
      }
      return channel;
    } finally {
      lock.unlock();
    }
  }

  private Channel open() {
    // First, since a log may fail: as long as nothing was sent there can be a document.
    Channel opened = streams.open(session == null ? null : session.key(), revision);
    streams.connect(opened, null, call.stream(Streams.EVENTS), call, session);
    if (session != null) {
      session.add(opened);
    }
    return opened;
  }

  /** Ends the reply as it is. Idempotent. */
  void end() {
    Channel open;
    lock.lock();
    try {
      if (ended) {
        return;
      }
      ended = true;
      undecided = false;
      running = null;
      open = channel;
    } finally {
      lock.unlock();
    }
    if (open != null) {
      if (session != null) {
        session.remove(open);
      }
      open.end();
    } else if (responses.isEmpty()) {
      // Everything was cancelled, and nobody waits for a response.
      call.stream(Streams.EVENTS).close();
    } else {
      call.reply(status, headers(), document());
    }
  }

  private Map<String, String> headers() {
    Map<String, String> headers =
        new LinkedHashMap<>(Streams.withSession(JSON, newSession, call.headers()));
    headers.putAll(challenge);
    if (status == HttpProblem.UNAVAILABLE) {
      headers.putAll(HttpProblem.retryHeaders());
    }
    return headers;
  }

  private byte[] document() {
    if (!batch) {
      return responses.get(0);
    }
    ByteArrayOutputStream array = new ByteArrayOutputStream();
    char before = '[';
    for (byte[] response : responses) {
      array.write(before);
      array.writeBytes(response);
      before = ',';
    }
    array.write(']');
    return array.toByteArray();
  }

  @Override
  public void settled(RequestScope scope) {
    if (session != null) {
      session.settled(scope);
    }
  }

  @Override
  public boolean admitsOpen(RequestScope scope) {
    return false;
  }
}
