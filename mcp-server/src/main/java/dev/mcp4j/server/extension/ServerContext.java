/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.extension;

import dev.mcp4j.server.event.EventBus;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.Executor;

/**
 * What a server offers to its extensions while it runs. Safe for use by several threads. Not meant
 * to be implemented by applications.
 */
public interface ServerContext {
  /**
   * Returns what runs handlers. They may block.
   *
   * @return the executor
   */
  Executor handlers();

  /**
   * Returns what runs short work that must not wait for handlers.
   *
   * @return the executor
   */
  Executor background();

  /**
   * Returns the clock of the server.
   *
   * @return the clock
   */
  Clock clock();

  /**
   * Returns the randomness of the server.
   *
   * @return the source
   */
  SecureRandom random();

  /**
   * Returns what carries events, also those of extensions.
   *
   * @return the bus
   */
  EventBus events();

  /**
   * Returns the tools of the server, to be run outside of a request.
   *
   * @return the tools
   */
  ToolCalls tools();

  /**
   * Calls an action many times a second, until the server is closed. It must not block; what takes
   * longer it hands to an executor.
   *
   * @param action the action
   */
  void onBeat(Runnable action);
}
