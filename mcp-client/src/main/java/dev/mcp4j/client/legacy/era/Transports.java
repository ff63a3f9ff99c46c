/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.era;

import dev.mcp4j.client.legacy.LegacyOptions;
import dev.mcp4j.client.legacy.http.HttpLinks;
import dev.mcp4j.client.legacy.session.LegacyTransport;
import dev.mcp4j.client.legacy.session.SessionConfig;
import dev.mcp4j.client.legacy.session.TransportLinks;
import dev.mcp4j.client.transport.ClientTransport;
import dev.mcp4j.client.transport.HttpOptions;
import dev.mcp4j.client.transport.StdioOptions;
import dev.mcp4j.client.transport.http.HttpConnections;
import dev.mcp4j.client.transport.http.HttpMessages;
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
   * @param legacy how to deal with older servers
   * @return the transport
   */
  public static ClientTransport http(
      HttpOptions options, SessionConfig config, LegacyOptions legacy) {
    HttpConnections connections = HttpConnections.of(options);
    HttpLinks links = new HttpLinks(options, connections, config.timeout());
    LegacyTransport older =
        new LegacyTransport(
            HttpMessages.name(options.uri()), options::authorizationPartition, config, links);
    if (config.only() != null) {
      return older;
    }
    HttpTransport modern = HttpTransport.over(options, connections);
    return new DualEraTransport(
        modern,
        older,
        new HttpProbe(modern, older, config),
        DualEraTransport.Memory.of(legacy, server(options, modern)),
        new DualEraTransport.EventStream(links::isEventStream, links::preferEventStream));
  }

  /**
   * Launches a server and makes a transport over its standard streams.
   *
   * @param options what to launch and how
   * @param config what sessions are begun with
   * @param legacy how to deal with older servers
   * @return the transport
   * @throws dev.mcp4j.client.TransportException if the process cannot be launched
   */
  public static ClientTransport stdio(
      StdioOptions options, SessionConfig config, LegacyOptions legacy) {
    Supplier<ClientTransport> launcher = () -> StdioTransport.launchOnce(options);
    SharedTransport first = new SharedTransport(launcher.get());
    ClientTransport modern = options.restart() ? StdioTransport.restarting(first, launcher) : first;
    // Commands can hold secrets, and those of different servers begin with the same program.
    String server = first.target() + "#" + digest(options.command() + "\n" + options.directory());
    return over(
        first,
        modern,
        new TransportLinks(first, launcher, options.restart()),
        config,
        legacy,
        server);
  }

  /**
   * Makes a transport over a connection that messages travel on in both directions.
   *
   * @param connection a transport that was not started yet, and can carry answers
   * @param config what sessions are begun with
   * @param legacy how to deal with older servers
   * @return the transport
   */
  public static ClientTransport over(
      ClientTransport connection, SessionConfig config, LegacyOptions legacy) {
    SharedTransport first = new SharedTransport(connection);
    TransportLinks links = new TransportLinks(first, null, false);
    return over(first, first, links, config, legacy, first.target());
  }

  private static ClientTransport over(
      SharedTransport first,
      ClientTransport modern,
      TransportLinks links,
      SessionConfig config,
      LegacyOptions legacy,
      String server) {
    LegacyTransport older =
        new LegacyTransport(first.target(), first::authorizationPartition, config, links);
    if (config.only() != null) {
      return older;
    }
    return new DualEraTransport(
        modern,
        older,
        new ChannelProbe(first, links, older, config, legacy.patience()),
        DualEraTransport.Memory.of(legacy, server),
        DualEraTransport.EventStream.NONE);
  }

  /** A query can tell servers apart, and can hold secrets. */
  private static String server(HttpOptions options, HttpTransport transport) {
    String name = transport.target();
    return options.uri().getRawQuery() == null
        ? name
        : name + "#" + digest(options.uri().getRawQuery());
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
