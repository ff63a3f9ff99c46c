/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import java.util.List;
import java.util.Locale;

/**
 * Suggests values of an argument while a user types it. Safe for use by several threads.
 *
 * <p>Specification 2026-07-28: server/utilities/completion.
 */
@FunctionalInterface
public interface Completer {
  /**
   * Suggests values.
   *
   * @param query what the user typed so far
   * @return the suggestions, the best first; the client gets the first 100 and learns how many
   *     there are
   * @throws McpException to fail with a JSON-RPC error
   * @throws Exception if it fails for a reason nobody else must learn
   */
  List<String> complete(CompletionQuery query) throws Exception;

  /**
   * Makes a completer of fixed values: suggests those that start with what was typed, without
   * regard to case.
   *
   * @param values the values, the best first
   * @return the completer
   */
  static Completer of(List<String> values) {
    List<String> copy = List.copyOf(values);
    return query -> {
      String typed = query.value().toLowerCase(Locale.ROOT);
      return copy.stream()
          .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(typed))
          .toList();
    };
  }
}
