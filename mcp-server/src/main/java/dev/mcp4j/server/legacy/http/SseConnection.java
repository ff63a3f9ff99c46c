/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.mcp4j.jsonrpc.Inbound;
import dev.mcp4j.jsonrpc.JsonRpcCodec;
import dev.mcp4j.jsonrpc.framing.SseEncoder;
import dev.mcp4j.jsonrpc.framing.SseEvent;
import dev.mcp4j.server.Caller;
import dev.mcp4j.server.core.MessageEndpoint;
import dev.mcp4j.server.transport.EventStream;
import dev.mcp4j.server.transport.HttpCall;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** A client of 2024-11-05: one stream there, a call for every message back. */
final class SseConnection {
  private static final String ENDPOINT = "endpoint";
  private static final byte[] HEARTBEAT = SseEncoder.comment("");

  private final Caller caller;
  private final EventStream socket;
  private final SseOutbound out;
  private final MessageEndpoint endpoint;

  /** Held while a message is taken: they are taken one by one. */
  private final ReentrantLock receiving = new ReentrantLock();

  private volatile long lastBeat;

  /**
   * Opens the stream.
   *
   * @param call the call whose body it is
   * @param codec writes messages
   * @param endpoint makes what takes messages, given the way back
   */
  SseConnection(
      HttpCall call, JsonRpcCodec codec, Function<SseOutbound, MessageEndpoint> endpoint) {
    this.caller = call.caller();
    this.socket = call.stream(Streams.EVENTS);
    this.out = new SseOutbound(codec, socket);
    this.endpoint = endpoint.apply(out);
  }

  Caller caller() {
    return caller;
  }

  /** Tells the client where to send its messages. */
  void begin(String uri) {
    socket.offer(SseEncoder.encode(SseEvent.of(uri.getBytes(US_ASCII)).withType(ENDPOINT)));
  }

  /** Tells whether it takes more requests now. */
  boolean hasRoom() {
    return endpoint.hasRoom();
  }

  void receive(Inbound inbound, int size) {
    receiving.lock();
    try {
      endpoint.receive(inbound, size);
    } finally {
      receiving.unlock();
    }
  }

  void tick(long now, long heartbeat) {
    if (lastBeat == 0) {
      lastBeat = now;
    } else if (now - lastBeat >= heartbeat) {
      lastBeat = now;
      socket.offer(HEARTBEAT);
      socket.offer(HEARTBEAT);
    }
  }

  void close() {
    out.close();
    endpoint.close();
  }
}
