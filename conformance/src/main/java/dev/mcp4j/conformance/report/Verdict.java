/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.report;

import dev.mcp4j.conformance.catalogue.Requirement;
import dev.mcp4j.conformance.engine.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What a run says about one requirement.
 *
 * @param requirement the requirement
 * @param status what was seen
 * @param looks how often it was looked at
 * @param properties what checks it
 * @param reason why it was not exercised or is not checkable, empty otherwise
 * @param finding what was seen, if it was not met
 */
public record Verdict(
    Requirement requirement,
    Status status,
    int looks,
    List<String> properties,
    String reason,
    Optional<Finding> finding) {
  /** Copies the list. */
  public Verdict {
    properties = List.copyOf(properties);
  }

  /**
   * Tells whether the requirement was seen not to be met.
   *
   * @return true also if it was seen once only
   */
  public boolean isFinding() {
    return status == Status.VIOLATED || status == Status.UNSTABLE;
  }
}
