/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.schema.Default;
import dev.mcp4j.schema.Description;
import dev.mcp4j.schema.Pattern;
import dev.mcp4j.schema.Range;
import dev.mcp4j.schema.SchemaGenerator;
import dev.mcp4j.schema.Size;
import dev.mcp4j.schema.UserTypes;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The JSON Schema of a record. */
public final class RecordSchemas {
  // @start region="record"
  enum Priority {
    LOW,
    HIGH
  }

  sealed interface Shape {}

  record Circle(double radius) implements Shape {}

  record Square(double side) implements Shape {}

  record Drawing(
      @Description("what the drawing shows") @Size(min = 1, max = 40) String title,
      @Pattern("^[A-Z]{2}$") String country,
      @Default("1") @Range(min = 1, max = 10) int copies,
      @Default("LOW") Priority priority,
      Optional<LocalDate> due,
      List<Shape> shapes) {}

  // @end region="record"

  public static void main(String[] args) {
    // @start region="generate"
    SchemaGenerator generator = SchemaGenerator.of(UserTypes.standard());
    System.out.println(generator.inputSchema(Drawing.class).toPrettyString());
    // @end region="generate"
  }
}
