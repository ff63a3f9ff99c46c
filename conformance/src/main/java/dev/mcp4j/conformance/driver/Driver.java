/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.driver;

import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.Peer;
import dev.mcp4j.conformance.peer.PeerGone;
import dev.mcp4j.conformance.peer.Transport;
import dev.mcp4j.conformance.wire.Recorder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A client under test. Commands go to its driver as lines of JSON, {@code docs/conformance-clients}
 * describes them. Safe for use by several threads.
 */
public final class Driver implements Peer {
  private final Link link;
  private final Transport transport;
  private final Duration patience;
  private final Recorder recorder;
  private final Map<Long, CompletableFuture<Optional<JsonNode>>> open = new ConcurrentHashMap<>();
  private final AtomicLong ids = new AtomicLong();
  private final List<JsonNode> events = new ArrayList<>();
  private volatile @Nullable String ended;

  /**
   * Begins to talk to a driver.
   *
   * @param link the way to it
   * @param transport how the client is to reach servers
   * @param patience how long a command may take
   * @param recorder what keeps the bytes between client and server
   */
  public Driver(Link link, Transport transport, Duration patience, Recorder recorder) {
    this.link = link;
    this.transport = transport;
    this.patience = patience;
    this.recorder = recorder;
    link.start(this::take, this::end);
  }

  /**
   * Asks the driver who it is.
   *
   * @return its name, its version and its abilities
   * @throws PeerGone if it does not answer
   */
  public JsonNode hello() {
    Done hello = send(Json.object().put("do", "hello")).await();
    if (!hello.isOk()) {
      String why = hello.answer().isPresent() ? hello.brief() : "no answer to hello in time";
      throw new PeerGone("the driver is not usable: " + why, new IllegalStateException(why));
    }
    return hello.value();
  }

  /**
   * Sends a command.
   *
   * @param command the command, without its id
   * @return what waits for its end
   * @throws PeerGone if the driver has ended
   */
  public Pending send(ObjectNode command) {
    requireAlive();
    long id = ids.incrementAndGet();
    ObjectNode line = Json.object().put("id", id);
    line.setAll(command);
    CompletableFuture<Optional<JsonNode>> answer = new CompletableFuture<>();
    open.put(id, answer);
    String text = Json.write(line);
    note("the client is told", text);
    link.send(text);
    if (ended != null) {
      answer.complete(Optional.empty());
    }
    return new Pending(id, patience, answer);
  }

  /** Has the driver close all connections, and forgets what it told. */
  public void reset() {
    if (ended == null) {
      send(Json.object().put("do", "reset")).await();
    }
    synchronized (events) {
      events.clear();
    }
  }

  /**
   * Returns what the driver told of itself since the last reset.
   *
   * @param kind which events
   * @return the events in order
   */
  public List<JsonNode> events(Predicate<JsonNode> kind) {
    synchronized (events) {
      return events.stream().filter(kind).toList();
    }
  }

  /**
   * Waits for something that the driver tells of itself.
   *
   * @param kind which events
   * @param timeout how long
   * @return whether there is one
   */
  public boolean awaitEvent(Predicate<JsonNode> kind, Duration timeout) {
    long end = System.nanoTime() + timeout.toNanos();
    synchronized (events) {
      while (events.stream().noneMatch(kind)) {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          return false;
        }
        try {
          events.wait(left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return false;
        }
      }
      return true;
    }
  }

  /**
   * Makes sure that the driver still runs.
   *
   * @throws PeerGone if it has ended
   */
  public void requireAlive() {
    String why = ended;
    if (why != null) {
      String tail = why.isEmpty() ? "" : "; it wrote to stderr:\n" + why;
      throw new PeerGone("the driver has ended" + tail, new IllegalStateException("end of output"));
    }
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
    return transport;
  }

  @Override
  public void close() {
    link.close();
  }

  private void take(String text) {
    Optional<JsonNode> line = Json.read(text).filter(JsonNode::isObject);
    if (line.isEmpty()) {
      recorder.note(0, "the driver wrote what is no line of the protocol: " + shorten(text));
      return;
    }
    note("the client says", text);
    if (line.get().has("event")) {
      synchronized (events) {
        events.add(line.get());
        events.notifyAll();
      }
      return;
    }
    CompletableFuture<Optional<JsonNode>> waiting = open.remove(line.get().path("id").longValue(0));
    if (waiting != null) {
      waiting.complete(line);
    }
  }

  private void end(String explanation) {
    ended = explanation;
    open.values().forEach(waiting -> waiting.complete(Optional.empty()));
  }

  private void note(String what, String text) {
    recorder.note(0, what + ": " + shorten(text));
  }

  private static String shorten(String text) {
    return text.length() <= 2000 ? text : text.substring(0, 2000) + "…";
  }
}
