/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.http;

import dev.mcp4j.server.adapter.RevisionAdapter;
import dev.mcp4j.server.core.ConnectionEndpoint;
import dev.mcp4j.server.core.MessageEndpoint;
import dev.mcp4j.server.core.Outbound;
import dev.mcp4j.server.core.ServerCore;
import dev.mcp4j.server.event.EventBus;
import dev.mcp4j.server.event.ServerEvent;
import dev.mcp4j.server.legacy.LegacyMode;
import dev.mcp4j.server.legacy.LegacyOptions;
import dev.mcp4j.server.legacy.wire.DualEraEndpoint;
import dev.mcp4j.server.legacy.wire.UrlElicitations;
import dev.mcp4j.server.transport.HttpEndpoint;
import dev.mcp4j.server.transport.HttpOptions;
import dev.mcp4j.server.transport.http.StreamableHttp;
import java.security.SecureRandom;
import java.util.Base64;

/** Serves clients of the revisions with a handshake. */
public final class LegacyAdapter implements RevisionAdapter {
  private static final int ID_BYTES = 18;

  private final LegacyOptions options;
  private final SecureRandom random;
  private final UrlElicitations pages = new UrlElicitations();
  private final EventBus.Registration registration;

  /**
   * Makes the adapter of a server.
   *
   * @param options what is configured; the mode is not {@link LegacyMode#NONE}
   * @param events brings the news that something is done at a web page
   * @param random where ids come from
   */
  public LegacyAdapter(LegacyOptions options, EventBus events, SecureRandom random) {
    this.options = options;
    this.random = random;
    this.registration = events.subscribe(this::accept);
  }

  private void accept(ServerEvent event) {
    if (event instanceof ServerEvent.UrlElicitationCompleted completed) {
      pages.completed(completed.url());
    }
  }

  private String newId() {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
  }

  @Override
  public MessageEndpoint adapt(ServerCore core, ConnectionEndpoint endpoint, Outbound out) {
    return new DualEraEndpoint(
        core,
        endpoint,
        out,
        new DualEraEndpoint.Settings(
            options.mode() != LegacyMode.ONLY, options.answerTimeout(), this::newId, pages));
  }

  @Override
  public HttpEndpoint adapt(ServerCore core, StreamableHttp endpoint, HttpOptions http) {
    return endpoint;
  }

  @Override
  public void close() {
    registration.close();
  }
}
