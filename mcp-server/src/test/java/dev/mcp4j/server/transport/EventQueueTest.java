/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EventQueueTest {
  private final AtomicInteger woken = new AtomicInteger();
  private final AtomicInteger rooms = new AtomicInteger();
  private final EventQueue queue = new EventQueue(2, woken::incrementAndGet);

  private static byte[] event(int number) {
    return new byte[] {(byte) number};
  }

  @Test
  void writerIsNotWokenBeforeItsFirstTake() {
    assertThat(queue.offer(event(1))).isTrue();
    assertThat(woken).hasValue(0);
    assertThat(queue.take().events()).containsExactly(event(1));
  }

  @Test
  void writerIsWokenOnceAfterItFoundNothing() {
    assertThat(queue.take().isNothing()).isTrue();
    queue.offer(event(1));
    queue.offer(event(2));
    assertThat(woken).hasValue(1);
    assertThat(queue.take().events()).containsExactly(event(1), event(2));
    assertThat(queue.take().isNothing()).isTrue();
    queue.close();
    assertThat(woken).hasValue(2);
  }

  @Test
  void eventKeepsItsPlaceUntilItIsWritten() {
    queue.offer(event(1));
    queue.offer(event(2));
    queue.take();
    assertThat(queue.offer(event(3))).isFalse();
    queue.written(1);
    assertThat(queue.offer(event(3))).isTrue();
  }

  @Test
  void fewLargeEventsFillTheQueueToo() {
    assertThat(queue.offer(new byte[5 << 20])).isTrue();
    assertThat(queue.offer(event(1))).isFalse();
  }

  @Test
  void actionRunsOnceWhenThereIsRoom() {
    queue.onRoom(rooms::incrementAndGet);
    assertThat(rooms).hasValue(1);
    queue.offer(event(1));
    queue.offer(event(2));
    queue.onRoom(rooms::incrementAndGet);
    assertThat(rooms).hasValue(1);
    queue.take();
    queue.written(1);
    queue.written(1);
    assertThat(rooms).hasValue(2);
  }

  @Test
  void actionNeverRunsAfterTheEnd() {
    queue.offer(event(1));
    queue.offer(event(2));
    queue.onRoom(rooms::incrementAndGet);
    queue.close();
    queue.take();
    queue.written(1);
    queue.onRoom(rooms::incrementAndGet);
    assertThat(rooms).hasValue(0);
  }

  @Test
  void closedQueueGivesWhatWaitsAsTheLast() {
    queue.offer(event(1));
    queue.close();
    queue.close();
    assertThat(queue.offer(event(2))).isFalse();
    EventQueue.Batch last = queue.take();
    assertThat(last.events()).containsExactly(event(1));
    assertThat(last.last()).isTrue();
  }

  @Test
  void endedQueueDropsWhatWaitsAndTellsItOnce() {
    queue.offer(event(1));
    assertThat(queue.end()).isTrue();
    assertThat(queue.end()).isFalse();
    assertThat(queue.take().isNothing()).isTrue();
    assertThat(queue.offer(event(2))).isFalse();
  }

  /** A writer that follows the rules loses no event and leaves none behind, however it is woken. */
  @Property(tries = 200)
  void everyEventThatIsTakenOnComesOutOnceAndInOrder(
      @ForAll @Size(max = 40) List<@IntRange(max = 3) Integer> steps) {
    AtomicInteger tasks = new AtomicInteger(1);
    EventQueue events = new EventQueue(3, tasks::incrementAndGet);
    List<Integer> offered = new ArrayList<>();
    List<Integer> written = new ArrayList<>();
    for (int step : steps) {
      if (step < 3) {
        int number = offered.size();
        if (events.offer(event(number))) {
          offered.add(number);
        }
      } else if (tasks.get() > 0) {
        tasks.decrementAndGet();
        write(events, written);
      }
      assertThat(tasks.get()).isLessThanOrEqualTo(1);
      assertThat(offered.size() - written.size()).isLessThanOrEqualTo(3);
    }
    while (tasks.get() > 0) {
      tasks.decrementAndGet();
      write(events, written);
    }
    assertThat(written).isEqualTo(offered);
  }

  private static void write(EventQueue events, List<Integer> written) {
    for (EventQueue.Batch batch = events.take(); !batch.isNothing(); batch = events.take()) {
      for (byte[] event : batch.events()) {
        written.add((int) event[0]);
        events.written(event.length);
      }
    }
  }
}
