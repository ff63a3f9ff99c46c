/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.transport.http;

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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** An HTTP server that sends exactly the bytes a test tells it to. */
public final class RawHttpServer implements AutoCloseable {
  /** What to answer. */
  @FunctionalInterface
  public interface Script {
    void serve(Request request) throws IOException;
  }

  /** One request, and the connection to answer on. */
  public static final class Request {
    public final String line;
    public final Map<String, String> headers;
    public final String body;
    private final Socket socket;
    private final OutputStream out;
    private final CountDownLatch gone = new CountDownLatch(1);

    Request(String line, Map<String, String> headers, String body, Socket socket)
        throws IOException {
      this.line = line;
      this.headers = headers;
      this.body = body;
      this.socket = socket;
      this.out = socket.getOutputStream();
    }

    public String header(String name) {
      return headers.get(name);
    }

    /** The id of the request, as it stands in the body. */
    public String id() {
      int start = body.indexOf("\"id\":") + 5;
      int end = start;
      while (Character.isDigit(body.charAt(end))) {
        end++;
      }
      return body.substring(start, end);
    }

    public void raw(String text) throws IOException {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    }

    public void reply(int status, String type, String text, String... headers) throws IOException {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status).append(" X\r\n");
      if (type != null) {
        head.append("Content-Type: ").append(type).append("\r\n");
      }
      for (String header : headers) {
        head.append(header).append("\r\n");
      }
      raw(head.append("Content-Length: ").append(bytes.length).append("\r\n\r\n") + text);
    }

    public void json(int status, String text) throws IOException {
      reply(status, "application/json", text);
    }

    public void result(String result) throws IOException {
      json(200, "{\"jsonrpc\":\"2.0\",\"id\":" + id() + ",\"result\":" + result + "}");
    }

    public void error(int status, int code, String message) throws IOException {
      json(
          status,
          "{\"jsonrpc\":\"2.0\",\"id\":%s,\"error\":{\"code\":%d,\"message\":\"%s\"}}"
              .formatted(id(), code, message));
    }

    public void startEvents() throws IOException {
      raw(
          "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
    }

    public void event(String data) throws IOException {
      chunk("data: " + data + "\n\n");
    }

    public void chunk(String text) throws IOException {
      int length = text.getBytes(StandardCharsets.UTF_8).length;
      raw(Integer.toHexString(length) + "\r\n" + text + "\r\n");
    }

    public void resultEvent(String result) throws IOException {
      event("{\"jsonrpc\":\"2.0\",\"id\":" + id() + ",\"result\":" + result + "}");
    }

    public void endEvents() throws IOException {
      raw("0\r\n\r\n");
    }

    public void hangUp() throws IOException {
      socket.close();
    }

    /** Reads until the client is gone. */
    public void awaitGone() {
      try {
        while (socket.getInputStream().read() >= 0) {
          // Nothing more is expected on this connection.
        }
      } catch (IOException e) {
        // A reset is as good as an end.
      }
      gone.countDown();
    }

    public CountDownLatch gone() {
      return gone;
    }
  }

  public final List<Request> requests = new CopyOnWriteArrayList<>();
  public final List<Socket> connections = new CopyOnWriteArrayList<>();
  private final ServerSocket server;
  private volatile Script script = request -> request.json(200, "{}");

  public RawHttpServer() {
    try {
      // Room for every connection of a test at once: one that finds none is reset.
      server = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    thread(this::accept);
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/mcp");
  }

  public RawHttpServer serve(Script script) {
    this.script = script;
    return this;
  }

  public Request request(int index) {
    return requests.get(index);
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket connection : connections) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void thread(Runnable work) {
    Thread thread = new Thread(work, "raw-http-server");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        connections.add(socket);
        thread(() -> serve(socket));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      for (String line = line(in); !line.isEmpty(); line = line(in)) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
          int colon = header.indexOf(':');
          headers.merge(
              header.substring(0, colon).toLowerCase(Locale.ROOT),
              header.substring(colon + 1).strip(),
              (a, b) -> a + ", " + b);
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        Request request = new Request(line, headers, body, socket);
        requests.add(request);
        script.serve(request);
      }
    } catch (IOException e) {
      // The client is gone, or the script hung up.
    }
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }
}
