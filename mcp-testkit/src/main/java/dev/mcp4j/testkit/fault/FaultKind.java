/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.fault;

/** A way in which a connection goes wrong. */
public enum FaultKind {
  /** The connection breaks off. */
  CUT,
  /** Bytes arrive in small pieces. That is no fault, and must not make a difference. */
  SPLIT,
  /** Bytes arrive late. */
  DELAY,
  /** A line arrives twice. */
  REPEAT,
  /** A byte arrives as another one. */
  GARBLE,
  /** Nothing arrives any more, and nobody says so: the connection is half open. */
  SILENCE,
  /** The receiver reads slowly, so that the sender has to wait. */
  SLOW
}
