/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

import dev.mcp4j.conformance.wire.Bytes;
import dev.mcp4j.conformance.wire.Header;
import dev.mcp4j.conformance.wire.HttpConnection;
import dev.mcp4j.conformance.wire.HttpHead;
import dev.mcp4j.conformance.wire.HttpRequest;
import dev.mcp4j.conformance.wire.Recorder;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * Stands before a server and breaks one rule. It also hides the legacy revisions of the server if
 * it is told to, so that the rules for servers without them hold.
 */
final class FaultyProxy implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final URI WHAT_REQUESTS_NAME = URI.create("");
  private static final List<String> OWN_HEADERS =
      List.of("content-length", "transfer-encoding", "connection");

  private final URI upstream;
  private final Fault fault;
  private final boolean modernOnly;
  private final ServerSocket socket;
  private final Set<AutoCloseable> open = ConcurrentHashMap.newKeySet();

  FaultyProxy(URI upstream, Fault fault) {
    this(upstream, fault, true);
  }

  /** A proxy in the sense of HTTP, which stands before whatever servers its requests name. */
  static FaultyProxy ofClient(Fault fault) {
    return new FaultyProxy(WHAT_REQUESTS_NAME, fault, false);
  }

  int port() {
    return socket.getLocalPort();
  }

  FaultyProxy(URI upstream, Fault fault, boolean modernOnly) {
    this(own -> upstream, fault, modernOnly);
  }

  /** Stands before a server that has to know where its proxy is. */
  FaultyProxy(UnaryOperator<URI> upstream, Fault fault, boolean modernOnly) {
    this.fault = fault;
    this.modernOnly = modernOnly;
    try {
      this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.upstream = upstream.apply(uri());
    daemon(this::accept);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/mcp");
  }

  @Override
  public void close() {
    quietly(socket);
    open.forEach(FaultyProxy::quietly);
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        client.setTcpNoDelay(true);
        daemon(() -> serve(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    open.add(client);
    try (client) {
      InputStream in = new BufferedInputStream(client.getInputStream());
      Optional<ProxyRequest> request = read(in);
      if (request.isPresent()) {
        serve(request.get(), client.getOutputStream());
      }
    } catch (IOException e) {
      // The client has gone, which is its right.
    } finally {
      open.remove(client);
    }
  }

  private void serve(ProxyRequest request, OutputStream out) throws IOException {
    Optional<ProxyReply> answer = fault.request().spoil(request);
    if (answer.isEmpty() && modernOnly) {
      answer = withoutLegacy(request);
    }
    if (answer.isPresent()) {
      write(answer.get(), out);
    } else {
      forward(request, out);
    }
  }

  /** Answers as a server that has no legacy revisions. */
  private static Optional<ProxyReply> withoutLegacy(ProxyRequest request) {
    if (!request.verb.equals("POST") && request.path.startsWith("/mcp")) {
      ProxyReply reply = ProxyReply.empty(405);
      reply.setHeader("Allow", "POST");
      return Optional.of(reply);
    }
    boolean initialize =
        request.method().equals("initialize") && request.meta("protocolVersion").isMissingNode();
    return initialize
        ? Optional.of(
            ProxyReply.error(request, 400, -32020, "Header missing; versions: 2026-07-28"))
        : Optional.empty();
  }

  private void forward(ProxyRequest request, OutputStream out) throws IOException {
    URI server = upstream.equals(WHAT_REQUESTS_NAME) ? URI.create(request.path) : upstream;
    try (HttpConnection connection = HttpConnection.open(server, PATIENCE, new Recorder())) {
      open.add(connection);
      connection.within(PATIENCE);
      connection.send(upstreamRequest(request, server));
      HttpHead head = connection.readHead();
      InputStream body = connection.body(head, request.verb);
      if (head.mediaType().equals("text/event-stream")) {
        writeHead(head.status(), spoiledHeaders(request, head), out);
        relay(request, body, out);
      } else {
        ProxyReply reply =
            new ProxyReply(head.status(), head.headers(), Bytes.of(body.readAllBytes()));
        fault.reply().spoil(request, reply);
        write(reply, out);
      }
      open.remove(connection);
    }
  }

  /** A fault may spoil the headers of a stream as well. */
  private List<Header> spoiledHeaders(ProxyRequest request, HttpHead head) {
    ProxyReply headers = new ProxyReply(head.status(), head.headers(), Bytes.NONE);
    fault.reply().spoil(request, headers);
    return headers.headers;
  }

  private static HttpRequest upstreamRequest(ProxyRequest request, URI server) {
    List<Header> headers = new ArrayList<>();
    for (Header header : request.headers) {
      String name = header.name().toLowerCase(java.util.Locale.ROOT);
      if (name.equals("host")) {
        headers.add(new Header("Host", server.getHost() + ":" + server.getPort()));
      } else if (!OWN_HEADERS.contains(name)) {
        headers.add(header);
      }
    }
    headers.add(new Header("Content-Length", String.valueOf(request.body().size())));
    String path = request.path.replaceFirst("^http://[^/?]*", "");
    return new HttpRequest(
        request.verb, path.startsWith("/") ? path : "/" + path, headers, request.body());
  }

  /** Passes a stream on event by event; comments too, since writing them shows who has gone. */
  private void relay(ProxyRequest request, InputStream body, OutputStream out) throws IOException {
    List<String> fields = new ArrayList<>();
    String data = "";
    for (String line = line(body); line != null; line = line(body)) {
      if (line.startsWith("data:")) {
        data += line.substring(5).strip();
      } else if (line.startsWith(":")) {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
      } else if (!line.isEmpty()) {
        fields.add(line);
      } else if (!fields.isEmpty() || !data.isEmpty()) {
        for (ProxyEvent event : fault.block().spoil(request, new ProxyEvent(fields, data))) {
          pass(request, event, out);
        }
        fields.clear();
        data = "";
      }
    }
    for (String event : fault.end().spoil(request, "")) {
      writeEvent(List.of(), event, out);
    }
  }

  private void pass(ProxyRequest request, ProxyEvent event, OutputStream out) throws IOException {
    if (event.data().isEmpty()) {
      writeEvent(event.fields(), "", out);
      return;
    }
    List<String> fields = event.fields();
    for (String data : fault.event().spoil(request, event.data())) {
      writeEvent(fields, data, out);
      fields = List.of();
    }
  }

  private static void writeEvent(List<String> fields, String data, OutputStream out)
      throws IOException {
    StringBuilder event = new StringBuilder();
    fields.forEach(field -> event.append(field).append('\n'));
    event.append("data: ").append(data).append("\n\n");
    out.write(event.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static void write(ProxyReply reply, OutputStream out) throws IOException {
    List<Header> headers = new ArrayList<>(reply.headers);
    headers.removeIf(h -> OWN_HEADERS.contains(h.name().toLowerCase(java.util.Locale.ROOT)));
    headers.add(new Header("Content-Length", String.valueOf(reply.body.size())));
    writeHead(reply.status, headers, out);
    out.write(reply.body.toArray());
    out.flush();
  }

  private static void writeHead(int status, List<Header> headers, OutputStream out)
      throws IOException {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Status\r\n");
    for (Header header : headers) {
      String name = header.name().toLowerCase(java.util.Locale.ROOT);
      if (!name.equals("transfer-encoding") && !name.equals("connection")) {
        head.append(header.name()).append(": ").append(header.value()).append("\r\n");
      }
    }
    head.append("Connection: close\r\n\r\n");
    out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private static Optional<ProxyRequest> read(InputStream in) throws IOException {
    String start = line(in);
    if (start == null) {
      return Optional.empty();
    }
    String[] words = start.split(" ", 3);
    List<Header> headers = new ArrayList<>();
    for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.add(new Header(line.substring(0, colon), line.substring(colon + 1).strip()));
    }
    int length = Header.find(headers, "Content-Length").map(Integer::valueOf).orElse(0);
    return Optional.of(
        new ProxyRequest(words[0], words[1], headers, Bytes.of(in.readNBytes(length))));
  }

  /**
   * A line in Latin-1 of a head, or in UTF-8 of a stream; headers here are ASCII or meant as bytes.
   */
  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = in.read();
    if (next < 0) {
      return null;
    }
    while (next >= 0 && next != '\n') {
      if (next != '\r') {
        line.write(next);
      }
      next = in.read();
    }
    Bytes bytes = Bytes.of(line.toByteArray());
    boolean stream = bytes.text().startsWith("data:");
    return stream ? bytes.text() : line.toString(StandardCharsets.ISO_8859_1);
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "faulty-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private static void quietly(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception e) {
      // It is closed one way or another.
    }
  }
}
