/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryEventBusTest {
  private static final ServerEvent EVENT = new ServerEvent.ToolsChanged();

  private final InMemoryEventBus bus = new InMemoryEventBus();

  @Test
  void everySubscriberGetsEveryEvent() {
    List<ServerEvent> one = new ArrayList<>();
    List<ServerEvent> two = new ArrayList<>();
    var unusedOne = bus.subscribe(one::add);
    var unusedTwo = bus.subscribe(two::add);

    bus.publish(EVENT);
    bus.publish(new ServerEvent.ResourceUpdated("a:b"));

    assertThat(one).containsExactly(EVENT, new ServerEvent.ResourceUpdated("a:b"));
    assertThat(two).isEqualTo(one);
  }

  @Test
  void subscriberThatFailsDisturbsNobody() {
    List<ServerEvent> seen = new ArrayList<>();
    var unusedFailing =
        bus.subscribe(
            event -> {
              throw new IllegalStateException("broken");
            });
    var unused = bus.subscribe(seen::add);

    bus.publish(EVENT);

    assertThat(seen).containsExactly(EVENT);
  }

  @Test
  void closedRegistrationGetsNothingAndLeavesTheOthersTheirs() {
    List<ServerEvent> seen = new ArrayList<>();
    EventBus.Registration first = bus.subscribe(seen::add);
    var unused = bus.subscribe(seen::add);

    first.close();
    first.close();
    bus.publish(EVENT);

    assertThat(seen).hasSize(1);
  }

  @Test
  void nothingIsNoEvent() {
    assertThatThrownBy(() -> bus.publish(null)).isInstanceOf(NullPointerException.class);
  }
}
