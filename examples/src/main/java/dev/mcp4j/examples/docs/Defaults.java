/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.client.CacheSettings;
import dev.mcp4j.client.RelistenPolicy;
import dev.mcp4j.jsonrpc.JsonLimits;
import dev.mcp4j.schema.SchemaLimits;
import dev.mcp4j.server.InputLimits;
import dev.mcp4j.server.transport.HttpOptions;
import dev.mcp4j.server.transport.StdioOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Prints the defaults of options and limits. */
public final class Defaults {
  public static void main(String[] args) {
    System.out.println("Server, Streamable HTTP (HttpOptions)");
    HttpOptions http = HttpOptions.onPort(8080);
    print("bindHost", http.bindHost());
    print("path", http.path());
    print("maxBodyBytes", bytes(http.maxBodyBytes()));
    print("streamAfter", time(http.streamAfter()));
    print("callHeartbeat", time(http.callHeartbeat()));
    print("listenHeartbeat", time(http.listenHeartbeat()));
    print("writeDeadline", time(http.writeDeadline()));
    print("maxCalls", http.maxCalls());
    print("maxListens", http.maxListens());
    print("maxQueuedEvents", http.maxQueuedEvents());
    print("drain", time(http.drain()));
    print("allowOrigin", http.allowedOrigins());
    print("allowHost", http.allowedHosts());

    System.out.println("Server, stdio (StdioOptions)");
    StdioOptions stdio = StdioOptions.DEFAULT;
    print("maxMessageBytes", bytes(stdio.maxMessageBytes()));
    print("maxInFlight", stdio.maxInFlight());
    print("lookAheadBytes", bytes(stdio.lookAheadBytes()));
    print("maxListens", stdio.maxListens());
    print("maxQueued", stdio.maxQueued());
    print("drain", time(stdio.drain()));

    System.out.println("Server, questions (InputLimits)");
    InputLimits input = InputLimits.DEFAULTS;
    print("rounds", input.rounds());
    print("stateLifetime", time(input.stateLifetime()));
    print("stateLength", input.stateLength() + " characters");

    System.out.println("Both sides, JSON (JsonLimits)");
    print("maxDepth", JsonLimits.DEFAULT.maxDepth());
    print("maxNumberLength", JsonLimits.DEFAULT.maxNumberLength() + " characters");

    System.out.println("Both sides, schemas (SchemaLimits)");
    SchemaLimits schemas = SchemaLimits.DEFAULTS;
    print("depth", schemas.depth());
    print("nodes", schemas.nodes());
    print("patternLength", schemas.patternLength() + " characters");
    print("violations", schemas.violations());
    print("steps", schemas.steps());
    print("matcherSteps", schemas.matcherSteps());

    System.out.println("Client, Streamable HTTP (HttpOptions)");
    var calling =
        dev.mcp4j.client.transport.HttpOptions.of(URI.create("http://localhost:8080/mcp"));
    print("connectTimeout", time(calling.connectTimeout()));
    print("maxReplyBytes", bytes(calling.maxReplyBytes()));

    System.out.println("Client, stdio (StdioOptions)");
    var launching = dev.mcp4j.client.transport.StdioOptions.builder(List.of("server")).build();
    print("grace", time(launching.grace()) + " for each step");
    print("restart", launching.restart());
    print("maxMessageBytes", bytes(launching.maxMessageBytes()));

    System.out.println("Client, cache (CacheSettings)");
    print("maxEntries", CacheSettings.DEFAULT.maxEntries());
    print("maxBytes", bytes(CacheSettings.DEFAULT.maxBytes()));
    print("maxTtl", time(CacheSettings.DEFAULT.maxTtl()));

    System.out.println("Client, listening again (RelistenPolicy)");
    print("initialDelay", time(RelistenPolicy.DEFAULT.initialDelay()));
    print("maxDelay", time(RelistenPolicy.DEFAULT.maxDelay()));
    print("maxFailures", RelistenPolicy.DEFAULT.maxFailures());
  }

  private static void print(String option, Object value) {
    System.out.printf("  %-18s%s%n", option, value);
  }

  private static String bytes(long bytes) {
    return (bytes >> 20) + " MiB";
  }

  private static String time(Duration time) {
    if (time.toMillis() % 1000 != 0) {
      return time.toMillis() + " ms";
    } else if (time.toHours() >= 1) {
      return time.toHours() + " h";
    }
    return time.toMinutes() >= 1 ? time.toMinutes() + " min" : time.toSeconds() + " s";
  }
}
