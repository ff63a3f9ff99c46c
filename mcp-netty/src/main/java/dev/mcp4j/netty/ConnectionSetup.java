/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.netty;

import dev.mcp4j.server.transport.HttpEndpoint;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2SecurityUtil;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2StreamFrameToHttpObjectCodec;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.ApplicationProtocolNegotiationHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Prepares connections for the protocol their client speaks. */
final class ConnectionSetup extends ChannelInitializer<SocketChannel> {
  private final NettyOptions options;
  private final HttpEndpoint endpoint;
  private final OpenExchanges open;
  private final @Nullable SslContext tls;

  private ConnectionSetup(
      NettyOptions options, HttpEndpoint endpoint, OpenExchanges open, @Nullable SslContext tls) {
    this.options = options;
    this.endpoint = endpoint;
    this.open = open;
    this.tls = tls;
  }

  static ConnectionSetup of(NettyOptions options, HttpEndpoint endpoint, OpenExchanges open)
      throws SSLException {
    return new ConnectionSetup(options, endpoint, open, tlsOf(options));
  }

  private static @Nullable SslContext tlsOf(NettyOptions options) throws SSLException {
    if (options.tls() == null) {
      return null;
    }
    return SslContextBuilder.forServer(options.tls())
        .sslProvider(SslProvider.JDK)
        .ciphers(Http2SecurityUtil.CIPHERS, SupportedCipherSuiteFilter.INSTANCE)
        .applicationProtocolConfig(
            new ApplicationProtocolConfig(
                Protocol.ALPN,
                SelectorFailureBehavior.NO_ADVERTISE,
                SelectedListenerFailureBehavior.ACCEPT,
                ApplicationProtocolNames.HTTP_2,
                ApplicationProtocolNames.HTTP_1_1))
        .build();
  }

  @Override
  protected void initChannel(SocketChannel channel) {
    ChannelPipeline pipeline = channel.pipeline();
    IdleLimit idle = new IdleLimit(options.idle().toMillis());
    pipeline.addLast(idle);
    if (tls == null) {
      pipeline.addLast(new PrefaceDetector(this, idle));
    } else {
      pipeline.addLast(tls.newHandler(channel.alloc()), new Negotiation(idle));
    }
  }

  /** Goes on with HTTP/1.1. */
  void http1(ChannelPipeline pipeline, IdleLimit idle) {
    ExchangeHandler exchanges = new ExchangeHandler(options, endpoint, open, idle, false);
    pipeline.addLast(
        new ArrivalWatch(exchanges),
        new HttpRequestDecoder(
            new HttpDecoderConfig()
                .setMaxInitialLineLength(options.maxHeaderBytes())
                .setMaxHeaderSize(options.maxHeaderBytes())),
        new ResponseEncoder(),
        exchanges);
  }

  /** Goes on with HTTP/2. */
  void http2(ChannelPipeline pipeline, IdleLimit idle) {
    open.addHttp2(pipeline.channel());
    pipeline.addLast(
        Http2FrameCodecBuilder.forServer()
            .initialSettings(
                Http2Settings.defaultSettings()
                    .maxHeaderListSize(options.maxHeaderBytes())
                    .maxConcurrentStreams(options.maxStreams()))
            .build(),
        new Http2MultiplexHandler(new StreamSetup(idle)));
  }

  /** Prepares one exchange of HTTP/2, which looks like one of HTTP/1.1 from then on. */
  private final class StreamSetup extends ChannelInitializer<Channel> {
    private final IdleLimit idle;

    StreamSetup(IdleLimit idle) {
      this.idle = idle;
    }

    @Override
    protected void initChannel(Channel channel) {
      channel
          .pipeline()
          .addLast(
              new Http2StreamFrameToHttpObjectCodec(true),
              new ExchangeHandler(options, endpoint, open, idle, true));
    }
  }

  private final class Negotiation extends ApplicationProtocolNegotiationHandler {
    private final IdleLimit idle;

    Negotiation(IdleLimit idle) {
      super(ApplicationProtocolNames.HTTP_1_1);
      this.idle = idle;
    }

    @Override
    protected void configurePipeline(ChannelHandlerContext ctx, String protocol) {
      if (protocol.equals(ApplicationProtocolNames.HTTP_2)) {
        http2(ctx.pipeline(), idle);
      } else {
        http1(ctx.pipeline(), idle);
      }
    }
  }
}
