/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

import dev.mcp4j.conformance.contract.ContractServer;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.wire.Bytes;
import dev.mcp4j.server.Caller;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.StdioOptions;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The contract server on stdio, with one fault: a program of its own, as clients start servers. */
final class FaultyStdioServer {
  /** What is wrong. */
  enum Kind {
    /** Nothing. */
    NONE(""),
    /** It greets on stdout. */
    BANNER("stdio.stdout-messages-only"),
    /** It writes messages over several lines. */
    SEVERAL_LINES("stdio.no-embedded-newline"),
    /** It stays when its input has ended. */
    IMMORTAL("stdio.exit-on-eof"),
    /** It does not notice cancellations. */
    DEAF_TO_CANCELLATION("stdio.cancel-stops-work"),
    /** It answers notifications. */
    ANSWERS_NOTIFICATIONS("notification.no-response"),
    /** It makes strings of ids. */
    IDS_AS_STRINGS("result.same-id"),
    /** It sends requests. */
    ASKS("pattern.server-sends-no-requests"),
    /** It forgets the subscription id. */
    ANONYMOUS_SUBSCRIPTIONS("meta.subscription-id"),
    /** It exits when it cannot read something, which it may. */
    FRAGILE("");

    private final String requirement;

    Kind(String requirement) {
      this.requirement = requirement;
    }

    String requirement() {
      return requirement;
    }
  }

  private final Kind kind;
  private final OutputStream out = System.out;

  private FaultyStdioServer(Kind kind) {
    this.kind = kind;
  }

  public static void main(String[] args) throws Exception {
    new FaultyStdioServer(Kind.valueOf(args[0])).serve();
  }

  private void serve() throws Exception {
    if (kind == Kind.BANNER) {
      write("Listening on stdio");
    }
    try (McpServer server = ContractServer.create()) {
      server.serve(
          new Input(System.in), new Output(), StdioOptions.DEFAULT, Caller.anonymous("stdio"));
    }
    if (kind == Kind.IMMORTAL) {
      new CountDownLatch(1).await();
    }
    System.exit(0);
  }

  private synchronized void write(String line) throws IOException {
    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private String spoil(String line) {
    ObjectNode message = Json.object(line);
    JsonNode id = message.path("id");
    switch (kind) {
      case SEVERAL_LINES -> {
        return message.path("result").has("content") ? message.toPrettyString() : line;
      }
      case IDS_AS_STRINGS -> {
        if (id.isNumber()) {
          message.put("id", id.toString());
        }
      }
      case ASKS -> {
        if (id.isNumber()) {
          return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}\n" + line;
        }
      }
      case ANONYMOUS_SUBSCRIPTIONS -> {
        if (message.path("method").stringValue("").contains("list_changed")) {
          ((ObjectNode) message.path("params")).remove("_meta");
        }
      }
      default -> {
        return line;
      }
    }
    return Json.write(message);
  }

  /** Lines to the server. */
  private final class Input extends FilterInputStream {
    private byte[] line = new byte[0];
    private int position;

    Input(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      if (position == line.length && !next()) {
        return -1;
      }
      return line[position++] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (position == line.length && !next()) {
        return -1;
      }
      int count = Math.min(length, line.length - position);
      System.arraycopy(line, position, target, offset, count);
      position += count;
      return count;
    }

    private boolean next() throws IOException {
      ByteArrayOutputStream read = new ByteArrayOutputStream();
      do {
        read.reset();
        int b = in.read();
        while (b >= 0 && b != '\n') {
          read.write(b);
          b = in.read();
        }
        if (b < 0) {
          return false;
        }
        read.write('\n');
      } while (swallows(Bytes.of(read.toByteArray())));
      line = read.toByteArray();
      position = 0;
      return true;
    }

    private boolean swallows(Bytes line) throws IOException {
      JsonNode message = Json.read(line).orElse(Json.NODES.missingNode());
      String method = message.path("method").stringValue("");
      if (kind == Kind.FRAGILE && !message.isObject()) {
        System.exit(1);
      }
      if (kind == Kind.ANSWERS_NOTIFICATIONS && !method.isEmpty() && !message.has("id")) {
        write("{\"jsonrpc\":\"2.0\",\"id\":null,\"result\":{}}");
      }
      return kind == Kind.DEAF_TO_CANCELLATION && method.equals("notifications/cancelled");
    }
  }

  /** Lines from the server. */
  private final class Output extends OutputStream {
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    @Override
    public synchronized void write(int b) throws IOException {
      if (b == '\n') {
        FaultyStdioServer.this.write(spoil(line.toString(StandardCharsets.UTF_8)));
        line.reset();
      } else {
        line.write(b);
      }
    }
  }
}
