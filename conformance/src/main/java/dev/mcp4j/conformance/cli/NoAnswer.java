/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.cli;

import dev.mcp4j.conformance.catalogue.Revision;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.Ask;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.peer.Server;
import dev.mcp4j.conformance.peer.StdioServer;

/** Says what a server does that does not speak the revision it is to be checked by. */
final class NoAnswer {
  private NoAnswer() {}

  static Impossible of(Server server, String revision) {
    Reply discovery = server.send(Ask.modern(revision, "server/discover", Json.string("probe")));
    StringBuilder text =
        new StringBuilder("the server does not answer requests of revision ").append(revision);
    text.append("\n  to server/discover: ").append(discovery.brief());
    String errors = server instanceof StdioServer stdio ? stdio.errors().strip() : "";
    Reply greeting = server.send(initialize());
    text.append("\n  to initialize: ");
    if (greeting.result().has("protocolVersion")) {
      text.append("it speaks revision ");
      text.append(greeting.result().path("protocolVersion").stringValue("?"));
    } else {
      text.append(greeting.brief());
    }
    if (discovery.status() == 401) {
      text.append("\n  it wants a token, or another one: --token TOKEN, or --authorization ISSUER");
    }
    if (!errors.isEmpty()) {
      text.append("\n  its standard error: ").append(errors.replace("\n", "\n    "));
    }
    return new Impossible(text.toString());
  }

  static Ask initialize() {
    return Ask.notification("initialize")
        .id(Json.string("probe initialize"))
        .param("protocolVersion", Revision.V2025_11_25.text())
        .param("capabilities", Json.object())
        .param("clientInfo", Json.object("{\"name\":\"mcp4j-conformance\",\"version\":\"1\"}"));
  }
}
