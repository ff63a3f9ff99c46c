/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.server.Caller;
import dev.mcp4j.server.RequestHeaders;
import dev.mcp4j.server.transport.EventStream;
import dev.mcp4j.server.transport.HttpCall;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An exchange without an engine. Records how it is answered, and refuses a second answer. */
final class FakeCall implements HttpCall {
  private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final List<Runnable> closeActions = new ArrayList<>();
  private String method = "POST";
  private String path = "/mcp";
  private @Nullable String query;
  private byte @Nullable [] body = {};
  private @Nullable IOException bodyFailure;
  private int status;
  private Map<String, String> answerHeaders = Map.of();
  private byte[] answer = {};
  private @Nullable FakeStream stream;
  private @Nullable Thread ioThread;
  private int streamCapacity = Integer.MAX_VALUE;

  /** A call as a well-behaved client makes it. */
  static FakeCall post(String json) {
    return new FakeCall()
        .header("Host", "localhost:8080")
        .header("Content-Type", "application/json")
        .header("Accept", "application/json, text/event-stream")
        .body(json.getBytes(UTF_8));
  }

  FakeCall method(String method) {
    this.method = method;
    return this;
  }

  FakeCall path(String path) {
    this.path = path;
    return this;
  }

  FakeCall query(String query) {
    this.query = query;
    return this;
  }

  FakeCall body(byte @Nullable [] body) {
    this.body = body;
    return this;
  }

  FakeCall bodyFailing(IOException failure) {
    this.bodyFailure = failure;
    return this;
  }

  /** Adds a header; one more of the same name if there is one. */
  FakeCall header(String name, String value) {
    headers.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
    return this;
  }

  FakeCall without(String name) {
    headers.remove(name);
    return this;
  }

  /** Makes the thread that serves the call one that must not block. */
  FakeCall onIoThread() {
    ioThread = Thread.currentThread();
    return this;
  }

  FakeCall withStreamCapacity(int events) {
    this.streamCapacity = events;
    return this;
  }

  @Override
  public String method() {
    return method;
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public @Nullable String query() {
    return query;
  }

  @Override
  public boolean mayBlock() {
    return Thread.currentThread() != ioThread;
  }

  @Override
  public RequestHeaders headers() {
    return name -> headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }

  @Override
  public byte @Nullable [] body() throws IOException {
    if (bodyFailure != null) {
      throw bodyFailure;
    }
    return body;
  }

  @Override
  public Caller caller() {
    return Caller.anonymous("test");
  }

  @Override
  public synchronized void reply(int status, Map<String, String> headers, byte[] body) {
    assertThat(isAnswered()).as("answered before").isFalse();
    this.status = status;
    this.answerHeaders = new TreeMap<>(headers);
    this.answer = body;
    notifyAll();
  }

  @Override
  public synchronized EventStream stream(Map<String, String> headers) {
    assertThat(isAnswered()).as("answered before").isFalse();
    status = 200;
    answerHeaders = new TreeMap<>(headers);
    stream = new FakeStream(streamCapacity);
    notifyAll();
    return stream;
  }

  @Override
  public void onClosed(Runnable action) {
    closeActions.add(action);
  }

  /** Makes the client go away. */
  void disconnect() {
    if (stream != null) {
      stream.disconnect();
    }
    closeActions.forEach(Runnable::run);
  }

  synchronized boolean isAnswered() {
    return status != 0;
  }

  synchronized void awaitAnswer() throws InterruptedException {
    while (!isAnswered()) {
      wait();
    }
  }

  int status() {
    return status;
  }

  String answer() {
    return new String(answer, UTF_8);
  }

  Map<String, String> answerHeaders() {
    return answerHeaders;
  }

  boolean isStream() {
    return stream != null;
  }

  FakeStream events() {
    assertThat(stream).as("stream").isNotNull();
    return stream;
  }
}
