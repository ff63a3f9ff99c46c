/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import java.io.Serial;

/**
 * A schema is written in a dialect other than JSON Schema 2020-12 and draft-07.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic#schema-dialect">Schema
 *     dialect</a>
 */
public final class UnsupportedDialectException extends InvalidSchemaException {

  @Serial private static final long serialVersionUID = 1L;

  /** The URI of the dialect. */
  private final String dialect;

  UnsupportedDialectException(String path, String dialect) {
    super(
        path,
        "the dialect "
            + JsonText.quote(dialect)
            + " is not supported, only "
            + Dialect.DRAFT_2020_12.id()
            + " and "
            + Dialect.DRAFT_07.id());
    this.dialect = dialect;
  }

  /**
   * The dialect the schema names.
   *
   * @return the value of {@code $schema}
   */
  public String dialect() {
    return dialect;
  }
}
