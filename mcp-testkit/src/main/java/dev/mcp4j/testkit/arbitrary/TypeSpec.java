/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.arbitrary;

import java.util.List;

/**
 * The members of a type of the protocol, or the types it is one of.
 *
 * @param name the name of the type
 * @param members its members; empty if it is one of several types
 * @param alternatives the types it is one of; empty if it has members
 */
record TypeSpec(String name, List<MemberSpec> members, List<String> alternatives) {
  /**
   * A member.
   *
   * @param name its name
   * @param required whether it has to be there
   * @param kind what can stand there, as the table of members has it
   */
  record MemberSpec(String name, boolean required, String kind) {
    boolean isConstant() {
      return kind.startsWith("'");
    }

    /** The constant, or the words among which to choose. */
    List<String> words() {
      return isConstant()
          ? List.of(kind.substring(1, kind.length() - 1))
          : kind.contains("|") ? List.of(kind.split("\\|")) : List.of();
    }
  }
}
