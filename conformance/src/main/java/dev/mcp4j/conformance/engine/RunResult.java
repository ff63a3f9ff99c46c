/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run brought.
 *
 * @param suite what was run
 * @param profile what the server is
 * @param options how hard it was tried
 * @param outcomes how the properties ended, in order
 * @param findings what was found, by requirement
 * @param evaluated how often each requirement was looked at
 * @param aborted why the run ended early, empty if it did not
 * @param millis how long it took
 */
public record RunResult(
    Suite suite,
    Profile profile,
    Options options,
    List<Outcome> outcomes,
    List<Finding> findings,
    Map<String, Integer> evaluated,
    Optional<String> aborted,
    long millis) {
  /** Copies the collections. */
  public RunResult {
    outcomes = List.copyOf(outcomes);
    findings = List.copyOf(findings);
    evaluated = Map.copyOf(evaluated);
  }
}
