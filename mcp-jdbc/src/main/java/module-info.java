/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Keeps what servers share in a relational database. */
@org.jspecify.annotations.NullMarked
module dev.mcp4j.jdbc {
  requires static transitive org.jspecify;
  requires transitive dev.mcp4j.server;
  requires transitive java.sql;

  exports dev.mcp4j.jdbc;
}
