/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A connection that a client has opened, and speaks HTTP/1.1 on. One thread reads; any thread may
 * write, one at a time.
 */
public final class AcceptedConnection implements Closeable {
  private final Socket socket;
  private final Recorder recorder;
  private final int number;
  private final InputStream in;

  AcceptedConnection(Socket socket, Recorder recorder) throws IOException {
    this.socket = socket;
    this.recorder = recorder;
    this.number = recorder.newConnection();
    this.in = new BufferedInputStream(new Recording(socket.getInputStream()));
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
   * Waits for a request.
   *
   * @return the request, empty once the client has closed the connection
   * @throws IOException if what comes is no HTTP, or breaks off
   */
  public Optional<IncomingRequest> read() throws IOException {
    in.mark(1);
    if (in.read() < 0) {
      return Optional.empty();
    }
    in.reset();
    String[] words = HttpConnection.readLine(in).split(" ", 3);
    if (words.length < 3) {
      throw new IOException("not a request line of HTTP/1.1: " + String.join(" ", words));
    }
    List<Header> headers = new ArrayList<>();
    for (String line = HttpConnection.readLine(in);
        !line.isEmpty();
        line = HttpConnection.readLine(in)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.add(new Header(line.substring(0, colon), line.substring(colon + 1).strip()));
      }
    }
    if (Header.find(headers, "Expect").isPresent()) {
      write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
    }
    return Optional.of(new IncomingRequest(words[0], words[1], headers, body(headers)));
  }

  private Bytes body(List<Header> headers) throws IOException {
    String coding = Header.find(headers, "Transfer-Encoding").orElse("");
    if (coding.toLowerCase(Locale.ROOT).contains("chunked")) {
      return Bytes.of(new ChunkedBody(in).readAllBytes());
    }
    int length = Header.find(headers, "Content-Length").map(Integer::valueOf).orElse(0);
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException("the connection was closed within the body");
    }
    return Bytes.of(body);
  }

  /**
   * Writes a response with its whole body.
   *
   * @param status the status
   * @param headers the headers, besides those of the framing
   * @param body the body
   * @throws IOException if the client has gone
   */
  public void respond(int status, List<Header> headers, Bytes body) throws IOException {
    List<Header> framed = new ArrayList<>(headers);
    framed.add(new Header("Content-Length", String.valueOf(body.size())));
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head(status, framed));
    all.writeBytes(body.toArray());
    write(all.toByteArray());
  }

  /**
   * Begins a response whose body comes in pieces.
   *
   * @param status the status
   * @param headers the headers, besides those of the framing
   * @throws IOException if the client has gone
   */
  public void begin(int status, List<Header> headers) throws IOException {
    List<Header> framed = new ArrayList<>(headers);
    framed.add(new Header("Transfer-Encoding", "chunked"));
    write(head(status, framed));
  }

  /**
   * Writes a piece of a body.
   *
   * @param bytes the piece; none ends the body
   * @throws IOException if the client has gone
   */
  public void chunk(Bytes bytes) throws IOException {
    ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    chunk.writeBytes(
        (Integer.toHexString(bytes.size()) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    chunk.writeBytes(bytes.toArray());
    chunk.writeBytes("\r\n".getBytes(StandardCharsets.ISO_8859_1));
    write(chunk.toByteArray());
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      recorder.note(number, "closing failed: " + e.getMessage());
    }
  }

  private static byte[] head(int status, List<Header> headers) {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Status\r\n");
    headers.forEach(h -> head.append(h.name()).append(": ").append(h.value()).append("\r\n"));
    return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private synchronized void write(byte[] bytes) throws IOException {
    recorder.sent(number, bytes, "");
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /** Notes what comes in. */
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
      int count = raw.read(target, offset, length);
      if (count > 0) {
        recorder.received(number, Arrays.copyOfRange(target, offset, offset + count));
      }
      return count;
    }
  }
}
