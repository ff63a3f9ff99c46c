/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.api.ProtocolVersion;
import dev.mcp4j.jsonrpc.json.McpJson;
import dev.mcp4j.server.Caller;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.StdioOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import tools.jackson.databind.JsonNode;

/** A client at the other end of two byte streams: lines out, lines in. */
final class LineClient implements AutoCloseable {
  private final OutputStream out;
  private final BufferedReader in;
  private final Thread serving;

  LineClient(McpServer server) {
    try {
      Pipe requests = Pipe.open();
      Pipe responses = Pipe.open();
      out = Channels.newOutputStream(requests.sink());
      in =
          new BufferedReader(
              new InputStreamReader(Channels.newInputStream(responses.source()), UTF_8));
      InputStream serverIn = Channels.newInputStream(requests.source());
      OutputStream serverOut = Channels.newOutputStream(responses.sink());
      serving =
          new Thread(
              () -> {
                try (serverOut) {
                  server.serve(
                      serverIn, serverOut, StdioOptions.DEFAULT, Caller.anonymous("stdio"));
                } catch (InterruptedException | IOException e) {
                  throw new AssertionError(e);
                }
              });
      serving.start();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Shakes hands as a client of a revision that can do everything. */
  static LineClient of(McpServer server, String revision) {
    LineClient client = new LineClient(server);
    client.send(
        initialize(
            revision, "{\"sampling\":{},\"elicitation\":{\"form\":{},\"url\":{}},\"roots\":{}}"));
    assertThat(client.receive().at("/result/protocolVersion").asString()).isEqualTo(revision);
    client.send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
    return client;
  }

  static LineClient of(McpServer server) {
    return of(server, ProtocolVersion.V2025_11_25);
  }

  static String initialize(String revision, String capabilities) {
    return "{\"jsonrpc\":\"2.0\",\"id\":\"init\",\"method\":\"initialize\",\"params\":{\"protocolVersion\":\""
        + revision
        + "\",\"capabilities\":"
        + capabilities
        + ",\"clientInfo\":{\"name\":\"old\",\"version\":\"1\"}}}";
  }

  void send(String json) {
    try {
      out.write((json.replace("\n", "") + "\n").getBytes(UTF_8));
      out.flush();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  void request(int id, String method, String params) {
    send(
        "{\"jsonrpc\":\"2.0\",\"id\":"
            + id
            + ",\"method\":\""
            + method
            + "\",\"params\":"
            + params
            + "}");
  }

  void call(int id, String tool) {
    request(id, "tools/call", "{\"name\":\"" + tool + "\",\"arguments\":{}}");
  }

  void answer(JsonNode question, String result) {
    send("{\"jsonrpc\":\"2.0\",\"id\":" + question.get("id") + ",\"result\":" + result + "}");
  }

  /** The next message, whatever it is. */
  JsonNode receive() {
    try {
      String line = in.readLine();
      assertThat(line).as("a message").isNotNull();
      return McpJson.read(JsonNode.class, line.getBytes(UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The text of the result that comes next. */
  String text() {
    return receive().at("/result/content/0/text").asString();
  }

  @Override
  public void close() {
    try {
      out.close();
      serving.join();
      in.close();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
