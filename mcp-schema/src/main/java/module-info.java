/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** JSON Schema from Java types, and validation behind a small interface. */
@org.jspecify.annotations.NullMarked
module dev.mcp4j.schema {
  // Not static: the annotations on user types are read at run time.
  requires transitive org.jspecify;
  requires transitive tools.jackson.databind;
  requires com.networknt.schema;

  exports dev.mcp4j.schema;
}
