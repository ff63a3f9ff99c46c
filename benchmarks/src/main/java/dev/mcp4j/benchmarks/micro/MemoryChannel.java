/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.benchmarks.micro;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.mcp4j.client.CallCancelledException;
import dev.mcp4j.client.transport.MessageChannel;
import dev.mcp4j.jsonrpc.framing.ByteSlice;
import org.jspecify.annotations.Nullable;

/** A channel to a server that is not there: each request is answered at once, on its thread. */
final class MemoryChannel implements MessageChannel {
  private static final String ID = "\"id\":";

  private final String afterId;
  private @Nullable Receiver receiver;

  MemoryChannel(String text) {
    String answer = new String(Messages.answer(text), ISO_8859_1);
    afterId = answer.substring(answer.indexOf(ID) + ID.length() + 1);
  }

  @Override
  public void start(Receiver receiver) {
    this.receiver = receiver;
  }

  @Override
  public void send(byte[] message) {
    String request = new String(message, ISO_8859_1);
    int begin = request.indexOf(ID) + ID.length();
    int end = begin;
    while (Character.isDigit(request.charAt(end))) {
      end++;
    }
    String answer = "{\"jsonrpc\":\"2.0\"," + ID + request.substring(begin, end) + afterId;
    if (receiver != null) {
      receiver.onMessage(ByteSlice.of(answer.getBytes(ISO_8859_1)));
    }
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public String target() {
    return "memory";
  }

  @Override
  public void close() {
    if (receiver != null) {
      receiver.onClosed(() -> new CallCancelledException("the channel was closed", null));
    }
  }
}
