/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InMemoryEventLogTest {
  private static final SessionKey SESSION = new SessionKey("session", null);
  private static final StreamKey READ = new StreamKey(SESSION, "read");

  private static void endMoreStreamsThanAreKept(InMemoryEventLog log) {
    for (int number = 0; number <= InMemoryEventLog.MAX_ENDED; number++) {
      StreamKey stream = new StreamKey(SESSION, "other " + number);
      log.append(stream, new byte[0]);
      log.end(stream);
    }
  }

  @Test
  void streamThatEndedIsKeptWhileSomebodyReadsIt() {
    InMemoryEventLog log = new InMemoryEventLog();
    EventLog.Watch watch = log.watch(READ, () -> {});
    String id = log.append(READ, new byte[] {1});
    log.end(READ);

    endMoreStreamsThanAreKept(log);

    assertThat(log.read(READ, null, 10).events())
        .extracting(EventLog.Event::id)
        .containsExactly(id);
    watch.close();
    endMoreStreamsThanAreKept(log);
    assertThat(log.read(READ, null, 10).events()).isEmpty();
  }
}
