/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mcp4j.server.Caller;
import dev.mcp4j.server.RequestHeaders;
import dev.mcp4j.server.transport.EventStream;
import dev.mcp4j.server.transport.HttpCall;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** A call of somebody who was authenticated, without a network. */
final class Exchange implements HttpCall {
  private final String method;
  private final @Nullable String principal;
  private final String body;
  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
  private final Thread reader = Thread.currentThread();
  private boolean mayBlock = true;
  private boolean read = true;
  private final CountDownLatch replied = new CountDownLatch(1);
  private volatile int status;
  private volatile Map<String, String> replyHeaders = Map.of();
  private volatile String reply = "";

  Exchange(String method, @Nullable String principal, String body) {
    this.method = method;
    this.principal = principal;
    this.body = body;
    headers.put("Accept", "application/json, text/event-stream");
    headers.put("Content-Type", "application/json");
    headers.put("Host", "localhost");
  }

  Exchange with(String name, @Nullable String value) {
    if (value != null) {
      headers.put(name, value);
    }
    return this;
  }

  /** Makes it a call on a thread that reads from several connections. */
  Exchange onThreadThatReads() {
    mayBlock = false;
    return this;
  }

  /** Makes it the call of a client that reads nothing. */
  Exchange thatIsNotRead() {
    read = false;
    return this;
  }

  int status() {
    return status;
  }

  /** The reply, waited for. */
  String awaitReply() throws InterruptedException {
    replied.await();
    return reply;
  }

  @Nullable String replyHeader(String name) {
    return replyHeaders.get(name);
  }

  String reply() {
    return reply;
  }

  /** The next event of the stream, waited for. */
  String event() throws InterruptedException {
    return events.take();
  }

  boolean hasEvent() {
    return !events.isEmpty();
  }

  @Override
  public String method() {
    return method;
  }

  @Override
  public String path() {
    return "/mcp";
  }

  @Override
  public boolean mayBlock() {
    return mayBlock || !Thread.currentThread().equals(reader);
  }

  @Override
  public RequestHeaders headers() {
    return name -> headers.containsKey(name) ? List.of(headers.get(name)) : List.of();
  }

  @Override
  public byte[] body() {
    return body.getBytes(UTF_8);
  }

  @Override
  public Caller caller() {
    return new Caller(principal, Set.of(), "http");
  }

  @Override
  public void reply(int status, Map<String, String> headers, byte[] body) {
    this.replyHeaders = headers;
    this.reply = new String(body, UTF_8);
    this.status = status;
    replied.countDown();
  }

  @Override
  public EventStream stream(Map<String, String> headers) {
    this.replyHeaders = headers;
    this.status = 200;
    return new EventStream() {
      @Override
      public boolean offer(byte[] event) {
        return read && events.add(new String(event, UTF_8));
      }

      @Override
      public void onRoom(Runnable action) {
        if (read) {
          action.run();
        }
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public void onClosed(Runnable action) {}
}
