/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.era;

import dev.mcp4j.client.legacy.EraCache;
import dev.mcp4j.client.legacy.http.HttpLinks;
import dev.mcp4j.client.legacy.session.LegacyTransport;
import dev.mcp4j.client.legacy.session.SessionConfig;
import dev.mcp4j.client.legacy.session.TransportLinks;
import dev.mcp4j.client.transport.ClientTransport;
import dev.mcp4j.client.transport.HttpOptions;
import dev.mcp4j.client.transport.StdioOptions;
import dev.mcp4j.client.transport.http.HttpConnections;
import dev.mcp4j.client.transport.http.HttpTransport;
import dev.mcp4j.client.transport.stdio.StdioTransport;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;

/**
 * Makes transports to servers of any revision, or of one older revision if the configuration names
 * it.
 */
public final class Transports {
  private Transports() {}

  /**
   * Makes a transport over HTTP.
   *
   * @param options where to and how
   * @param config what sessions are begun with
   * @param cache what is known of servers
   * @return the transport
   */
  public static ClientTransport http(HttpOptions options, SessionConfig config, EraCache cache) {
    HttpConnections connections = HttpConnections.of(options);
    HttpLinks links = new HttpLinks(options, connections, config.timeout());
    LegacyTransport legacy =
        new LegacyTransport(
            options.uri().toString(), options::authorizationPartition, config, links);
    if (config.only() != null) {
      return legacy;
    }
    HttpTransport modern = HttpTransport.over(options, connections);
    return new DualEraTransport(
        modern,
        legacy,
        new HttpProbe(modern, legacy, config),
        new DualEraTransport.Memory(cache, modern.target()),
        new DualEraTransport.EventStream(links::isEventStream, links::preferEventStream));
  }

  /**
   * Launches a server and makes a transport over its standard streams.
   *
   * @param options what to launch and how
   * @param config what sessions are begun with
   * @param cache what is known of servers
   * @return the transport
   * @throws dev.mcp4j.client.TransportException if the process cannot be launched
   */
  public static ClientTransport stdio(StdioOptions options, SessionConfig config, EraCache cache) {
    Supplier<ClientTransport> launcher = () -> StdioTransport.launchOnce(options);
    SharedTransport first = new SharedTransport(launcher.get());
    ClientTransport modern = options.restart() ? StdioTransport.restarting(first, launcher) : first;
    String server = first.target() + "#" + digest(options);
    return over(
        first,
        modern,
        new TransportLinks(first, launcher, options.restart()),
        config,
        cache,
        server);
  }

  /**
   * Makes a transport over a connection that messages travel on in both directions.
   *
   * @param connection a transport that was not started yet, and can carry answers
   * @param config what sessions are begun with
   * @param cache what is known of servers
   * @return the transport
   */
  public static ClientTransport over(
      ClientTransport connection, SessionConfig config, EraCache cache) {
    SharedTransport first = new SharedTransport(connection);
    TransportLinks links = new TransportLinks(first, null, false);
    return over(first, first, links, config, cache, first.target());
  }

  private static ClientTransport over(
      SharedTransport first,
      ClientTransport modern,
      TransportLinks links,
      SessionConfig config,
      EraCache cache,
      String server) {
    LegacyTransport legacy =
        new LegacyTransport(first.target(), first::authorizationPartition, config, links);
    if (config.only() != null) {
      return legacy;
    }
    return new DualEraTransport(
        modern,
        legacy,
        new ChannelProbe(first, links, legacy, config, ChannelProbe.PATIENCE),
        new DualEraTransport.Memory(cache, server),
        DualEraTransport.EventStream.NONE);
  }

  /** Commands can hold secrets, and those of different servers begin with the same program. */
  private static String digest(StdioOptions options) {
    try {
      String text = options.command() + "\n" + options.directory();
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
