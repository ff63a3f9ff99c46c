/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jdbc;

import java.sql.SQLException;

/** The database could not do what a store asked of it. The cause says why. */
public final class JdbcStoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  JdbcStoreException(String what, SQLException cause) {
    super(what + ": " + cause.getMessage(), cause);
  }

  JdbcStoreException(String what) {
    super(what);
  }
}
