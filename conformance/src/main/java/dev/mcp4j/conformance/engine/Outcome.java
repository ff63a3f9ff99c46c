/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.engine;

import java.util.Optional;

/**
 * How a property ended.
 *
 * @param property its name
 * @param status what happened
 * @param reason why it was skipped, or what went wrong in the suite; empty otherwise
 * @param tries how many tries were made
 * @param seed what gives the same tries again
 * @param millis how long it took
 */
public record Outcome(
    String property, Status status, Optional<String> reason, int tries, String seed, long millis) {
  /** What happened to a property. */
  public enum Status {
    /** It held in every try. */
    HELD,
    /** It was seen not to hold. */
    FAILED,
    /** It made no sense for this peer. */
    SKIPPED,
    /** The suite itself failed, or the peer went away or did not do what there is to begin with. */
    BROKEN
  }
}
