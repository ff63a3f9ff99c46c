/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.PeerGone;
import dev.mcp4j.conformance.peer.Transport;
import dev.mcp4j.conformance.wire.Recorder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DriverTest {
  private final Lines lines = new Lines();
  private final Recorder recorder = new Recorder();
  private final Driver driver = new Driver(lines, Transport.HTTP, Duration.ofMillis(200), recorder);

  @Test
  void answersFindTheirCommandsInWhateverOrderTheyCome() {
    Pending first = driver.send(Json.object().put("do", "one"));
    Pending second = driver.send(Json.object().put("do", "two"));
    lines.say("{\"id\":2,\"failed\":{\"message\":\"no\",\"code\":-32602}}");
    lines.say("{\"id\":1,\"ok\":[7]}");
    assertThat(first.await().isOk()).isTrue();
    assertThat(first.await().value().path(0).intValue()).isEqualTo(7);
    assertThat(second.await().isFailed()).isTrue();
    assertThat(second.await().code()).isEqualTo(-32602);
    assertThat(lines.sent)
        .containsExactly("{\"id\":1,\"do\":\"one\"}", "{\"id\":2,\"do\":\"two\"}");
  }

  @Test
  void commandWithoutAnAnswerNeitherSucceedsNorFails() {
    Done done = driver.send(Json.object().put("do", "nothing")).await();
    assertThat(done.isOk()).isFalse();
    assertThat(done.isFailed()).isFalse();
    assertThat(done.brief()).isEqualTo("neither success nor failure in time");
  }

  @Test
  void driverThatHasEndedIsGone() {
    Pending pending = driver.send(Json.object().put("do", "call"));
    lines.end("Exception in thread main");
    assertThat(pending.await().isOk()).isFalse();
    assertThatThrownBy(driver::requireAlive)
        .isInstanceOf(PeerGone.class)
        .hasMessageContaining("Exception in thread main");
    assertThatThrownBy(() -> driver.send(Json.object())).isInstanceOf(PeerGone.class);
  }

  @Test
  void driverThatDoesNotSayHelloIsNotUsable() {
    assertThatThrownBy(driver::hello)
        .isInstanceOf(PeerGone.class)
        .hasMessageContaining("no answer to hello in time");
  }

  @Test
  void eventsAreKeptUntilTheReset() {
    lines.say("{\"event\":\"changed\",\"what\":\"tools\"}");
    assertThat(driver.awaitEvent(event -> event.has("what"), Duration.ZERO)).isTrue();
    driver.reset();
    assertThat(driver.events(event -> true)).isEmpty();
  }

  @Test
  void lineThatIsNoneOfTheProtocolIsNoted() {
    lines.say("DEBUG hello");
    assertThat(recorder.transcript().text()).contains("no line of the protocol: DEBUG hello");
  }

  /** A driver that says what it is told to. */
  private static final class Lines implements Link {
    private final List<String> sent = new ArrayList<>();
    private Consumer<String> onLine = line -> {};
    private Consumer<String> onEnd = why -> {};

    @Override
    public void start(Consumer<String> onLine, Consumer<String> onEnd) {
      this.onLine = onLine;
      this.onEnd = onEnd;
    }

    @Override
    public void send(String line) {
      sent.add(line);
    }

    void say(String line) {
      onLine.accept(line);
    }

    void end(String why) {
      onEnd.accept(why);
    }

    @Override
    public void close() {}
  }
}
