/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/** An HTTP/1.1 client that shows every byte. */
final class RawClient implements Closeable {
  /** Less than the time after which the JDK's server gives a request up by itself. */
  private static final int PATIENCE_MILLIS = 30_000;

  private final Socket socket = new Socket();
  private final InputStream in;
  private final StringBuilder events = new StringBuilder();

  /** A response up to its body. */
  record Head(int status, Map<String, String> headers) {}

  RawClient(URI server) throws IOException {
    this(server, 0);
  }

  /** Connects with a small window, so that little is on its way to a client that does not read. */
  RawClient(URI server, int receiveBuffer) throws IOException {
    if (receiveBuffer > 0) {
      socket.setReceiveBufferSize(receiveBuffer);
    }
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
    in = new BufferedInputStream(socket.getInputStream());
  }

  void send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(UTF_8));
    socket.getOutputStream().flush();
  }

  /** Sends a request with a body of known length. */
  void request(String method, String path, String body, String... headers) throws IOException {
    StringBuilder request =
        new StringBuilder(method).append(' ').append(path).append(" HTTP/1.1\r\n");
    request.append("Host: localhost\r\n");
    for (String header : headers) {
      request.append(header).append("\r\n");
    }
    request.append("Content-Length: ").append(body.getBytes(UTF_8).length).append("\r\n\r\n");
    send(request.append(body).toString());
  }

  Head head() throws IOException {
    String statusLine = line();
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.merge(
          line.substring(0, colon), line.substring(colon + 1).strip(), (a, b) -> a + "," + b);
    }
    return new Head(Integer.parseInt(statusLine.substring(9, 12)), headers);
  }

  /** Reads a body, whichever way it is sent. */
  String body(Head head) throws IOException {
    if ("chunked".equalsIgnoreCase(head.headers().get("Transfer-Encoding"))) {
      StringBuilder body = new StringBuilder();
      for (String chunk = chunk(); !chunk.isEmpty(); chunk = chunk()) {
        body.append(chunk);
      }
      return body.toString();
    }
    return new String(bytes(Integer.parseInt(head.headers().get("Content-Length"))), UTF_8);
  }

  /** Reads the next chunk; empty if it was the last. */
  String chunk() throws IOException {
    byte[] chunk = bytes(Integer.parseInt(line(), 16));
    line();
    return new String(chunk, UTF_8);
  }

  /** Reads the data of the next event of a stream, over comments; empty after the last one. */
  String event() throws IOException {
    while (true) {
      int end = events.indexOf("\n\n");
      if (end < 0) {
        String chunk = chunk();
        if (chunk.isEmpty()) {
          return "";
        }
        events.append(chunk);
      } else {
        String event = events.substring(0, end);
        events.delete(0, end + 2);
        if (event.startsWith("data: ")) {
          return event.substring("data: ".length());
        }
      }
    }
  }

  private byte[] bytes(int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException("got " + bytes.length + " of " + count + " bytes");
    }
    return bytes;
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the connection ended within a line");
      }
      line.write(c);
    }
    return line.toString(ISO_8859_1).stripTrailing();
  }

  /** Reads until the server closes the connection. */
  void awaitEnd() throws IOException {
    try {
      while (in.read() >= 0) {
        // What comes before the end does not matter.
      }
    } catch (SocketException e) {
      // A reset is an end, too.
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
