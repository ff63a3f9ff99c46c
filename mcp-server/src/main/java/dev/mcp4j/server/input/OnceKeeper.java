/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.input;

import tools.jackson.databind.JsonNode;

/** Is told of the actions of {@code once}. */
interface OnceKeeper {
  /** Outcomes travel with the questions alone. */
  OnceKeeper NONE =
      new OnceKeeper() {
        @Override
        public void begin(String key) {}

        @Override
        public void keep(String key, JsonNode outcome) {}
      };

  /** An action is about to run. */
  void begin(String key);

  /** An action has run; its outcome is not known to the handler yet. */
  void keep(String key, JsonNode outcome);
}
