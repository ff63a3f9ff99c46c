/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.assertion;

import dev.mcp4j.api.notification.ProgressNotificationParams;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions about the progress of a call, report by report. */
public final class ProgressAssert
    extends AbstractAssert<ProgressAssert, List<ProgressNotificationParams>> {
  ProgressAssert(@Nullable List<ProgressNotificationParams> actual) {
    super(actual, ProgressAssert.class);
  }

  /**
   * Checks that each report is greater than the one before.
   *
   * @return this assertion
   */
  public ProgressAssert isIncreasing() {
    isNotNull();
    for (int i = 1; i < actual.size(); i++) {
      if (actual.get(i).progress() <= actual.get(i - 1).progress()) {
        throw failure("%nExpecting progress to increase, but it is%n  %s", steps());
      }
    }
    return this;
  }

  /**
   * Checks how far the work had come at each report.
   *
   * @param expected the progress of all reports, in order
   * @return this assertion
   */
  public ProgressAssert hasSteps(double... expected) {
    isNotNull();
    if (!steps().equals(Arrays.stream(expected).boxed().toList())) {
      throw failureWithActualExpected(
          steps(),
          expected,
          "%nExpecting progress%n  %s%nbut it is%n  %s",
          Arrays.toString(expected),
          steps());
    }
    return this;
  }

  /**
   * Checks what was said.
   *
   * @param expected the messages of the reports that have one, in order
   * @return this assertion
   */
  public ProgressAssert hasMessages(String... expected) {
    isNotNull();
    List<String> messages =
        actual.stream()
            .map(ProgressNotificationParams::message)
            .flatMap(Stream::ofNullable)
            .toList();
    if (!messages.equals(List.of(expected))) {
      throw failureWithActualExpected(
          messages,
          List.of(expected),
          "%nExpecting the messages%n  %s%nbut they are%n  %s",
          List.of(expected),
          messages);
    }
    return this;
  }

  private List<Double> steps() {
    return actual.stream().map(ProgressNotificationParams::progress).toList();
  }
}
