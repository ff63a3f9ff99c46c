/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import dev.mcp4j.server.core.ServerCore;
import dev.mcp4j.server.event.EventBus;
import dev.mcp4j.server.extension.ServerContext;
import dev.mcp4j.server.extension.ToolCalls;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The features of the application, while the server runs.
 *
 * @param features the features
 */
record Extensions(List<Feature> features) implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Extensions.class);

  static Extensions start(
      List<Feature> features,
      McpServerBuilder builder,
      ServerCore core,
      ToolCalls tools,
      EventBus events) {
    ServerContext context = new Context(core, builder.clock, builder.random, events, tools);
    features.forEach(feature -> feature.start(context));
    return new Extensions(features);
  }

  @Override
  public void close() {
    for (Feature feature : features) {
      try {
        feature.close();
      } catch (RuntimeException e) {
        log.warn("A feature could not be closed", e);
      }
    }
  }

  private record Context(
      ServerCore core, Clock clock, SecureRandom random, EventBus events, ToolCalls tools)
      implements ServerContext {
    @Override
    public Executor handlers() {
      return core.threads().handlers();
    }

    @Override
    public Executor background() {
      return core.threads().background();
    }

    @Override
    public void onBeat(Runnable action) {
      var unused = core.ticker().add(now -> action.run());
    }
  }
}
