/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jdbc;

import java.nio.file.Path;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** Databases of H2. */
final class H2 {
  private H2() {}

  /** A database of its own in memory, which stays until the process ends. */
  static DataSource inMemory() {
    return source("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
  }

  /** The database in a file, which is closed with its last connection. */
  static DataSource inFile(Path file) {
    return source("jdbc:h2:file:" + file.toAbsolutePath());
  }

  private static DataSource source(String url) {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(url);
    return source;
  }
}
