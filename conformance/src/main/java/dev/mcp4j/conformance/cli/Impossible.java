/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.cli;

/** A run is not possible, for a reason that is told. */
final class Impossible extends RuntimeException {
  private static final long serialVersionUID = 1;

  Impossible(String message) {
    super(message);
  }
}
