/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.http;

import dev.mcp4j.client.HttpStatusException;
import dev.mcp4j.client.McpClientException;
import dev.mcp4j.client.TransportException;
import dev.mcp4j.client.legacy.session.LegacyLink;
import dev.mcp4j.client.legacy.session.Links;
import dev.mcp4j.client.legacy.session.TransportLink;
import dev.mcp4j.client.transport.ChannelTransport;
import dev.mcp4j.client.transport.HttpOptions;
import dev.mcp4j.client.transport.http.HttpConnections;
import dev.mcp4j.client.transport.http.HttpTransport;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Links over HTTP: Streamable HTTP, and HTTP+SSE for servers that refuse its handshake.
 *
 * <p>Specification 2025-11-25: basic/transports, Backwards Compatibility.
 */
public final class HttpLinks implements Links {
  /** The statuses with which servers of HTTP+SSE answer a POST to the address of their stream. */
  private static final Set<Integer> NO_POST = Set.of(400, 404, 405);

  private final HttpOptions options;
  private final HttpConnections connections;
  private final Duration timeout;
  private @Nullable McpClientException refusal;
  private volatile boolean eventStream;
  private volatile boolean closed;

  /**
   * Makes the links to a server.
   *
   * @param options where to and how
   * @param connections closed with the links
   * @param timeout how long to wait for the stream of HTTP+SSE
   */
  public HttpLinks(HttpOptions options, HttpConnections connections, Duration timeout) {
    this.options = options;
    this.connections = connections;
    this.timeout = timeout;
  }

  /**
   * Sets which kind of link is tried first.
   *
   * @param first whether it is HTTP+SSE
   */
  public void preferEventStream(boolean first) {
    eventStream = first;
  }

  /**
   * Tells which kind of link was made last.
   *
   * @return whether it is HTTP+SSE
   */
  public boolean isEventStream() {
    return eventStream;
  }

  @Override
  public LegacyLink connect() throws InterruptedException {
    if (closed) {
      throw new TransportException("the client is closed", null);
    }
    if (!eventStream) {
      return new StreamableLink(options, connections);
    }
    try {
      SseChannel channel = SseChannel.connect(options, connections, timeout);
      refusal = null;
      return new TransportLink(new ChannelTransport(channel, HttpTransport.codec(options)));
    } catch (McpClientException e) {
      eventStream = false;
      McpClientException first = refusal;
      if (first == null) {
        throw e;
      }
      refusal = null;
      first.addSuppressed(e);
      throw first;
    }
  }

  @Override
  public boolean fallBack(McpClientException refused) {
    if (eventStream
        || !(refused instanceof HttpStatusException status)
        || !NO_POST.contains(status.status())) {
      return false;
    }
    refusal = refused;
    eventStream = true;
    return true;
  }

  @Override
  public boolean isOpen() {
    return !closed;
  }

  @Override
  public void close() {
    closed = true;
    connections.close();
  }
}
