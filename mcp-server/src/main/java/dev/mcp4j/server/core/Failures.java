/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import dev.mcp4j.server.McpException;
import dev.mcp4j.server.auth.InsufficientScopeException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns what a handler throws into a fault. What was not meant for the peer goes to the log, and
 * the peer gets an id to find it there.
 */
final class Failures {
  private static final Logger log = LoggerFactory.getLogger(Failures.class);

  private final Supplier<String> ids;

  Failures(Supplier<String> ids) {
    this.ids = ids;
  }

  Fault of(Throwable thrown, String method) {
    if (thrown instanceof Refusal refusal) {
      return refusal.fault();
    }
    if (thrown instanceof InsufficientScopeException missing) {
      return new Fault(
          missing.code(),
          missing.error().message(),
          null,
          new Fault.Hint.Challenge(missing.scopes()));
    }
    if (thrown instanceof McpException failure) {
      return new Fault(
          failure.code(), failure.error().message(), failure.data(), Fault.Hint.None.INSTANCE);
    }
    String id = ids.get();
    log.error("{} failed [{}]", method, id, thrown);
    return Faults.internal("Internal error " + id);
  }
}
