/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.modern;

import dev.mcp4j.conformance.catalogue.Revision;
import dev.mcp4j.conformance.engine.CallPolicy;
import dev.mcp4j.conformance.engine.Profile;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.Ask;
import dev.mcp4j.conformance.peer.HttpServer;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.peer.Server;
import dev.mcp4j.conformance.peer.StdioServer;
import dev.mcp4j.conformance.server.task.TaskProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Learns what a server offers before it is tested. Judges nothing. */
public final class ModernProbe {
  private static final int MOST_PAGES = 20;

  private final Server server;
  private int id;

  private ModernProbe(Server server) {
    this.server = server;
  }

  /**
   * Asks a server what it has.
   *
   * @param server the server
   * @param call which of its tools may be called
   * @return what it has; empty if it does not speak the revision at all
   */
  public static Optional<Profile> probe(Server server, CallPolicy call) {
    return new ModernProbe(server).probe(call);
  }

  private Optional<Profile> probe(CallPolicy call) {
    Reply discovery = server.send(ask("server/discover"));
    List<JsonNode> tools = list("tools/list", "tools");
    if (!discovery.result().isObject() && tools.isEmpty() && !speaks(discovery)) {
      return Optional.empty();
    }
    List<JsonNode> prompts = list("prompts/list", "prompts");
    List<JsonNode> resources = list("resources/list", "resources");
    List<JsonNode> templates = list("resources/templates/list", "resourceTemplates");
    Profile profile =
        new Profile(
            server.transport(),
            server instanceof HttpServer http && http.isLoopback(),
            discovery.result(),
            hasLegacy(),
            tools,
            prompts,
            resources,
            templates,
            call);
    return Optional.of(TaskProbe.probe(server, profile, this::ask));
  }

  /** A server that refuses the revision by name speaks another one. */
  private static boolean speaks(Reply discovery) {
    boolean modernError =
        discovery.code().filter(code -> code >= -32099 && code <= -32020).isPresent();
    boolean unsupported = discovery.code().filter(code -> code == -32022).isPresent();
    return modernError && !unsupported;
  }

  private List<JsonNode> list(String method, String member) {
    List<JsonNode> items = new ArrayList<>();
    Optional<JsonNode> cursor = Optional.empty();
    for (int page = 0; page < MOST_PAGES; page++) {
      Ask ask = ask(method);
      cursor.ifPresent(value -> ask.param("cursor", value));
      JsonNode result = server.send(ask).result();
      result.path(member).forEach(items::add);
      cursor = Optional.ofNullable(result.get("nextCursor")).filter(JsonNode::isString);
      if (cursor.isEmpty()) {
        break;
      }
    }
    return items;
  }

  private boolean hasLegacy() {
    if (server instanceof StdioServer stdio) {
      // Over stdio, initialize decides about the whole process, so that gets one of its own.
      try (StdioServer sibling = stdio.sibling()) {
        return hasLegacy(sibling);
      }
    }
    return hasLegacy(server);
  }

  private boolean hasLegacy(Server server) {
    ObjectNode info = Json.object("{\"name\":\"mcp4j-conformance\",\"version\":\"1\"}");
    Ask ask =
        Ask.notification("initialize")
            .id(Json.NODES.numberNode(++id))
            .param("protocolVersion", Revision.V2025_11_25.text())
            .param("capabilities", Json.object())
            .param("clientInfo", info);
    return server.send(ask).result().has("protocolVersion");
  }

  private Ask ask(String method) {
    return Ask.modern(Revision.V2026_07_28.text(), method, Json.NODES.numberNode(++id));
  }
}
