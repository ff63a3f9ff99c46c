/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.script;

import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.json.JsonText;
import dev.mcp4j.conformance.wire.AcceptedConnection;
import dev.mcp4j.conformance.wire.Bytes;
import dev.mcp4j.conformance.wire.Header;
import dev.mcp4j.conformance.wire.HttpListener;
import dev.mcp4j.conformance.wire.IncomingRequest;
import dev.mcp4j.conformance.wire.Recorder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.node.ObjectNode;

/** A scripted server over HTTP, on a port of its own. */
public final class HttpScriptedServer implements ScriptedServer {
  private static final String USUAL_PATH = "/mcp";

  private final Script script;
  private final String path;
  private final Gate gate;
  private final Inbox inbox = new Inbox();
  private final HttpListener listener;

  /**
   * Begins to serve.
   *
   * @param script what to answer
   * @param recorder what keeps the bytes
   */
  public HttpScriptedServer(Script script, Recorder recorder) {
    this(script, recorder, USUAL_PATH, Gate.OPEN);
  }

  /**
   * Begins to serve.
   *
   * @param script what to answer
   * @param recorder what keeps the bytes
   * @param path the path of the endpoint, with a slash before it, or empty
   * @param gate answers what is not to reach the server
   */
  public HttpScriptedServer(Script script, Recorder recorder, String path, Gate gate) {
    this.script = script;
    this.path = path;
    this.gate = gate;
    this.listener = new HttpListener(recorder, this::serve);
  }

  @Override
  public ObjectNode target() {
    return Json.object().put("http", "http://127.0.0.1:" + listener.port() + path);
  }

  @Override
  public Inbox inbox() {
    return inbox;
  }

  @Override
  public void close() {
    listener.close();
  }

  private void serve(AcceptedConnection connection) {
    List<Asked> served = new CopyOnWriteArrayList<>();
    try {
      for (Optional<IncomingRequest> request = connection.read();
          request.isPresent();
          request = connection.read()) {
        Optional<HttpReply> reply = gate.reply(request.get());
        if (reply.isPresent()) {
          reply.get().send(connection);
          continue;
        }
        Asked asked =
            new Asked(connection.number(), request, request.get().body(), new HttpWay(connection));
        served.add(asked);
        inbox.add(asked);
        asked.answer(script.answer(asked));
      }
    } catch (IOException e) {
      // The client has gone, which is its right.
    } finally {
      served.forEach(Asked::gone);
    }
  }

  /** Answers one request. */
  private static final class HttpWay implements Asked.Way {
    private final AcceptedConnection connection;
    private boolean streaming;

    HttpWay(AcceptedConnection connection) {
      this.connection = connection;
    }

    @Override
    public synchronized void event(ObjectNode message) {
      attempt(
          () -> {
            begin(200, false);
            write(Json.write(message));
          });
    }

    @Override
    public synchronized void finish(Answer answer, Optional<ObjectNode> message) {
      attempt(
          () -> {
            if (answer.asStream()) {
              begin(answer.status(), answer.oddHeaders());
            }
            if (!streaming) {
              whole(answer, message);
              return;
            }
            if (message.isPresent()) {
              write(JsonText.write(message.get(), answer.style()));
            }
            connection.chunk(Bytes.NONE);
          });
    }

    @Override
    public void cut() {
      connection.close();
    }

    private void whole(Answer answer, Optional<ObjectNode> message) throws IOException {
      Bytes body =
          message
              .map(m -> Bytes.utf8(JsonText.write(m, answer.style())))
              .or(answer::foreign)
              .orElse(Bytes.NONE);
      String type = message.isPresent() ? "application/json" : "text/plain";
      List<Header> headers = new ArrayList<>(answer.headers());
      if (!body.isEmpty()) {
        headers.add(header("Content-Type", type, answer.oddHeaders()));
      }
      connection.respond(answer.status(), headers, body);
    }

    private void begin(int status, boolean odd) throws IOException {
      if (!streaming) {
        streaming = true;
        connection.begin(
            status,
            List.of(
                header("Content-Type", "text/event-stream", odd),
                header("Cache-Control", "no-cache", odd)));
      }
    }

    private void write(String event) throws IOException {
      connection.chunk(Bytes.utf8("data: " + event + "\n\n"));
    }

    private static Header header(String name, String value, boolean odd) {
      return new Header(odd ? name.toUpperCase(Locale.ROOT) : name, value);
    }

    private static void attempt(Work work) {
      try {
        work.run();
      } catch (IOException e) {
        // The client has gone, which is its right.
      }
    }

    private interface Work {
      void run() throws IOException;
    }
  }
}
