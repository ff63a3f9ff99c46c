/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import dev.mcp4j.server.core.ServerCore;
import dev.mcp4j.server.transport.HttpEndpoint;
import dev.mcp4j.server.transport.HttpOptions;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.function.Function;

/** Offers a server over HTTP. */
public final class HttpTransport {
  private HttpTransport() {}

  /**
   * Serves over the HTTP server of the JDK, until the handle is closed. Its threads keep the JVM
   * alive.
   *
   * @param core the server
   * @param options what is configured
   * @param decorator wraps what serves calls of this revision, to serve those of others
   * @return the running server
   * @throws UncheckedIOException if it cannot listen at the address configured
   */
  public static HttpServerHandle serve(
      ServerCore core,
      HttpOptions options,
      Function<? super StreamableHttp, ? extends HttpEndpoint> decorator) {
    InetSocketAddress address = new InetSocketAddress(options.bindHost(), options.port());
    try {
      if (address.isUnresolved()) {
        throw new UnknownHostException(options.bindHost());
      }
      boolean loopback = address.getAddress().isLoopbackAddress();
      return JdkHttpServer.start(
          address,
          options,
          endpoint(core, options, loopback, decorator),
          core.threads(),
          core.ticker());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen at " + address, e);
    }
  }

  /**
   * Makes what serves every call, for an HTTP engine of any kind.
   *
   * @param core the server
   * @param options what is configured; address and port are the engine's business
   * @param loopback whether only this machine can reach the engine
   * @param decorator wraps what serves calls of this revision, to serve those of others
   * @return the endpoint
   */
  public static HttpEndpoint endpoint(
      ServerCore core,
      HttpOptions options,
      boolean loopback,
      Function<? super StreamableHttp, ? extends HttpEndpoint> decorator) {
    StreamableHttp modern = new StreamableHttp(core, options);
    return new FrontDoor(
        options, loopback, core.codec(options.maxBodyBytes()), decorator.apply(modern));
  }
}
