/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.wire;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * A connection that HTTP/1.1 is spoken on. Requests are sent as they are; responses are read as the
 * standard says. Used by one thread, except that any thread may close it.
 */
public final class HttpConnection implements Closeable {
  private static final long BETWEEN_PIECES = 200_000;

  private final URI uri;
  private final Socket socket;
  private final InputStream in;
  private @Nullable LimitedBody limited;
  private final Recorder recorder;
  private final int number;
  private long deadline = Long.MAX_VALUE;

  private HttpConnection(URI uri, Socket socket, Recorder recorder) throws IOException {
    this.uri = uri;
    this.socket = socket;
    this.recorder = recorder;
    this.number = recorder.newConnection();
    this.in = new BufferedInputStream(new Recording(socket.getInputStream()));
  }

  /**
   * Connects.
   *
   * @param uri the host and port to connect to
   * @param timeout how long to wait
   * @param recorder what keeps the bytes
   * @return the connection
   * @throws IOException if nobody listens there
   */
  public static HttpConnection open(URI uri, Duration timeout, Recorder recorder)
      throws IOException {
    boolean secure = "https".equalsIgnoreCase(uri.getScheme());
    int port = uri.getPort() >= 0 ? uri.getPort() : secure ? 443 : 80;
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(uri.getHost(), port), (int) timeout.toMillis());
      socket.setTcpNoDelay(true);
      if (!secure) {
        return new HttpConnection(uri, socket, recorder);
      }
      socket.setSoTimeout((int) timeout.toMillis());
      SSLSocketFactory tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
      SSLSocket used = (SSLSocket) tls.createSocket(socket, uri.getHost(), port, true);
      used.startHandshake();
      used.setSoTimeout(0);
      return new HttpConnection(uri, used, recorder);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /**
   * Returns the number of the connection in the transcript.
   *
   * @return from 1
   */
  public int number() {
    return number;
  }

  /**
   * Tells whether the body was read up to the length that was announced for it.
   *
   * @return true if nothing more of it will come
   */
  public boolean isBodyOver() {
    return limited != null && limited.isOver();
  }

  /**
   * Sends a request.
   *
   * @param request the request
   * @throws IOException if the peer has closed the connection
   */
  public void send(HttpRequest request) throws IOException {
    send(request, List.of());
  }

  /**
   * Sends a request in several pieces.
   *
   * @param request the request
   * @param cuts where to cut the bytes, in rising order; those beyond the end count as the end
   * @throws IOException if the peer has closed the connection
   */
  public void send(HttpRequest request, List<Integer> cuts) throws IOException {
    limited = null;
    byte[] bytes = request.bytes();
    recorder.sent(number, bytes, Curl.of(uri, request).orElse(""));
    int from = 0;
    for (int cut : cuts) {
      int to = Math.min(Math.max(cut, from), bytes.length);
      socket.getOutputStream().write(bytes, from, to - from);
      socket.getOutputStream().flush();
      LockSupport.parkNanos(BETWEEN_PIECES);
      from = to;
    }
    socket.getOutputStream().write(bytes, from, bytes.length - from);
    socket.getOutputStream().flush();
  }

  /**
   * Sets how long the following reads may take together.
   *
   * @param timeout the time from now
   */
  public void within(Duration timeout) {
    deadline = System.nanoTime() + timeout.toNanos();
  }

  /**
   * Waits until there is something to read, be it the end.
   *
   * @param timeout how long
   * @return false if nothing came in time
   * @throws IOException if the connection breaks
   */
  public boolean awaitInput(Duration timeout) throws IOException {
    if (in.available() > 0) {
      return true;
    }
    within(timeout);
    in.mark(1);
    try {
      if (in.read() >= 0) {
        in.reset();
      }
      return true;
    } catch (WireTimeout e) {
      return false;
    }
  }

  /**
   * Reads the head of a response, passing over interim ones.
   *
   * @return the head
   * @throws WireTimeout if it does not come in time
   * @throws IOException if it does not come at all, or is none
   */
  public HttpHead readHead() throws IOException {
    HttpHead head;
    do {
      head = HttpHead.parse(readLines());
    } while (head.status() / 100 == 1);
    return head;
  }

  /**
   * Returns the body that follows a head.
   *
   * @param head the head
   * @param verb the verb that was asked with
   * @return the bytes without the framing; its end is the end of the body
   */
  public InputStream body(HttpHead head, String verb) {
    boolean none = verb.equals("HEAD") || head.status() == 204 || head.status() == 304;
    if (none) {
      return InputStream.nullInputStream();
    }
    if (head.isChunked()) {
      return new ChunkedBody(in);
    }
    limited = head.contentLength().map(length -> new LimitedBody(in, length)).orElse(null);
    return limited == null ? in : limited;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      recorder.note(number, "closing failed: " + e.getMessage());
    }
  }

  private List<String> readLines() throws IOException {
    List<String> lines = new ArrayList<>();
    while (true) {
      String line = readLine(in);
      if (line.isEmpty() && !lines.isEmpty()) {
        return lines;
      }
      if (!line.isEmpty()) {
        lines.add(line);
      }
    }
  }

  static String readLine(InputStream in) throws IOException {
    byte[] buffer = new byte[256];
    int length = 0;
    int next = in.read();
    while (next != '\n') {
      if (next < 0) {
        throw new EOFException("the connection was closed");
      }
      if (length == buffer.length) {
        buffer = Arrays.copyOf(buffer, length * 2);
      }
      buffer[length++] = (byte) next;
      next = in.read();
    }
    int end = length > 0 && buffer[length - 1] == '\r' ? length - 1 : length;
    return new String(buffer, 0, end, StandardCharsets.ISO_8859_1);
  }

  /** Notes what comes in and keeps the deadline. */
  private final class Recording extends InputStream {
    private final InputStream raw;

    Recording(InputStream raw) {
      this.raw = raw;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (deadline != Long.MAX_VALUE) {
        if (left <= 0) {
          throw new WireTimeout("nothing more came in time");
        }
        socket.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
      }
      try {
        int count = raw.read(target, offset, length);
        if (count > 0) {
          recorder.received(number, Arrays.copyOfRange(target, offset, offset + count));
        }
        return count;
      } catch (SocketTimeoutException e) {
        throw new WireTimeout("nothing more came in time");
      }
    }

    @Override
    public int available() throws IOException {
      return raw.available();
    }
  }
}
