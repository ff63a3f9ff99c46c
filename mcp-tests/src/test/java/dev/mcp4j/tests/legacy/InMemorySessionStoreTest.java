/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.tests.legacy;

import dev.mcp4j.server.legacy.InMemorySessionStore;
import dev.mcp4j.server.legacy.SessionStore;
import dev.mcp4j.testkit.legacy.SessionStoreContract;
import dev.mcp4j.testkit.manual.ManualClock;
import java.time.Duration;

class InMemorySessionStoreTest extends SessionStoreContract {
  private final ManualClock clock = ManualClock.create();

  @Override
  protected SessionStore newStore(int max, int maxPerPrincipal) {
    return new InMemorySessionStore(max, maxPerPrincipal, clock);
  }

  @Override
  protected void pass(Duration time) {
    clock.advance(time);
  }
}
