/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.tests;

import dev.mcp4j.server.McpServer;
import dev.mcp4j.testkit.Over;
import dev.mcp4j.testkit.ServedServer;
import dev.mcp4j.testkit.contract.TransportContract;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;

/** Every transport of the library keeps the contract of transports. */
class TransportContractTest {
  @Nested
  class InMemory extends TransportContract {
    @Override
    protected ServedServer serve(Class<? extends Supplier<McpServer>> factory) {
      return ServedServer.start(Over.IN_MEMORY, factory);
    }
  }

  @Nested
  class Stdio extends TransportContract {
    @Override
    protected ServedServer serve(Class<? extends Supplier<McpServer>> factory) {
      return ServedServer.start(Over.STDIO, factory);
    }
  }

  @Nested
  class Http extends TransportContract {
    @Override
    protected ServedServer serve(Class<? extends Supplier<McpServer>> factory) {
      return ServedServer.start(Over.HTTP, factory);
    }
  }
}
