/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.session;

import java.time.Duration;

/**
 * What a call that was refused waits for before it is sent again: that the user has been at some
 * web pages. For one thread.
 */
final class PageVisits {
  /** How long a server may take to tell that users are done with its pages, before it is asked. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Completions completions;
  private final Parked.Refused refused;
  private final Deadline patience = Deadline.in(PATIENCE);
  private boolean over;

  PageVisits(Completions completions, Parked.Refused refused) {
    this.completions = completions;
    this.refused = refused;
  }

  /**
   * Waits until the user is done, or for so long that the server had better be asked. False if the
   * time of the call is up before.
   */
  boolean await(Waiting waiting, Deadline deadline) throws InterruptedException {
    if (over) {
      return true;
    }
    Duration left = patience.left();
    Duration atMost = left.compareTo(deadline.left()) < 0 ? left : deadline.left();
    Boolean done = waiting.await(completions.all(refused.elicitations()), atMost);
    over = done != null || patience.isOver();
    return over;
  }

  /** Nobody waits any more. */
  void forget() {
    completions.forget(refused.elicitations());
  }
}
