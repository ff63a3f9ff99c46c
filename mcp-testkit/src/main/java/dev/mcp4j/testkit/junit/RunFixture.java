/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.junit;

import dev.mcp4j.api.ProtocolVersion;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.McpClientBuilder;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.testkit.Over;
import dev.mcp4j.testkit.ServedServer;
import dev.mcp4j.testkit.Transcript;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a run is given: made when it is asked for, and closed together. For one thread. */
final class RunFixture implements AutoCloseable {
  private final McpTestRun run;
  private final Class<? extends Supplier<McpServer>> factory;
  private final Transcript transcript = new Transcript();
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private @Nullable ServedServer served;
  private @Nullable McpClient client;

  RunFixture(McpTestRun run, Class<? extends Supplier<McpServer>> factory) {
    this.run = run;
    this.factory = factory;
  }

  Transcript transcript() {
    return transcript;
  }

  McpServer server() {
    return served().server();
  }

  /** The client with every option at its default. */
  McpClient client() {
    McpClient made = client;
    if (made == null) {
      made = opened(builder().build());
      client = made;
    }
    return made;
  }

  /** Over HTTP, older revisions have their own transport, which nobody can look into. */
  McpClientBuilder builder() {
    McpClientBuilder builder =
        run.over() == Over.HTTP && ProtocolVersion.LEGACY.contains(run.revision())
            ? served().client()
            : McpClient.builder().transport(transcript.record(opened(served().transport())));
    return builder.protocolVersion(run.revision());
  }

  private ServedServer served() {
    ServedServer started = served;
    if (started == null) {
      started = opened(ServedServer.start(run.over(), factory));
      served = started;
    }
    return started;
  }

  private <C extends AutoCloseable> C opened(C resource) {
    open.push(resource);
    return resource;
  }

  @Override
  public void close() {
    IllegalStateException failure = null;
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        if (failure == null) {
          failure = new IllegalStateException("what a test was given could not be closed", e);
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
