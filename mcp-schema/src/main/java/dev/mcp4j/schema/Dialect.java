/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import org.jspecify.annotations.Nullable;

/** The dialects of JSON Schema understood here. */
enum Dialect {
  DRAFT_2020_12("https://json-schema.org/draft/2020-12/schema"),
  DRAFT_07("http://json-schema.org/draft-07/schema#");

  private final String id;

  Dialect(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  /**
   * The dialect that a value of {@code $schema} names, or null. An empty fragment is no difference.
   */
  static @Nullable Dialect of(String id) {
    for (Dialect dialect : values()) {
      if (withoutFragment(dialect.id).equals(withoutFragment(id))) {
        return dialect;
      }
    }
    return null;
  }

  /** Whether a URI, without fragment, is one of the dialect's own meta-schemas. */
  boolean isMetaSchema(String uri) {
    return uri.equals(withoutFragment(id))
        || (this == DRAFT_2020_12 && uri.startsWith("https://json-schema.org/draft/2020-12/meta/"));
  }

  private static String withoutFragment(String id) {
    return id.endsWith("#") ? id.substring(0, id.length() - 1) : id;
  }
}
