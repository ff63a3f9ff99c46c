/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import dev.mcp4j.jsonrpc.JsonRpcCodec;
import dev.mcp4j.server.auth.ResourceServer;
import dev.mcp4j.server.core.ServerCore;
import dev.mcp4j.server.transport.HttpEndpoint;
import dev.mcp4j.server.transport.HttpOptions;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
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
   * @param others endpoints at other paths
   * @return the running server
   * @throws UncheckedIOException if it cannot listen at the address configured
   */
  public static HttpServerHandle serve(
      ServerCore core,
      HttpOptions options,
      Function<? super StreamableHttp, ? extends HttpEndpoint> decorator,
      List<HttpEndpoint> others) {
    InetSocketAddress address = new InetSocketAddress(options.bindHost(), options.port());
    try {
      if (address.isUnresolved()) {
        throw new UnknownHostException(options.bindHost());
      }
      return JdkHttpServer.start(
          address,
          options,
          port -> {
            List<HttpEndpoint> endpoints = new ArrayList<>();
            endpoints.add(endpoint(core, onPort(options, port), decorator));
            endpoints.addAll(others);
            return HttpEndpoint.of(endpoints);
          },
          core.threads(),
          core.ticker());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen at " + address, e);
    }
  }

  private static HttpOptions onPort(HttpOptions options, int port) {
    ResourceServer authorization = options.authorization();
    return authorization == null
        ? options
        : options.toBuilder().authorization(authorization.onPort(port)).build();
  }

  /**
   * Makes what serves every call, for an HTTP engine of any kind.
   *
   * @param core the server
   * @param options what is configured; the address tells whether only this machine can reach the
   *     engine, the port is the engine's business
   * @param decorator wraps what serves calls of this revision, to serve those of others
   * @return the endpoint
   */
  public static HttpEndpoint endpoint(
      ServerCore core,
      HttpOptions options,
      Function<? super StreamableHttp, ? extends HttpEndpoint> decorator) {
    InetAddress address = new InetSocketAddress(options.bindHost(), options.port()).getAddress();
    JsonRpcCodec codec = core.codec(options.maxBodyBytes());
    return new FrontDoor(
        options,
        address != null && address.isLoopbackAddress(),
        codec,
        core.threads().handlers(),
        guarded(core, options, codec, decorator.apply(new StreamableHttp(core, options))));
  }

  private static HttpEndpoint guarded(
      ServerCore core, HttpOptions options, JsonRpcCodec codec, HttpEndpoint endpoint) {
    ResourceServer authorization = options.authorization();
    return authorization == null
        ? endpoint
        : new Guard(
            authorization,
            core.pipeline().scopes(),
            options.path(),
            codec,
            core.threads().handlers(),
            endpoint);
  }
}
