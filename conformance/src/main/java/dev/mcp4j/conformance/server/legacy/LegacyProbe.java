/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.legacy;

import dev.mcp4j.conformance.engine.CallPolicy;
import dev.mcp4j.conformance.engine.Profile;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.Ask;
import dev.mcp4j.conformance.peer.HttpServer;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.peer.Server;
import dev.mcp4j.conformance.peer.StdioServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Learns what a server of revision 2025-11-25 offers before it is tested. Judges nothing. */
public final class LegacyProbe {
  private static final int MOST_PAGES = 20;

  private final Conversation conversation;

  private LegacyProbe(Conversation conversation) {
    this.conversation = conversation;
  }

  /**
   * Asks a server what it has.
   *
   * @param server the server
   * @param call which of its tools may be called
   * @return what it has; empty if it does not speak the revision
   */
  public static Optional<Profile> probe(Server server, CallPolicy call) {
    JsonNode capabilities = Json.object(Conversation.EVERYTHING);
    Reply handshake =
        server.send(
            Conversation.initialize(Conversation.VERSION, capabilities, Conversation.freshId()));
    String version = handshake.result().path("protocolVersion").stringValue("");
    if (!version.equals(Conversation.VERSION)) {
      return Optional.empty();
    }
    Conversation conversation = Conversation.of(server, capabilities, handshake);
    conversation.ready();
    Profile profile = new LegacyProbe(conversation).profile(server, handshake.result(), call);
    conversation.end();
    if (server instanceof StdioServer stdio) {
      // A process can be greeted only once.
      stdio.close();
    }
    return Optional.of(profile);
  }

  private Profile profile(Server server, JsonNode result, CallPolicy call) {
    return new Profile(
        server.transport(),
        server instanceof HttpServer http && http.isLoopback(),
        result,
        true,
        list("tools/list", "tools"),
        list("prompts/list", "prompts"),
        list("resources/list", "resources"),
        list("resources/templates/list", "resourceTemplates"),
        call);
  }

  private List<JsonNode> list(String method, String member) {
    List<JsonNode> items = new ArrayList<>();
    Optional<JsonNode> cursor = Optional.empty();
    for (int page = 0; page < MOST_PAGES; page++) {
      Ask ask = conversation.ask(method);
      cursor.ifPresent(value -> ask.param("cursor", value));
      JsonNode result = conversation.send(ask).result();
      result.path(member).forEach(items::add);
      cursor = Optional.ofNullable(result.get("nextCursor")).filter(JsonNode::isString);
      if (cursor.isEmpty()) {
        break;
      }
    }
    return items;
  }
}
