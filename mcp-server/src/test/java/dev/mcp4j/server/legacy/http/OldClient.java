/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.jsonrpc.json.McpJson;
import dev.mcp4j.server.transport.HttpOptions;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A client that knows HTTP and a few headers, and nothing of the protocol. */
final class OldClient {
  /** However slow the machine is, what can be a document is one. */
  static final HttpOptions OPTIONS =
      HttpOptions.builder(0).streamAfter(Duration.ofHours(1)).build();

  private static final int PATIENCE_SECONDS = 10;

  private static final ScheduledExecutorService TIMER =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "deadlines");
            thread.setDaemon(true);
            return thread;
          });

  private final URI uri;
  private final Map<String, String> headers = new LinkedHashMap<>();

  OldClient(URI uri) {
    this.uri = uri;
    headers.put("Accept", "application/json, text/event-stream");
  }

  /** Shakes hands and keeps the session, as a client that can do everything. */
  static OldClient of(URI uri, String revision) {
    OldClient client = new OldClient(uri);
    Response opened = client.post(initialize(revision));
    assertThat(opened.status()).isEqualTo(200);
    String session = opened.header("Mcp-Session-Id");
    if (session != null) {
      client.with("Mcp-Session-Id", session);
    }
    client.with("MCP-Protocol-Version", revision);
    assertThat(client.post(INITIALIZED).status()).isEqualTo(202);
    return client;
  }

  static final String INITIALIZED =
      "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}";

  static String initialize(String revision) {
    return "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{"
        + "\"protocolVersion\":\""
        + revision
        + "\",\"capabilities\":{\"sampling\":{},\"elicitation\":{\"form\":{},\"url\":{}},"
        + "\"roots\":{}},\"clientInfo\":{\"name\":\"old\",\"version\":\"1\"}}}";
  }

  static String request(int id, String method, String params) {
    return "{\"jsonrpc\":\"2.0\",\"id\":"
        + id
        + ",\"method\":\""
        + method
        + "\",\"params\":"
        + params
        + "}";
  }

  static String call(int id, String tool) {
    return request(id, "tools/call", "{\"name\":\"" + tool + "\"}");
  }

  OldClient with(String name, String value) {
    headers.put(name, value);
    return this;
  }

  OldClient without(String name) {
    headers.remove(name);
    return this;
  }

  @Nullable String header(String name) {
    return headers.get(name);
  }

  Response post(String json) {
    return postTo(uri.getRawPath(), json);
  }

  Response postTo(String path, String json) {
    return send("POST", path, "Content-Type: application/json\r\n", json);
  }

  Response get() {
    return send("GET", uri.getRawPath(), "", "");
  }

  Response delete() {
    return send("DELETE", uri.getRawPath(), "", "");
  }

  /** Sends a request over a connection of its own. */
  private Response send(String method, String path, String more, String body) {
    byte[] bytes = body.getBytes(UTF_8);
    StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
    head.append("Host: localhost:" + uri.getPort() + "\r\nConnection: close\r\n" + more);
    headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    head.append("Content-Length: " + bytes.length + "\r\n\r\n");
    try {
      Socket socket = new Socket(uri.getHost(), uri.getPort());
      socket.getOutputStream().write(head.toString().getBytes(ISO_8859_1));
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
      return new Response(socket);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** An event, or the fields of one. */
  record Event(@Nullable String id, @Nullable String type, @Nullable String retry, String data) {
    JsonNode json() {
      return McpJson.read(JsonNode.class, data.getBytes(UTF_8));
    }
  }

  /** A response whose body is read as it is asked for. */
  static final class Response implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final int status;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final BufferedReader lines;

    /** Signs of life keep a socket from being idle, so every response has a time of its own. */
    private final Future<?> deadline;

    private volatile boolean tooLate;

    Response(Socket socket) throws IOException {
      this.socket = socket;
      this.deadline = TIMER.schedule(this::giveUp, PATIENCE_SECONDS, TimeUnit.SECONDS);
      this.in = new BufferedInputStream(socket.getInputStream());
      this.status = Integer.parseInt(line().substring(9, 12));
      for (String line = line(); !line.isEmpty(); line = line()) {
        int colon = line.indexOf(':');
        headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
      }
      this.lines = new BufferedReader(new InputStreamReader(body(), UTF_8));
    }

    private void giveUp() {
      tooLate = true;
      close();
    }

    private InputStream body() throws IOException {
      if ("chunked".equals(headers.get("Transfer-Encoding"))) {
        return new Chunks();
      }
      String length = headers.get("Content-Length");
      return length == null
          ? InputStream.nullInputStream()
          : new ByteArrayInputStream(in.readNBytes(Integer.parseInt(length)));
    }

    private String line() throws IOException {
      StringBuilder line = new StringBuilder();
      for (int c = in.read(); c != '\n'; c = in.read()) {
        if (c < 0) {
          throw new EOFException();
        }
        line.append((char) c);
      }
      return line.toString().stripTrailing();
    }

    int status() {
      return status;
    }

    @Nullable String header(String name) {
      return headers.get(name);
    }

    boolean isStream() {
      return "text/event-stream".equals(header("Content-Type"));
    }

    /** The whole body. */
    String text() {
      return lines.lines().collect(Collectors.joining("\n"));
    }

    JsonNode json() {
      assertThat(header("Content-Type")).isEqualTo("application/json");
      return McpJson.read(JsonNode.class, text().getBytes(UTF_8));
    }

    /** The next event; null at the end of the stream. Comments are left out. */
    @Nullable Event event() {
      String id = null;
      String type = null;
      String retry = null;
      StringBuilder data = null;
      try {
        for (String line; (line = lines.readLine()) != null; ) {
          if (line.isEmpty() && (id != null || data != null || retry != null)) {
            return new Event(id, type, retry, data == null ? "" : data.toString());
          } else if (line.startsWith("id: ")) {
            id = line.substring(4);
          } else if (line.startsWith("event: ")) {
            type = line.substring(7);
          } else if (line.startsWith("retry: ")) {
            retry = line.substring(7);
          } else if (line.startsWith("data:")) {
            data = new StringBuilder(line.substring(5).strip());
          }
        }
        return null;
      } catch (IOException e) {
        if (tooLate) {
          throw new AssertionError("no event came", e);
        }
        return null;
      }
    }

    /** The next message in the stream. */
    JsonNode message() {
      for (Event event = event(); event != null; event = event()) {
        if (!event.data().isEmpty()) {
          return event.json();
        }
      }
      throw new AssertionError("the stream has ended");
    }

    /** All messages up to the end of the stream. */
    List<JsonNode> messages() {
      List<JsonNode> messages = new ArrayList<>();
      for (Event event = event(); event != null; event = event()) {
        if (!event.data().isEmpty()) {
          messages.add(event.json());
        }
      }
      return messages;
    }

    @Override
    public void close() {
      deadline.cancel(false);
      try {
        socket.close();
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    /** A body that comes in chunks. Reads no further than the chunk that has begun. */
    private final class Chunks extends InputStream {
      private int left;
      private boolean ended;

      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        if (left == 0 && !ended) {
          left = Integer.parseInt(line(), 16);
          ended = left == 0;
        }
        if (ended) {
          return -1;
        }
        int count = in.read(target, offset, Math.min(length, left));
        left -= count;
        if (left == 0) {
          line();
        }
        return count;
      }
    }
  }
}
