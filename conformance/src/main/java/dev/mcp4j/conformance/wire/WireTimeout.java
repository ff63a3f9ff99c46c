/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.wire;

import java.io.IOException;

/** Nothing came in time. */
public final class WireTimeout extends IOException {
  private static final long serialVersionUID = 1;

  WireTimeout(String message) {
    super(message);
  }
}
