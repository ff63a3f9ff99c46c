/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

  @Test
  void streamsThatHaveEndedMakeRoomBeforeThoseThatGoOn() {
    InMemoryEventLog log = new InMemoryEventLog(100, 10_000, 10_000);
    StreamKey first = new StreamKey(SESSION, "first");
    StreamKey ended = new StreamKey(SESSION, "ended");
    StreamKey last = new StreamKey(SESSION, "last");
    for (StreamKey stream : List.of(first, ended, last)) {
      log.append(stream, new byte[2_800]);
    }
    log.end(ended);

    log.append(last, new byte[2_800]);
    assertThat(log.read(ended, null, 10).events()).isEmpty();
    assertThat(log.read(first, null, 10).events()).hasSize(1);
    assertThat(log.read(last, null, 10).events()).hasSize(2);

    log.append(last, new byte[2_800]);
    assertThat(log.read(first, null, 10).gap()).isTrue();
    assertThat(log.read(last, null, 10).events()).hasSize(3);
    assertThat(log.bytes()).isEqualTo(9_000);

    log.append(first, new byte[700]);
    assertThat(log.read(last, null, 10).gap()).isFalse();
    log.append(first, new byte[700]);
    assertThat(log.read(last, null, 10).gap()).isTrue();
  }
}
