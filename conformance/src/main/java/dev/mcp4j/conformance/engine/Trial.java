/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.engine;

import dev.mcp4j.conformance.catalogue.Revision;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.Ask;
import dev.mcp4j.conformance.peer.HeaderText;
import dev.mcp4j.conformance.peer.HttpServer;
import dev.mcp4j.conformance.peer.MessageStream;
import dev.mcp4j.conformance.peer.Peer;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.peer.Server;
import dev.mcp4j.conformance.peer.StdioServer;
import dev.mcp4j.conformance.peer.Transport;
import dev.mcp4j.conformance.shape.Shapes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One try of a property: its hands on the peer, and where it says what it found. */
public final class Trial {
  private static final AtomicLong IDS = new AtomicLong(1000);

  private final Session session;
  private final List<MessageStream> streams = new ArrayList<>();
  private final List<Runnable> looks = new ArrayList<>();
  private final List<Runnable> closers = new ArrayList<>();

  Trial(Session session) {
    this.session = session;
  }

  /**
   * Returns the revision.
   *
   * @return the revision that the server is checked by
   */
  public Revision revision() {
    return session.revision();
  }

  /**
   * Returns what looks at every reply.
   *
   * @return the observer of the suite
   */
  public Observer observer() {
    return session.observer();
  }

  /**
   * Returns what is known about the server.
   *
   * @return the profile
   */
  public Profile profile() {
    return session.profile();
  }

  /**
   * Returns the shapes of messages.
   *
   * @return the shapes of the revision
   */
  public Shapes shapes() {
    return session.shapes();
  }

  /**
   * Returns what is under test.
   *
   * @return the peer
   */
  public Peer peer() {
    return session.peer();
  }

  /**
   * Adds something to do at the end of the try.
   *
   * @param look looks at what has passed, and reports by {@link #observe}
   * @param close gives back what the try has used; the transcript ends before
   */
  public void atEnd(Runnable look, Runnable close) {
    looks.add(look);
    closers.add(close);
  }

  /**
   * Returns the server.
   *
   * @return the server
   */
  public Server server() {
    return (Server) session.peer();
  }

  /**
   * Returns the server, where it is known to be reached over HTTP.
   *
   * @return the server
   */
  public HttpServer http() {
    return (HttpServer) session.peer();
  }

  /**
   * Returns the server, where it is known to be reached over stdio.
   *
   * @return the server
   */
  public StdioServer stdio() {
    return (StdioServer) session.peer();
  }

  /**
   * Tells how the server is reached.
   *
   * @return true over HTTP
   */
  public boolean isHttp() {
    return session.peer().transport() == Transport.HTTP;
  }

  /**
   * Returns an id that was not used before.
   *
   * @return an integer
   */
  public JsonNode freshId() {
    return Json.NODES.numberNode(IDS.incrementAndGet());
  }

  /**
   * Begins a sound request.
   *
   * @param method the method
   * @return the request
   */
  public Ask ask(String method) {
    return session.observer().dialect().ask(this, method);
  }

  /**
   * Begins a sound request that every server answers.
   *
   * @return the request
   */
  public Ask askPlain() {
    return ask(session.observer().dialect().plainMethod());
  }

  /**
   * Begins the sound call of a tool, with the headers that mirror its arguments.
   *
   * @param tool the name of the tool
   * @param arguments the arguments
   * @return the request
   */
  public Ask call(String tool, ObjectNode arguments) {
    Ask ask = ask("tools/call").param("name", tool).param("arguments", arguments);
    if (ask.membership().isPresent()) {
      return ask;
    }
    profile()
        .tool(tool)
        .ifPresent(
            definition ->
                Mirrors.of(definition)
                    .forEach(
                        (property, name) -> {
                          JsonNode value = arguments.path(property);
                          if (value.isValueNode() && !value.isNull()) {
                            ask.headers().put(Mirrors.PREFIX + name, mirrored(value));
                          }
                        }));
    return ask;
  }

  /**
   * Begins the sound call of a tool without arguments.
   *
   * @param tool the name of the tool
   * @return the request
   */
  public Ask call(String tool) {
    return call(tool, Json.object());
  }

  /**
   * Begins the sound call of the tool that needs no arguments.
   *
   * @return the request
   */
  public Ask callPlainTool() {
    return call(profile().plainTool().orElseThrow().path("name").stringValue(""));
  }

  /**
   * Sends something and waits for the reply.
   *
   * @param ask what to send
   * @return the reply
   */
  public Reply send(Ask ask) {
    return seen(session.observer().dialect().send(this, ask));
  }

  /**
   * Sends a request and leaves its stream open, at most until the end of the try.
   *
   * @param ask the request
   * @return the stream
   */
  public MessageStream open(Ask ask) {
    MessageStream stream = server().open(ask);
    streams.add(stream);
    return stream;
  }

  /**
   * Has a reply looked at for what must hold in all replies.
   *
   * @param reply the reply
   * @return the same
   */
  public Reply seen(Reply reply) {
    session.observer().look(this, reply);
    return reply;
  }

  /**
   * Says what a reply must be like.
   *
   * @param requirement the requirement that demands it
   * @param reply the reply
   * @return where to say it
   */
  public Expectation expect(String requirement, Reply reply) {
    return new Expectation(this, requirement, reply);
  }

  /**
   * Demands something, if the revision does.
   *
   * @param requirement the requirement that demands it
   * @param holds whether it is so
   * @param expected what should be, for people
   * @param actual what is, for people
   * @throws Violation if it does not hold
   */
  public void expect(String requirement, boolean holds, String expected, String actual) {
    if (Demands.isForeign(session.revision(), requirement)) {
      return;
    }
    session.findings().evaluated(requirement);
    if (!holds) {
      throw new Violation(requirement, expected, actual);
    }
  }

  /**
   * Notes something that must hold in every exchange, if the revision demands it. Does not end the
   * try.
   *
   * @param requirement the requirement that demands it
   * @param holds whether it is so
   * @param expected what should be, for people
   * @param actual what is, for people
   */
  public void observe(String requirement, boolean holds, String expected, String actual) {
    if (Demands.isForeign(session.revision(), requirement)) {
      return;
    }
    session.findings().evaluated(requirement);
    if (!holds) {
      session.observed(new Violation(requirement, expected, actual));
    }
  }

  void begin() {
    session.peer().recorder().clear();
    streams.clear();
    looks.clear();
    closers.clear();
  }

  void lookBack() {
    looks.forEach(Runnable::run);
    looks.clear();
  }

  void end() {
    streams.forEach(MessageStream::close);
    streams.clear();
    closers.forEach(Runnable::run);
    closers.clear();
  }

  private static String mirrored(JsonNode value) {
    return HeaderText.encode(value.isString() ? value.stringValue() : Json.write(value));
  }
}
