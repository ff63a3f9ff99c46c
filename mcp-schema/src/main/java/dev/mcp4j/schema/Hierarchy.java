/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import java.util.List;
import tools.jackson.databind.JavaType;

/**
 * The concrete types behind a base type, and the member that tells them apart.
 *
 * @param property the name of that member
 * @param inBean whether the types have the member themselves
 * @param branches the types, in the order Jackson has them
 */
record Hierarchy(String property, boolean inBean, List<Branch> branches) {

  /**
   * One concrete type.
   *
   * @param type the type
   * @param id the value of the member that stands for it
   */
  record Branch(JavaType type, String id) {}
}
