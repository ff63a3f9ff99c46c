/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.era;

import dev.mcp4j.client.CallCancelledException;
import dev.mcp4j.client.McpClientException;
import dev.mcp4j.client.TransportException;
import dev.mcp4j.client.legacy.session.LegacyTransport;
import dev.mcp4j.client.legacy.session.SessionConfig;
import dev.mcp4j.client.legacy.session.TransportLinks;
import dev.mcp4j.client.transport.Exchange;
import dev.mcp4j.jsonrpc.JsonRpcResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a server at the other end of a connection of its own. Every answer but those of this
 * revision, silence, and the end of the process speak for an older one. A process that does not
 * survive the question, or is of no use after it, is replaced by one that is not asked.
 *
 * <p>Specification 2026-07-28: basic/transports/stdio, Backward Compatibility.
 */
final class ChannelProbe implements EraProbe {
  private static final Logger log = LoggerFactory.getLogger(ChannelProbe.class);

  private final SharedTransport first;
  private final TransportLinks links;
  private final LegacyTransport legacy;
  private final SessionConfig config;
  private final Duration patience;

  ChannelProbe(
      SharedTransport first,
      TransportLinks links,
      LegacyTransport legacy,
      SessionConfig config,
      Duration patience) {
    this.first = first;
    this.links = links;
    this.legacy = legacy;
    this.config = config;
    this.patience = patience;
  }

  @Override
  public Verdict probe() throws InterruptedException {
    if (!first.isOpen()) {
      // It is a later process that there is to know about, and none is to be asked at its expense.
      boolean unused = links.replaceFirst();
      legacy.establish();
      return Verdict.LEGACY;
    }
    first.start(message -> log.debug("ignored what came before the server was known"));
    first.lend();
    try {
      return ask();
    } finally {
      first.settle();
    }
  }

  @Override
  public void close() {
    first.settle();
  }

  private Verdict ask() throws InterruptedException {
    Exchange question;
    try {
      question = first.open(Discovery.request(config));
    } catch (TransportException e) {
      return beginAnew(e);
    }
    try {
      Verdict verdict = verdict(question, patience);
      if (verdict == Verdict.MODERN) {
        return verdict;
      }
      log.debug("{} is taken for a server of an older revision", first.target());
      return begin(question);
    } finally {
      question.cancel(null);
    }
  }

  /** Begins a session, and watches out for a late answer to the question. */
  private Verdict begin(Exchange question) throws InterruptedException {
    if (!first.isOpen()) {
      return beginAnew(null);
    }
    try {
      legacy.establish();
    } catch (McpClientException e) {
      return isModern(question) ? Verdict.MODERN : beginAnew(e);
    }
    return isModern(question) ? Verdict.MODERN : Verdict.LEGACY;
  }

  private Verdict beginAnew(@Nullable McpClientException failure) throws InterruptedException {
    first.settle();
    boolean another = links.replaceFirst();
    if (!another && failure != null) {
      throw failure;
    }
    legacy.establish();
    return Verdict.LEGACY;
  }

  private static boolean isModern(Exchange question) throws InterruptedException {
    return verdict(question, Duration.ZERO) == Verdict.MODERN;
  }

  private static Verdict verdict(Exchange question, Duration atMost) throws InterruptedException {
    try {
      JsonRpcResponse response = Discovery.await(question, atMost);
      return response == null ? Verdict.LEGACY : Evidence.of(response, 200);
    } catch (CallCancelledException e) {
      throw e;
    } catch (McpClientException e) {
      return Verdict.LEGACY;
    }
  }
}
