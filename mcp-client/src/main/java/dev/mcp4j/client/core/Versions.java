/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.core;

import dev.mcp4j.client.UnsupportedProtocolVersionException;
import java.util.List;
import java.util.function.Function;

/**
 * The revision to speak. When the server refuses it, the request is repeated once in a revision
 * both know, even if that is the one just refused: a server may offer what it cannot have meant to
 * refuse.
 *
 * <p>Specification 2026-07-28: basic/versioning, Protocol Version Negotiation.
 */
final class Versions {
  private final List<String> preferred;
  private volatile String current;

  Versions(List<String> preferred) {
    this.preferred = List.copyOf(preferred);
    this.current = preferred.get(0);
  }

  String current() {
    return current;
  }

  <T> T run(Function<String, T> attempt) {
    try {
      return attempt.apply(current);
    } catch (UnsupportedProtocolVersionException e) {
      current = mutual(e);
    }
    return attempt.apply(current);
  }

  private String mutual(UnsupportedProtocolVersionException refusal) {
    for (String version : preferred) {
      if (refusal.supported().contains(version)) {
        return version;
      }
    }
    throw refusal;
  }
}
