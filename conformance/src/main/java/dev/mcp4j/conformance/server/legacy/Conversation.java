/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.legacy;

import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.Ask;
import dev.mcp4j.conformance.peer.HttpServer;
import dev.mcp4j.conformance.peer.Membership;
import dev.mcp4j.conformance.peer.MessageStream;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.peer.Server;
import dev.mcp4j.conformance.peer.StdioServer;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a client and a server say to each other after one handshake: over HTTP a session, over stdio
 * the life of a process. Answers what the server asks while a reply is awaited.
 */
final class Conversation implements Membership {
  /** The revision that is spoken. */
  static final String VERSION = "2025-11-25";

  /** Everything that a client can declare. */
  static final String EVERYTHING =
      """
      {"elicitation":{"form":{},"url":{}},"sampling":{"tools":{},"context":{}},
       "roots":{"listChanged":true}}
      """;

  private static final AtomicLong IDS = new AtomicLong(1);
  private static final long LONGEST_PAUSE = 2_000;
  private static final int MOST_RETURNS = 5;

  private final Server server;
  private final ObjectNode capabilities;
  private final SessionState state = new SessionState();
  private final Set<Reply.Message> answered = Collections.newSetFromMap(new IdentityHashMap<>());
  private Respondent respondent = Respondent.WILLING;
  private String version = VERSION;
  private Optional<String> sessionId = Optional.empty();

  private Conversation(Server server, String capabilities) {
    this.server = server;
    this.capabilities = Json.object(capabilities);
  }

  /** Shakes hands, and says that the client is ready. */
  static Conversation begin(Server server, String capabilities) {
    Conversation conversation = greet(server, capabilities);
    conversation.ready();
    return conversation;
  }

  /** Shakes hands, but does not say yet that the client is ready. */
  static Conversation greet(Server server, String capabilities) {
    Conversation conversation = new Conversation(server, capabilities);
    conversation.take(server.send(conversation.initialize(VERSION)));
    return conversation;
  }

  /** The first request of any client. */
  static Ask initialize(String version, JsonNode capabilities, JsonNode id) {
    return Ask.request("initialize", id)
        .param("protocolVersion", version)
        .param("capabilities", capabilities)
        .param("clientInfo", Json.object("{\"name\":\"mcp4j-conformance\",\"version\":\"1\"}"));
  }

  private Ask initialize(String version) {
    return initialize(version, capabilities, freshId());
  }

  private void take(Reply reply) {
    version = reply.result().path("protocolVersion").stringValue(VERSION);
    sessionId = reply.head().flatMap(head -> head.header("Mcp-Session-Id"));
    state.unseen(reply);
  }

  /** Makes a conversation of a handshake that was made by hand. */
  static Conversation of(Server server, JsonNode capabilities, Reply handshake) {
    Conversation conversation = new Conversation(server, Json.write(capabilities));
    conversation.take(handshake);
    return conversation;
  }

  /** Says that the client is ready. */
  void ready() {
    state.ready();
    tell(notification("notifications/initialized")).ifPresent(state::unseen);
  }

  /** Chooses who answers what the server asks. */
  Conversation answeredBy(Respondent respondent) {
    this.respondent = respondent;
    return this;
  }

  SessionState state() {
    return state;
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public Optional<String> sessionId() {
    return sessionId;
  }

  @Override
  public JsonNode capabilities() {
    return capabilities;
  }

  static JsonNode freshId() {
    return Json.NODES.numberNode(IDS.incrementAndGet());
  }

  Ask ask(String method) {
    return Ask.request(method, freshId()).within(this);
  }

  /** The call of a tool that has no parameters. */
  Ask call(String tool) {
    return ask("tools/call").param("name", tool).param("arguments", Json.object());
  }

  /** The call of any tool of the fixture contract; some take a text. */
  Ask call(String tool, String text) {
    ObjectNode arguments = Json.object();
    switch (tool) {
      case "test_elicitation" -> arguments.put("message", text);
      case "test_sampling" -> arguments.put("prompt", text);
      default -> {
        // the others have no parameters
      }
    }
    return call(tool).param("arguments", arguments);
  }

  Ask notification(String method) {
    return Ask.notification(method).within(this);
  }

  Ask response(JsonNode id, String member, JsonNode value) {
    return Ask.response(id, member, value).within(this);
  }

  /** The request for the stream of what the server says by itself. */
  Ask get() {
    Ask get = Ask.notification("").within(this).verb("GET");
    get.headers().put("Accept", "text/event-stream");
    return get;
  }

  /** The request that goes on with a stream. */
  Ask resumption(String lastEventId) {
    Ask get = get();
    get.headers().put("Last-Event-ID", lastEventId);
    return get;
  }

  Ask delete() {
    return Ask.notification("").within(this).verb("DELETE");
  }

  /** Sends something that needs no answer. Over HTTP there is a reply all the same. */
  Optional<Reply> tell(Ask ask) {
    if (server instanceof StdioServer stdio) {
      stdio.tell(ask);
      return Optional.empty();
    }
    return Optional.of(server.send(ask));
  }

  /** Sends something, answers what is asked meanwhile, and comes back if the server hangs up. */
  Reply send(Ask ask) {
    if (!ask.isRequest() || !ask.isReadable()) {
      return server.send(ask);
    }
    try (MessageStream stream = server.open(ask)) {
      return finish(ask, read(stream));
    }
  }

  /** Sends a request whose stream is read by the caller. */
  MessageStream open(Ask ask) {
    return server.open(ask);
  }

  /** Reads a stream to its end, and answers what is asked on it. */
  Reply read(MessageStream stream) {
    Duration patience = server.patience();
    while (!stream.isOver() && stream.soFar().response().isEmpty()) {
      Optional<Reply.Message> message = stream.next(patience);
      if (message.isPresent()) {
        answer(message.get());
      } else if (!stream.isOver()) {
        return stream.soFar();
      }
    }
    return stream.readAll();
  }

  /** Answers a message if it asks for something. */
  void answer(Reply.Message message) {
    // Over stdio several streams may see the same message.
    if (message.isRequest() && answered.add(message)) {
      respondent.answer(this, message.node()).flatMap(this::tell).ifPresent(state::unseen);
    }
  }

  /** Answers a question, whether it was answered before or not. */
  void answerAgain(Reply.Message question) {
    respondent.answer(this, question.node()).flatMap(this::tell).ifPresent(state::unseen);
  }

  /** Goes on with a stream that ended too early, as often as it takes. */
  Reply finish(Ask ask, Reply first) {
    Reply reply = first;
    for (int i = 0; i < MOST_RETURNS && isUnfinished(reply); i++) {
      long pause = Math.min(LONGEST_PAUSE, reply.retry().orElse(100L));
      LockSupport.parkNanos(Duration.ofMillis(pause).toNanos());
      try (MessageStream more = server.open(resumption(reply.lastEventId().orElseThrow()))) {
        reply = state.joined(ask, reply, read(more));
      }
    }
    return reply;
  }

  private static boolean isUnfinished(Reply reply) {
    return reply.ending() == Reply.Ending.NO_RESPONSE && reply.lastEventId().isPresent();
  }

  /** Listens to what the server says by itself; empty if it has no stream for that. */
  Optional<MessageStream> listen() {
    if (server instanceof StdioServer stdio) {
      return Optional.of(stdio.listen(notification("")));
    }
    MessageStream stream = server.open(get());
    // The stream begins with an event without a message, if with any.
    stream.next(Duration.ofMillis(150));
    if (stream.isOver() && !stream.soFar().isStream()) {
      stream.close();
      return Optional.empty();
    }
    return Optional.of(stream);
  }

  /** Ends a session as a client should; over stdio, a process that only this used. */
  void end() {
    if (server instanceof HttpServer && sessionId.isPresent()) {
      try (MessageStream stream = server.open(delete())) {
        stream.readAll();
      }
    }
  }
}
