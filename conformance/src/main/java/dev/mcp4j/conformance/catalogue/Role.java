/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.catalogue;

/** A side of the protocol. */
public enum Role {
  /** The side that offers tools, prompts and resources. */
  SERVER,
  /** The side that uses them. */
  CLIENT;

  /**
   * Returns the name of the role, for people.
   *
   * @return in lower case
   */
  public String text() {
    return this == SERVER ? "server" : "client";
  }
}
