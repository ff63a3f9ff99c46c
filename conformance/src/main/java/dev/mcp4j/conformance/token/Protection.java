/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.token;

import java.util.Set;

/**
 * How a server is protected.
 *
 * @param tokens the tokens that there are for it
 * @param demanded the scopes that it asks of a request without a token
 */
public record Protection(Tokens tokens, Set<String> demanded) {
  /** Copies the scopes. */
  public Protection {
    demanded = Set.copyOf(demanded);
  }
}
