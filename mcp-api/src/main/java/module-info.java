/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The protocol as values: records, sealed unions, methods and error codes. */
@org.jspecify.annotations.NullMarked
module dev.mcp4j.api {
  requires static transitive org.jspecify;
  requires transitive tools.jackson.databind;

  exports dev.mcp4j.api;
}
