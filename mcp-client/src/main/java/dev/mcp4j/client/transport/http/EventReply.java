/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.transport.http;

import dev.mcp4j.client.ProtocolException;
import dev.mcp4j.client.ReplyTooLargeException;
import dev.mcp4j.client.TransportException;
import dev.mcp4j.jsonrpc.Inbound;
import dev.mcp4j.jsonrpc.JsonRpcFailure;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.JsonRpcNotification;
import dev.mcp4j.jsonrpc.JsonRpcResponse;
import dev.mcp4j.jsonrpc.framing.SseDecoder;
import dev.mcp4j.jsonrpc.framing.SseEvent;
import dev.mcp4j.jsonrpc.framing.SseSink;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A body that is a stream of events: notifications, and at last the response. */
public class EventReply implements ReplyReader, SseSink {
  private static final Logger log = LoggerFactory.getLogger(EventReply.class);

  private final ReplyContext context;
  private final SseDecoder decoder;
  private @Nullable String skipped;

  /**
   * Makes a reader.
   *
   * @param context what the body is read for
   */
  protected EventReply(ReplyContext context) {
    this.context = context;
    this.decoder = new SseDecoder(context.peer().maxReplyBytes(), this);
  }

  /**
   * Returns what the body is read for.
   *
   * @return the context
   */
  protected final ReplyContext context() {
    return context;
  }

  /**
   * Returns where the stream has come to.
   *
   * @return the id of the last event, null if there is none
   */
  protected final @Nullable String lastEventId() {
    return decoder.lastEventId();
  }

  @Override
  public void feed(byte[] bytes) {
    decoder.feed(bytes, 0, bytes.length);
  }

  @Override
  public void end() {
    String hint = skipped == null ? "" : "; something on it could not be read: " + skipped;
    throw new TransportException(
        "%s ended the stream before the response to %s%s"
            .formatted(context.peer().target(), context.method(), hint),
        null);
  }

  @Override
  public void onEvent(SseEvent event) {
    if (event.data().isEmpty() || !event.type().equals(SseEvent.MESSAGE)) {
      return;
    }
    byte[] bytes = event.data().toByteArray();
    Inbound inbound = context.peer().codec().decode(bytes, 0, bytes.length, context.types());
    received(inbound);
  }

  /**
   * Takes what an event turned out to be.
   *
   * @param inbound a message or something else
   */
  protected void received(Inbound inbound) {
    if (inbound instanceof Inbound.Single single) {
      take(single.message());
    } else if (inbound instanceof Inbound.Malformed malformed) {
      skip(malformed);
    } else {
      skip("a batch");
    }
  }

  @Override
  public void onTooLong() {
    throw new ReplyTooLargeException(context.peer().maxReplyBytes());
  }

  /**
   * Takes a message.
   *
   * @param message the message
   */
  protected void take(JsonRpcMessage message) {
    if (message instanceof JsonRpcNotification || isExpected(message)) {
      context.ready().add(message);
    } else {
      context.peer().unmatched(message);
    }
  }

  private boolean isExpected(JsonRpcMessage message) {
    return message instanceof JsonRpcResponse response
        && (context.request().message().id().equals(response.id())
            || (response instanceof JsonRpcFailure && response.id() == null));
  }

  private void skip(Inbound.Malformed malformed) {
    if (malformed.defect() != Inbound.Defect.PARAMS
        && context.request().message().id().equals(malformed.id())) {
      throw new ProtocolException(
          "the response to %s cannot be read: %s".formatted(context.method(), malformed.reason()),
          null);
    }
    skip(malformed.reason());
  }

  private void skip(String reason) {
    skipped = reason;
    log.debug("{} sent something that is no message: {}", context.peer().target(), reason);
  }
}
