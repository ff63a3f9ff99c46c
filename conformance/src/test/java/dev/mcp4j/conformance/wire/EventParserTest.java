/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventParserTest {
  @Test
  void everyKindOfLineEndEndsALine() throws IOException {
    assertThat(data("data: a\n\ndata: b\r\rdata: c\r\n\r\n")).containsExactly("a", "b", "c");
  }

  @Test
  void linesOfDataAreJoined() throws IOException {
    assertThat(data("data: a\ndata:  b\ndata\n\n")).containsExactly("a\n b\n");
  }

  @Test
  void commentsAndEventsThatSayNothingArePassedOver() throws IOException {
    assertThat(data(": hello\n\nevent: ping\n\ndata: a\n\n")).containsExactly("a");
  }

  @Test
  void idsAndTimesCountWithoutData() throws IOException {
    EventParser parser = parser("id: 7\ndata:\n\nretry: 500\n\nretry: soon\n\n");
    List<EventParser.Event> events = new ArrayList<>();
    while (!parser.isOver()) {
      parser.advance().ifPresent(events::add);
    }
    assertThat(events).extracting(event -> event.data().isEmpty()).containsExactly(true, true);
    assertThat(events.get(0).id()).contains("7");
    assertThat(events.get(1).retry()).contains(500L);
  }

  @Test
  void eventThatIsNotCompleteIsNone() throws IOException {
    assertThat(data("data: a\n\ndata: b\n")).containsExactly("a");
  }

  @Test
  void typeAndIdBelongToTheEvent() throws IOException {
    EventParser parser = parser("event: x\nid: 7\ndata: a\n\n");
    EventParser.Event event = null;
    while (event == null) {
      event = parser.advance().orElse(null);
    }
    assertThat(event.type()).isEqualTo("x");
    assertThat(event.id()).contains("7");
  }

  private static List<String> data(String text) throws IOException {
    EventParser parser = parser(text);
    List<String> data = new ArrayList<>();
    while (!parser.isOver()) {
      parser.advance().ifPresent(event -> data.add(event.data().text()));
    }
    return data;
  }

  private static EventParser parser(String text) {
    return new EventParser(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
