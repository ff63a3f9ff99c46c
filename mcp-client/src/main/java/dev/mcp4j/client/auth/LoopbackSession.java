/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mcp4j.client.core.Threads;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Receives one authorization response on a random port of 127.0.0.1. Requests that are not the one
 * waited for are refused and change nothing.
 *
 * <p>Specification: RFC 8252, section 7.3.
 */
final class LoopbackSession implements UserAgent.Session {
  private static final String PATH = "/callback";

  private static final String PAGE =
      "<!doctype html><title>%1$s</title><p>%1$s. You can close this page.";

  private final BrowserLauncher launcher;
  private final HttpServer server;
  private final ExecutorService executor = Threads.newExecutor("mcp-sign-in-");
  private final CompletableFuture<AuthorizationResponse> response = new CompletableFuture<>();
  private final AtomicBoolean accepted = new AtomicBoolean();
  private volatile @Nullable String state;

  private LoopbackSession(BrowserLauncher launcher, HttpServer server) {
    this.launcher = launcher;
    this.server = server;
    server.setExecutor(executor);
    server.createContext("/", this::handle);
  }

  static LoopbackSession open(BrowserLauncher launcher) {
    try {
      InetAddress local = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      LoopbackSession session =
          new LoopbackSession(launcher, HttpServer.create(new InetSocketAddress(local, 0), 0));
      session.server.start();
      return session;
    } catch (IOException e) {
      throw new AuthorizationException(
          "the answer of the authorization server cannot be received on 127.0.0.1", null, e);
    }
  }

  @Override
  public String redirectUri() {
    return "http://" + authority() + PATH;
  }

  @Override
  public AuthorizationResponse authorize(UserAgent.Request request) throws InterruptedException {
    state = request.state();
    launcher.open(request.url());
    try {
      return response.get(request.atMost().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new AuthorizationException(
          "the user did not sign in within %d s".formatted(request.atMost().toSeconds()), null, e);
    } catch (ExecutionException e) {
      throw new AuthorizationException("the authorization response cannot be read", null, e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    executor.shutdown();
  }

  private String authority() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    AuthorizationResponse received;
    try (exchange) {
      received = answer(exchange);
    }
    // Only now, so that the page gets through before the server is stopped.
    if (received != null) {
      response.complete(received);
    }
  }

  /** Answers a request; returns what it brought if it is the one waited for. */
  private @Nullable AuthorizationResponse answer(HttpExchange exchange) throws IOException {
    if (!authority().equals(exchange.getRequestHeaders().getFirst("Host"))
        || !exchange.getRequestURI().getPath().equals(PATH)) {
      reply(exchange, 404, "There is nothing here");
      return null;
    }
    if (!exchange.getRequestMethod().equals("GET")) {
      reply(exchange, 405, "This is not how to answer");
      return null;
    }
    return receive(exchange);
  }

  private @Nullable AuthorizationResponse receive(HttpExchange exchange) throws IOException {
    String expected = state;
    AuthorizationResponse received;
    try {
      received = AuthorizationResponse.ofQuery(exchange.getRequestURI().getRawQuery());
    } catch (AuthorizationException e) {
      reply(exchange, 400, "This is no answer");
      return null;
    }
    if (expected == null || !expected.equals(received.get("state"))) {
      reply(exchange, 400, "This answer belongs to no sign-in");
      return null;
    }
    if (!accepted.compareAndSet(false, true)) {
      reply(exchange, 400, "This sign-in is over");
      return null;
    }
    reply(exchange, 200, "The answer was received");
    return received;
  }

  private static void reply(HttpExchange exchange, int status, String text) throws IOException {
    byte[] page = PAGE.formatted(text).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'none'");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
    exchange.sendResponseHeaders(status, page.length);
    exchange.getResponseBody().write(page);
  }
}
