/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.server.event.EventBus;
import dev.mcp4j.server.event.InMemoryEventBus;
import dev.mcp4j.testkit.contract.EventBusContract;

// @start region="test"
class OwnEventBusTest extends EventBusContract {
  @Override
  protected EventBus newBus() {
    return new InMemoryEventBus();
  }
}
// @end region="test"
