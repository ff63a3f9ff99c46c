/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.legacy;

import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.peer.MessageStream;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.peer.Server;
import dev.mcp4j.conformance.peer.StdioServer;
import java.util.Optional;

/** Conversations that a try has for itself, and gives back at its end. */
final class Conversations {
  private Conversations() {}

  /** The conversation that a reply belongs to. */
  static Optional<Conversation> of(Reply reply) {
    return reply.ask().membership().map(membership -> (Conversation) membership);
  }

  /** A server that nobody has spoken to: over stdio, a process of its own. */
  static Server fresh(Trial trial) {
    if (trial.server() instanceof StdioServer stdio) {
      StdioServer sibling = stdio.sibling();
      trial.atEnd(() -> {}, sibling::close);
      return sibling;
    }
    return trial.server();
  }

  /** A conversation with a client that can do what is said. */
  static Conversation begin(Trial trial, String capabilities) {
    return kept(trial, Conversation.begin(fresh(trial), capabilities));
  }

  /** A conversation whose client has not said yet that it is ready. */
  static Conversation greet(Trial trial, String capabilities) {
    return kept(trial, Conversation.greet(fresh(trial), capabilities));
  }

  /** Another conversation with a client that can do everything. */
  static Conversation another(Trial trial) {
    return begin(trial, Conversation.EVERYTHING);
  }

  static Conversation kept(Trial trial, Conversation conversation) {
    trial.atEnd(() -> {}, conversation::end);
    return conversation;
  }

  /** Listens to what the server says by itself, and has it looked at when the try ends. */
  static Optional<MessageStream> listen(Trial trial, Conversation conversation) {
    Optional<MessageStream> stream = conversation.listen();
    stream.ifPresent(open -> trial.atEnd(() -> trial.seen(open.soFar()), open::close));
    return stream;
  }
}
