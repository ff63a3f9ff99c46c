/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.script;

import dev.mcp4j.conformance.json.JsonStyle;
import dev.mcp4j.conformance.json.JsonText;
import dev.mcp4j.conformance.wire.Bytes;
import dev.mcp4j.conformance.wire.Recorder;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.node.ObjectNode;

/** One process that a client has started as its server. Safe for use by several threads. */
public final class ServedProcess {
  private final Socket socket;
  private final int number;
  private final Script script;
  private final Inbox inbox;
  private final Recorder recorder;
  private final int connection;
  private final DataOutputStream out;
  private final CountDownLatch inputClosed = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);

  ServedProcess(Socket socket, int number, Script script, Inbox inbox, Recorder recorder)
      throws IOException {
    this.socket = socket;
    this.number = number;
    this.script = script;
    this.inbox = inbox;
    this.recorder = recorder;
    this.connection = recorder.newConnection();
    this.out = new DataOutputStream(socket.getOutputStream());
  }

  /**
   * Writes a message.
   *
   * @param message the message
   */
  public void write(ObjectNode message) {
    write(JsonText.write(message, JsonStyle.PLAIN));
  }

  void write(String message) {
    send(Relay.DATA, (message + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes to the standard error.
   *
   * @param text what to write
   */
  public void complain(String text) {
    recorder.note(connection, "to stderr: " + text);
    transmit(Relay.ERROR, (text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Exits.
   *
   * @param code the exit code
   */
  public void exit(int code) {
    recorder.note(connection, "the server exits with " + code);
    transmit(Relay.EXIT, new byte[] {(byte) code});
  }

  /**
   * Waits until the client has closed the input.
   *
   * @param timeout how long
   * @return false if it has not
   */
  public boolean awaitEndOfInput(Duration timeout) {
    return await(inputClosed, timeout);
  }

  /**
   * Waits until the process has ended, for whatever reason.
   *
   * @param timeout how long
   * @return false if it has not
   */
  public boolean awaitEnd(Duration timeout) {
    return await(ended, timeout);
  }

  void close() {
    try {
      socket.close();
    } catch (IOException e) {
      recorder.note(connection, "closing failed: " + e.getMessage());
    }
  }

  void serve() {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try (DataInputStream in = new DataInputStream(socket.getInputStream())) {
      for (int kind = in.read(); kind >= 0; kind = in.read()) {
        byte[] bytes = in.readNBytes(in.readInt());
        if (kind == Relay.END) {
          recorder.note(connection, "the client closed the input");
          inputClosed.countDown();
          if (script.exitsAtEnd()) {
            exit(0);
          }
        }
        take(bytes, line);
      }
    } catch (IOException e) {
      // The process has gone, which is its right.
    } finally {
      ended.countDown();
    }
  }

  private void take(byte[] bytes, ByteArrayOutputStream line) {
    if (bytes.length > 0) {
      recorder.received(connection, bytes);
    }
    for (byte b : bytes) {
      if (b == '\n') {
        Asked asked =
            new Asked(number, Optional.empty(), Bytes.of(line.toByteArray()), new LineWay());
        line.reset();
        inbox.add(asked);
        asked.answer(script.answer(asked));
      } else {
        line.write(b);
      }
    }
  }

  private void send(int kind, byte[] bytes) {
    recorder.sent(connection, bytes, "");
    transmit(kind, bytes);
  }

  private synchronized void transmit(int kind, byte[] bytes) {
    try {
      Relay.frame(out, kind, bytes, bytes.length);
    } catch (IOException e) {
      // The process has gone, which is its right.
    }
  }

  private static boolean await(CountDownLatch latch, Duration timeout) {
    try {
      return latch.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Answers by lines. */
  private final class LineWay implements Asked.Way {
    @Override
    public void event(ObjectNode message) {
      write(message);
    }

    @Override
    public void finish(Answer answer, Optional<ObjectNode> message) {
      message.ifPresent(m -> write(JsonText.write(m, answer.style())));
    }

    @Override
    public void cut() {
      exit(1);
    }
  }
}
