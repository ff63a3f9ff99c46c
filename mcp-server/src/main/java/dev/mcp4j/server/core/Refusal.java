/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import dev.mcp4j.server.McpException;

/** A fault on its way from a check to whoever answers the request. */
final class Refusal extends McpException {
  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  Refusal(Fault fault) {
    super(fault.code(), fault.message(), fault.data());
    this.fault = fault;
  }

  Fault fault() {
    return fault;
  }
}
