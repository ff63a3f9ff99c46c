/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.client.McpClientException;
import dev.mcp4j.client.TransportException;
import dev.mcp4j.jsonrpc.framing.ByteSlice;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Keeps what is sent; a test says what is received, in its own thread. */
final class FakeChannel implements MessageChannel {
  final BlockingQueue<String> sent = new LinkedBlockingQueue<>();
  volatile Receiver receiver;
  volatile boolean open = true;
  volatile boolean full;

  @Override
  public void start(Receiver receiver) {
    this.receiver = receiver;
  }

  @Override
  public void send(byte[] message) {
    if (!open || full) {
      throw new TransportException("not now", null);
    }
    sent.add(new String(message, StandardCharsets.UTF_8));
  }

  /** The next message of the client. */
  String take() throws InterruptedException {
    String message = sent.poll(30, TimeUnit.SECONDS);
    assertThat(message).isNotNull();
    return message;
  }

  void receive(String message) {
    receiver.onMessage(ByteSlice.of(message.getBytes(StandardCharsets.UTF_8)));
  }

  void result(String request, String result) {
    receive("{\"jsonrpc\":\"2.0\",\"id\":" + id(request) + ",\"result\":" + result + "}");
  }

  static String id(String request) {
    return request.replaceFirst(".*?\"id\":(\\d+).*", "$1");
  }

  void die(Supplier<McpClientException> reason) {
    open = false;
    receiver.onClosed(reason);
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public String target() {
    return "fake";
  }

  @Override
  public void close() {
    open = false;
  }
}
