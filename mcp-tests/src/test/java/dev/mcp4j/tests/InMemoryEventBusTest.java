/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.tests;

import dev.mcp4j.server.event.EventBus;
import dev.mcp4j.server.event.InMemoryEventBus;
import dev.mcp4j.testkit.contract.EventBusContract;

class InMemoryEventBusTest extends EventBusContract {
  @Override
  protected EventBus newBus() {
    return new InMemoryEventBus();
  }
}
