/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.peer;

import dev.mcp4j.conformance.wire.Bytes;
import dev.mcp4j.conformance.wire.Header;
import dev.mcp4j.conformance.wire.HttpConnection;
import dev.mcp4j.conformance.wire.HttpHead;
import dev.mcp4j.conformance.wire.HttpRequest;
import dev.mcp4j.conformance.wire.Recorder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLException;
import tools.jackson.databind.JsonNode;

/** A server at a URL. Every request has a connection of its own, unless it is told otherwise. */
public final class HttpServer implements Server {
  private final URI uri;
  private final List<Header> extraHeaders;
  private final Duration patience;
  private final Recorder recorder;
  private final Set<HttpStream> open = ConcurrentHashMap.newKeySet();

  /**
   * Knows where the server is; does not connect yet.
   *
   * @param uri the endpoint
   * @param extraHeaders headers to send with every request
   * @param patience how long it may take to answer
   * @param recorder what keeps the bytes
   */
  public HttpServer(URI uri, List<Header> extraHeaders, Duration patience, Recorder recorder) {
    this.uri = uri;
    this.extraHeaders = List.copyOf(extraHeaders);
    this.patience = patience;
    this.recorder = recorder;
  }

  @Override
  public Reply send(Ask ask) {
    try (HttpStream stream = stream(ask, connect())) {
      return stream.readAll();
    }
  }

  /**
   * Sends requests one after the other over the same connection, as long as it stays open.
   *
   * @param asks the requests
   * @return their replies
   */
  public List<Reply> sendOnOneConnection(List<Ask> asks) {
    List<Reply> replies = new ArrayList<>();
    HttpConnection connection = connect();
    try {
      for (Ask ask : asks) {
        HttpStream stream = stream(ask, connection);
        Reply reply = stream.readAll();
        if (reply.head().isEmpty() && !replies.isEmpty()) {
          // A server may close an idle connection at any time.
          connection.close();
          connection = connect();
          stream = stream(ask, connection);
          reply = stream.readAll();
        }
        replies.add(reply);
        if (!stream.isOver() || !reply.head().map(HttpHead::keepsConnection).orElse(false)) {
          connection.close();
          connection = connect();
        }
      }
    } finally {
      connection.close();
    }
    return replies;
  }

  @Override
  public HttpStream open(Ask ask) {
    HttpStream stream = stream(ask, connect());
    open.add(stream);
    return stream;
  }

  /**
   * Knows the same server with one more header.
   *
   * @param header what to send with every request as well
   * @return a server with the same recorder
   */
  public HttpServer with(Header header) {
    List<Header> all = new ArrayList<>(extraHeaders);
    all.add(header);
    return new HttpServer(uri, all, patience, recorder);
  }

  /**
   * Fetches a document, without the headers that go with every request.
   *
   * @param address where it is, perhaps on another server
   * @return what came; nothing if nobody listens there
   */
  public HttpDocument fetch(URI address) {
    return HttpDocument.fetch(address, patience, recorder);
  }

  /**
   * Tells whether the server is on this machine.
   *
   * @return true if its address is one of the loopback interface
   */
  public boolean isLoopback() {
    try {
      return InetAddress.getByName(uri.getHost()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /**
   * Returns the endpoint.
   *
   * @return its address
   */
  public URI uri() {
    return uri;
  }

  @Override
  public Recorder recorder() {
    return recorder;
  }

  @Override
  public Duration patience() {
    return patience;
  }

  @Override
  public Transport transport() {
    return Transport.HTTP;
  }

  @Override
  public void close() {
    open.forEach(HttpStream::close);
    open.clear();
  }

  private HttpConnection connect() {
    try {
      return HttpConnection.open(uri, patience, recorder);
    } catch (IOException e) {
      throw new PeerGone("cannot connect to " + uri + ": " + describe(e), e);
    }
  }

  private static String describe(IOException trouble) {
    if (trouble instanceof UnknownHostException) {
      return "the host is not known";
    }
    if (trouble instanceof SocketTimeoutException) {
      return "no answer in time";
    }
    String message = String.valueOf(trouble.getMessage());
    return trouble instanceof SSLException ? "TLS: " + message : message;
  }

  private HttpStream stream(Ask ask, HttpConnection connection) {
    HttpStream stream = new HttpStream(ask, connection, patience, recorder);
    stream.send(request(ask));
    return stream;
  }

  private HttpRequest request(Ask ask) {
    Bytes body = ask.verb().equals("POST") ? ask.body() : Bytes.NONE;
    List<Header> headers = new ArrayList<>();
    headers.add(new Header("Host", host(uri)));
    headers.add(new Header("Content-Type", "application/json"));
    headers.add(new Header("Accept", "application/json, text/event-stream"));
    version(ask).ifPresent(version -> headers.add(new Header("MCP-Protocol-Version", version)));
    if (ask.membership().isPresent()) {
      Optional<String> session = ask.membership().get().sessionId();
      session.ifPresent(id -> headers.add(new Header("Mcp-Session-Id", id)));
    } else if (!ask.meta().isEmpty()) {
      headers.add(new Header("Mcp-Method", ask.method()));
      name(ask).ifPresent(name -> headers.add(new Header("Mcp-Name", HeaderText.encode(name))));
    }
    headers.addAll(extraHeaders);
    List<Header> edited = new ArrayList<>(ask.headers().apply(headers));
    if (Header.find(edited, "Content-Length").isEmpty() && ask.verb().equals("POST")) {
      edited.add(new Header("Content-Length", String.valueOf(body.size())));
    }
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return new HttpRequest(ask.verb(), path + ask.path() + query, edited, body);
  }

  static String host(URI uri) {
    return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
  }

  private static Optional<String> version(Ask ask) {
    if (ask.membership().isPresent()) {
      return ask.membership().map(Membership::version);
    }
    JsonNode version = ask.meta().path(Ask.VERSION);
    return version.isString() ? Optional.of(version.stringValue()) : Optional.empty();
  }

  private static Optional<String> name(Ask ask) {
    JsonNode name =
        switch (ask.method()) {
          case "tools/call", "prompts/get" -> ask.params().path("name");
          case "resources/read" -> ask.params().path("uri");
          case "tasks/get", "tasks/update", "tasks/cancel" -> ask.params().path("taskId");
          default -> ask.params().path("");
        };
    return name.isString() ? Optional.of(name.stringValue()) : Optional.empty();
  }
}
