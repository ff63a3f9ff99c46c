/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.http;

import dev.mcp4j.server.KeyRing;
import dev.mcp4j.server.adapter.RevisionAdapter;
import dev.mcp4j.server.core.ConnectionEndpoint;
import dev.mcp4j.server.core.MessageEndpoint;
import dev.mcp4j.server.core.Outbound;
import dev.mcp4j.server.core.ServerCore;
import dev.mcp4j.server.event.EventBus;
import dev.mcp4j.server.event.ServerEvent;
import dev.mcp4j.server.input.StateSeal;
import dev.mcp4j.server.legacy.LegacyMode;
import dev.mcp4j.server.legacy.LegacyOptions;
import dev.mcp4j.server.legacy.wire.DualEraEndpoint;
import dev.mcp4j.server.legacy.wire.UrlElicitations;
import dev.mcp4j.server.transport.HttpEndpoint;
import dev.mcp4j.server.transport.HttpOptions;
import dev.mcp4j.server.transport.http.StreamableHttp;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves clients of the revisions with a handshake. */
public final class LegacyAdapter implements RevisionAdapter {
  private static final Logger log = LoggerFactory.getLogger(LegacyAdapter.class);
  private static final int ID_BYTES = 18;
  private static final String SEALED = "mcp4j session 1";

  private final LegacyOptions options;
  private final SecureRandom random;
  private final Clock clock;
  private final StateSeal seal;
  private final UrlElicitations pages = new UrlElicitations();
  private final EventBus.Registration registration;

  /**
   * Makes the adapter of a server.
   *
   * @param options what is configured; the mode is not {@link LegacyMode#NONE}
   * @param events brings the news that something is done at a web page
   * @param keys seals the ids of sessions that are kept nowhere; null for a key that only this
   *     process has
   * @param clock when sessions expire
   * @param random where ids come from
   */
  public LegacyAdapter(
      LegacyOptions options,
      EventBus events,
      @Nullable KeyRing keys,
      Clock clock,
      SecureRandom random) {
    this.options = options;
    this.random = random;
    this.clock = clock;
    this.seal = new StateSeal(keys == null ? KeyRing.random(random) : keys, random, SEALED);
    if (keys == null && options.mode() == LegacyMode.SEALED) {
      log.warn(
          "Sessions are sealed with a key that only this process has, so no other instance knows"
              + " them; configure McpServerBuilder.keys with the same KeyRing for every instance");
    }
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
    return new DualEraEndpoint(core, endpoint, out, settings());
  }

  @Override
  public HttpEndpoint adapt(ServerCore core, StreamableHttp endpoint, HttpOptions http) {
    return new HttpAssembly(core, endpoint, http, options, settings(), clock, seal).endpoint();
  }

  private DualEraEndpoint.Settings settings() {
    return new DualEraEndpoint.Settings(
        options.mode() != LegacyMode.ONLY, options.answerTimeout(), this::newId, pages);
  }

  @Override
  public void close() {
    registration.close();
  }
}
