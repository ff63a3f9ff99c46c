/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WriteDeadlineTest {
  private final WriteDeadline deadline = new WriteDeadline(10);

  @AfterEach
  void clearTheInterruptFlag() {
    var unused = Thread.interrupted();
  }

  @Test
  void writeThatTakesTooLongIsInterrupted() {
    deadline.start(100);

    deadline.tick(109);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    deadline.tick(110);
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }

  @Test
  void nobodyIsInterruptedBetweenWrites() {
    deadline.tick(1000);
    deadline.start(1000);
    deadline.stop();
    deadline.tick(2000);

    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void writeThatEndsWhenItsTimeIsUpLeavesNoInterruptBehind() {
    deadline.start(100);
    deadline.tick(110);

    deadline.stop();

    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void writeAfterOneThatCameLateHasADeadlineToo() {
    deadline.start(100);
    deadline.tick(110);
    deadline.stop();

    deadline.start(200);
    deadline.tick(209);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    deadline.tick(210);
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }
}
