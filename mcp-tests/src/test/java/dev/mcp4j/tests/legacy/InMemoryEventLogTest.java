/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.tests.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.server.legacy.EventLog;
import dev.mcp4j.server.legacy.InMemoryEventLog;
import dev.mcp4j.server.legacy.SessionKey;
import dev.mcp4j.server.legacy.StreamKey;
import dev.mcp4j.testkit.legacy.EventLogContract;
import org.junit.jupiter.api.Test;

class InMemoryEventLogTest extends EventLogContract {
  @Override
  protected EventLog newLog(int maxEvents) {
    return new InMemoryEventLog(maxEvents, 1 << 20, 1 << 24);
  }

  private static StreamKey stream(int session, int stream) {
    return new StreamKey(new SessionKey("s" + session, null), "t" + session + "." + stream);
  }

  @Test
  void bytesOfAStreamAreBounded() {
    InMemoryEventLog log = new InMemoryEventLog(1_000, 10_000, 1 << 24);
    for (int i = 0; i < 100; i++) {
      log.append(stream(1, 1), new byte[1_000]);
    }
    assertThat(log.bytes()).isBetween(1_000L, 10_000L);
  }

  @Test
  void eventThatIsLargerThanTheStreamMayBeIsKeptAlone() {
    InMemoryEventLog log = new InMemoryEventLog(1_000, 10_000, 1 << 24);
    String small = log.append(stream(1, 1), new byte[10]);
    log.append(stream(1, 1), new byte[20_000]);

    assertThat(log.read(stream(1, 1), small, 10).events()).hasSize(1);
    assertThat(log.find(small, stream(1, 1).session())).isNull();
  }

  @Test
  void bytesOfAllStreamsTogetherAreBounded() {
    InMemoryEventLog log = new InMemoryEventLog(1_000, 1 << 20, 100_000);
    for (int session = 0; session < 50; session++) {
      for (int i = 0; i < 10; i++) {
        log.append(stream(session, 1), new byte[1_000]);
      }
      if (session % 2 == 0) {
        log.end(stream(session, 1));
      }
    }
    assertThat(log.bytes()).isLessThanOrEqualTo(100_000);
    // The latest is there.
    assertThat(log.read(stream(49, 1), null, 10).events()).hasSize(10);
  }

  @Test
  void streamsThatHaveEndedAreForgottenBeforeOthers() {
    InMemoryEventLog log = new InMemoryEventLog(1_000, 1 << 20, 10_000);
    log.append(stream(1, 1), new byte[3_000]);
    log.append(stream(2, 1), new byte[3_000]);
    log.end(stream(2, 1));
    log.append(stream(3, 1), new byte[5_000]);

    assertThat(log.read(stream(1, 1), null, 10).events()).hasSize(1);
    assertThat(log.read(stream(2, 1), null, 10).events()).isEmpty();
  }

  @Test
  void sessionKeepsItsLatestStreamsAfterTheirEnd() {
    InMemoryEventLog log = new InMemoryEventLog();
    for (int i = 0; i < 100; i++) {
      log.append(stream(1, i), new byte[1_000]);
      log.end(stream(1, i));
    }
    assertThat(log.bytes()).isLessThan(20 * 1_300L);
    assertThat(log.read(stream(1, 99), null, 10).last()).isTrue();
    assertThat(log.read(stream(1, 0), null, 10).events()).isEmpty();
  }

  @Test
  void nothingIsAppendedToAStreamThatHasEnded() {
    InMemoryEventLog log = new InMemoryEventLog();
    log.append(stream(1, 1), new byte[1]);
    log.end(stream(1, 1));

    assertThatThrownBy(() -> log.append(stream(1, 1), new byte[1]))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void deletedSessionsLeaveNoBytes() {
    InMemoryEventLog log = new InMemoryEventLog();
    for (int i = 0; i < 10; i++) {
      log.append(stream(1, i), new byte[1_000]);
    }
    log.delete(stream(1, 1).session());

    assertThat(log.bytes()).isZero();
  }
}
