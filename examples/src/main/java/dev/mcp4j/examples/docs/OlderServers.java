/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.api.EmptyNotificationParams;
import dev.mcp4j.api.NotificationMeta;
import dev.mcp4j.api.ProtocolVersion;
import dev.mcp4j.api.legacy.LegacyNotifications;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.legacy.EraCache;
import dev.mcp4j.client.legacy.LegacyOptions;
import dev.mcp4j.client.legacy.ServerEra;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.legacy.LegacyMode;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.net.URI;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A client of servers that begin with a handshake. */
public final class OlderServers {
  record Confirm(boolean sure) {}

  public static void main(String[] args) {
    try (McpServer server =
            McpServer.named("old", "1.0.0")
                .legacy(LegacyMode.ONLY)
                .tool(
                    "delete",
                    tool ->
                        tool.handle(
                            (none, call) ->
                                call.elicit("sure", "Really?", Confirm.class).orCancel().sure()
                                    ? "deleted"
                                    : "kept"))
                .build();
        HttpServerHandle http = server.serveHttp(0)) {
      findOut(http.uri());
      pin(http.uri());
      remember(http.uri());
    }
  }

  private static void findOut(URI uri) {
    // @start region="find-out"
    try (McpClient client =
        McpClient.builder()
            .http(uri)
            .onElicitation(form -> form.accept(new Confirm(true)))
            .build()) {
      System.out.println(client.call("delete").as(String.class));
      System.out.println("revision in use: " + client.protocolVersion());
    }
    // @end region="find-out"
  }

  private static void pin(URI uri) {
    // @start region="pin"
    McpClient client =
        McpClient.builder().http(uri).protocolVersion(ProtocolVersion.V2025_06_18).build();
    // @end region="pin"
    try (client) {
      System.out.println("pinned: " + client.discover().supportedVersions());
      // @start region="roots"
      client.send(
          LegacyNotifications.ROOTS_LIST_CHANGED,
          new EmptyNotificationParams(NotificationMeta.EMPTY));
      // @end region="roots"
    }
  }

  // @start region="cache"
  record KeptEras(Properties kept) implements EraCache {
    @Override
    public @Nullable ServerEra find(String server) {
      String text = kept.getProperty(server);
      return text == null ? null : ServerEra.parse(text);
    }

    @Override
    public void store(String server, ServerEra era) {
      kept.setProperty(server, era.toString());
    }
  }

  // @end region="cache"

  private static void remember(URI uri) {
    Properties kept = new Properties();
    // @start region="remember"
    LegacyOptions options = LegacyOptions.builder().eras(new KeptEras(kept)).build();
    try (McpClient client = McpClient.builder().http(uri).legacy(options).build()) {
      var unused = client.discover();
    }
    // @end region="remember"
    System.out.println("remembered: " + kept.getProperty(uri.toString()));
  }
}
