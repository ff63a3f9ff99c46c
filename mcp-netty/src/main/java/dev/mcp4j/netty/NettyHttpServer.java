/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.netty;

import dev.mcp4j.server.transport.HostPort;
import dev.mcp4j.server.transport.HttpEndpoint;
import dev.mcp4j.server.transport.HttpServerHandle;
import dev.mcp4j.server.transport.ServerEnd;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves MCP over Netty.
 *
 * <pre>{@code
 * HttpOptions http = HttpOptions.onPort(8080);
 * HttpServerHandle handle =
 *     NettyHttpServer.serve(NettyOptions.builder(http).build(), server.httpEndpoint(http));
 * }</pre>
 *
 * <p>Speaks HTTP/1.1 and HTTP/2, which clients without TLS begin by prior knowledge. Tools marked
 * {@linkplain dev.mcp4j.server.ToolBuilder#inline inline} run on the threads that read and write,
 * all others on those of the server. A client that goes away is noticed at once.
 */
public final class NettyHttpServer implements HttpServerHandle {
  private static final Logger log = LoggerFactory.getLogger(NettyHttpServer.class);
  private static final int BACKLOG = 1024;

  private final NettyOptions options;
  private final HttpEndpoint endpoint;
  private final EventLoopGroup threads;
  private final OpenExchanges open = new OpenExchanges();
  private final ServerEnd end = new ServerEnd();
  private final Channel listener;
  private final URI uri;

  private NettyHttpServer(NettyOptions options, HttpEndpoint endpoint) throws IOException {
    this.options = options;
    this.endpoint = endpoint;
    ConnectionSetup setup = ConnectionSetup.of(options, endpoint, open);
    this.threads =
        new MultiThreadIoEventLoopGroup(
            options.ioThreads(),
            new DefaultThreadFactory("mcp4j-netty"),
            NioIoHandler.newFactory());
    this.listener = listen(setup);
    InetSocketAddress bound = (InetSocketAddress) listener.localAddress();
    String scheme = options.tls() == null ? "http" : "https";
    this.uri = URI.create(scheme + "://" + HostPort.of(bound) + options.http().path());
  }

  /**
   * Starts to serve, until the handle is closed. Its threads keep the JVM alive.
   *
   * @param options how to serve
   * @param endpoint what to serve: a server, or {@linkplain HttpEndpoint#of several} at different
   *     paths
   * @return the running server
   * @throws UncheckedIOException if it cannot listen at the address configured, or the key cannot
   *     be used
   */
  public static HttpServerHandle serve(NettyOptions options, HttpEndpoint endpoint) {
    try {
      NettyHttpServer server = new NettyHttpServer(options, endpoint);
      log.info("Serving MCP at {}", server.uri);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot serve at " + options.http().bindHost() + ":" + options.http().port(), e);
    }
  }

  private Channel listen(ConnectionSetup setup) throws IOException {
    ChannelFuture bound =
        new ServerBootstrap()
            .group(threads)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(setup)
            .bind(new InetSocketAddress(options.http().bindHost(), options.http().port()))
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      stopThreads();
      throw new IOException(String.valueOf(bound.cause().getMessage()), bound.cause());
    }
    return bound.channel();
  }

  @Override
  public URI uri() {
    return uri;
  }

  @Override
  public void close() {
    end.bringAbout(this::stop);
  }

  private void stop() {
    endpoint.drain();
    open.awaitNone(options.http().drain().toNanos());
    endpoint.release();
    boolean interrupted = Thread.interrupted();
    listener.close().awaitUninterruptibly();
    open.abortAll();
    stopThreads();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    log.info("Stopped serving MCP at {}", uri);
  }

  private void stopThreads() {
    threads.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  @Override
  public void awaitStop() throws InterruptedException {
    end.await();
  }
}
