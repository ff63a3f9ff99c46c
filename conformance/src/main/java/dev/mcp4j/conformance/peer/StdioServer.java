/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.peer;

import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.wire.Bytes;
import dev.mcp4j.conformance.wire.ProcessConnection;
import dev.mcp4j.conformance.wire.Recorder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A server that is started by a command. One process serves all requests, as long as it lives. */
public final class StdioServer implements Server {
  private final String command;
  private final Duration patience;
  private final Recorder recorder;
  private final Set<String> usedIds = ConcurrentHashMap.newKeySet();
  private final AtomicInteger unreadable = new AtomicInteger();
  private @Nullable ProcessConnection connection;
  private final Map<Integer, Reply.Message> lines = new ConcurrentHashMap<>();
  private int starts;
  private int looked;

  /**
   * Knows how to start the server; does not start it yet.
   *
   * @param command a command for the shell
   * @param patience how long it may take to answer
   * @param recorder what keeps the bytes
   */
  public StdioServer(String command, Duration patience, Recorder recorder) {
    this.command = command;
    this.patience = patience;
    this.recorder = recorder;
  }

  @Override
  public Reply send(Ask ask) {
    StdioStream stream = open(ask);
    boolean answerable = ask.isRequest() && ask.isReadable();
    return answerable ? stream.readAll() : stream.readBriefly();
  }

  @Override
  public StdioStream open(Ask ask) {
    ProcessConnection process = process();
    ask.id().ifPresent(id -> usedIds.add(Json.write(id)));
    if (!ask.isReadable()) {
      unreadable.incrementAndGet();
    }
    StdioStream stream = new StdioStream(ask, process, this);
    write(process, line(ask.body()), ask);
    return stream;
  }

  /**
   * Sends something that needs no answer, and reads nothing.
   *
   * @param ask what to send
   */
  public void tell(Ask ask) {
    write(process(), line(ask.body()), ask);
  }

  /**
   * Reads what the server sends by itself from now on, without sending anything.
   *
   * @param ask what stands for the request that there is none of
   * @return what comes: requests, and notifications that belong to no request
   */
  public StdioStream listen(Ask ask) {
    return new StdioStream(ask, process(), this);
  }

  /**
   * Tells whether there is a process.
   *
   * @return false if the next message will start one
   */
  public boolean isRunning() {
    return connection != null && !connection.isOver();
  }

  /**
   * Ends the process by closing its input. The next request starts a new one.
   *
   * @return whether it exited in time
   */
  public boolean end() {
    ProcessConnection process = process();
    boolean ended = process.closeInput(patience);
    process.close();
    connection = null;
    return ended;
  }

  /**
   * Returns how many processes were started so far, to tell whether one died on the way.
   *
   * @return the number
   */
  public int starts() {
    return starts;
  }

  /**
   * Makes another server of the same kind, with a process of its own.
   *
   * @return the other server, not started yet
   */
  public StdioServer sibling() {
    return new StdioServer(command, patience, recorder);
  }

  /** The lines since the last time that are no messages, whoever they were meant for. */
  List<Bytes> strayLines(ProcessConnection process) {
    List<Bytes> stray = new ArrayList<>();
    int size = process.size();
    for (; looked < size; looked++) {
      process
          .line(looked, Duration.ZERO)
          .filter(line -> Json.read(line).filter(JsonNode::isObject).isEmpty())
          .ifPresent(stray::add);
    }
    return stray;
  }

  /** The message on a line, the same object for every stream that reads it. */
  Reply.Message message(int index, Bytes line) {
    return lines.computeIfAbsent(index, key -> Reply.Message.of(line));
  }

  void looked(int index) {
    looked = Math.max(looked, index);
  }

  /**
   * Returns the end of what the process wrote to its standard error.
   *
   * @return the text
   */
  public String errors() {
    return connection == null ? "" : connection.errors();
  }

  @Override
  public Recorder recorder() {
    return recorder;
  }

  @Override
  public Duration patience() {
    return patience;
  }

  @Override
  public Transport transport() {
    return Transport.STDIO;
  }

  @Override
  public void close() {
    if (connection != null) {
      connection.close();
    }
    connection = null;
  }

  boolean used(JsonNode id) {
    return usedIds.contains(Json.write(id));
  }

  /** Tells whether a response without an id may be a late one to something unreadable. */
  boolean excuses() {
    return unreadable.getAndUpdate(count -> Math.max(0, count - 1)) > 0;
  }

  void write(ProcessConnection process, Bytes bytes, Ask ask) {
    try {
      process.write(bytes, ask.cuts());
    } catch (IOException e) {
      recorder.note(0, "writing failed: " + e.getMessage());
    }
  }

  static Bytes line(Bytes message) {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    line.writeBytes(message.toArray());
    line.write('\n');
    return Bytes.of(line.toByteArray());
  }

  private ProcessConnection process() {
    ProcessConnection process = connection;
    if (process == null || process.isOver()) {
      close();
      try {
        process = ProcessConnection.start(command, recorder);
      } catch (IOException e) {
        throw new PeerGone("cannot start " + command + ": " + e.getMessage(), e);
      }
      connection = process;
      starts++;
      looked = 0;
      lines.clear();
    }
    return process;
  }
}
