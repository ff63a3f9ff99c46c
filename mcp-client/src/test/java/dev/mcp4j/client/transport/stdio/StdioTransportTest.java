/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.transport.stdio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.ProtocolVersion;
import dev.mcp4j.api.subscription.SubscriptionFilter;
import dev.mcp4j.client.CallTimeoutException;
import dev.mcp4j.client.ChangeListener;
import dev.mcp4j.client.LogCapture;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.McpClientBuilder;
import dev.mcp4j.client.PendingCall;
import dev.mcp4j.client.RelistenPolicy;
import dev.mcp4j.client.ReplyTooLargeException;
import dev.mcp4j.client.ServerProcessExitedException;
import dev.mcp4j.client.TransportException;
import dev.mcp4j.client.transport.StderrPolicy;
import dev.mcp4j.client.transport.StdioOptions;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.event.Level;

@Timeout(180)
class StdioTransportTest {
  private static StdioOptions.Builder options(String behaviour) {
    return StdioOptions.builder(StdioPeer.command(behaviour)).grace(Duration.ofSeconds(5));
  }

  private static McpClient client(StdioOptions.Builder options) {
    return McpClient.builder()
        .stdio(options.build())
        .protocolVersion(ProtocolVersion.V2026_07_28)
        .build();
  }

  private static Set<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("mcp-stdio-"))
        .collect(Collectors.toSet());
  }

  @Test
  void callsGoOverTheStreamsOfTheProcessWhichEndsOnClose() {
    Set<String> before = threads();
    try (McpClient client = client(options("echo"))) {
      assertThat(client.call("éa").as(String.class)).isEqualTo("éa");
      assertThat(client.call("b").as(String.class)).isEqualTo("b");
    }

    assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(threads())
        .as("threads end with the process")
        .hasSizeLessThanOrEqualTo(before.size() + 4);
  }

  @Test
  void noiseOnBothStreamsDoesNotBlockTheServer() {
    ByteArrayOutputStream stderr = new ByteArrayOutputStream();
    try (McpClient client =
        client(options("noisy").stderr(new StderrPolicy.Consume(stderr::writeBytes)))) {
      assertThat(client.call("a").as(String.class)).isEqualTo("a");
    }

    assertThat(stderr.toString(StandardCharsets.UTF_8)).endsWith("last words\n");
    assertThat(stderr.size()).isGreaterThan(300_000);
  }

  @Test
  void exitFailsOpenCallsWithCodeAndLastWords() {
    try (McpClient client = client(options("exit-on-call").restart(false))) {
      assertThatThrownBy(() -> client.call("a").result())
          .isInstanceOfSatisfying(
              ServerProcessExitedException.class,
              e -> {
                assertThat(e.exitCode()).isEqualTo(3);
                assertThat(e.stderrTail()).contains("cannot open the database");
              })
          .hasMessage(
              "the server process exited with code 3; last words: cannot open the database");
      assertThatThrownBy(() -> client.call("a").result()).isInstanceOf(TransportException.class);
    }
  }

  @Test
  void serverThatExitedIsLaunchedAgainByTheNextCall() {
    try (McpClient client = client(options("exit-on-call"))) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> client.call("a").result())
            .isInstanceOf(ServerProcessExitedException.class);
      }
    }
  }

  @Test
  void timedOutCallIsCancelledOnTheWire() {
    ByteArrayOutputStream stderr = new ByteArrayOutputStream();
    try (McpClient client =
        client(options("silent").stderr(new StderrPolicy.Consume(stderr::writeBytes)))) {
      assertThatThrownBy(() -> client.call("a").timeout(Duration.ofMillis(50)).result())
          .isInstanceOf(CallTimeoutException.class);
    }

    assertThat(stderr.toString(StandardCharsets.UTF_8).lines())
        .hasSize(2)
        .last()
        .asString()
        .contains("notifications/cancelled", "\"requestId\":1");
  }

  @Test
  void serverThatDoesNotReadBlocksNobody() {
    try (McpClient client = client(options("deaf").grace(Duration.ofMillis(100)))) {
      String large = "x".repeat(1 << 20);
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> client.call(large).timeout(Duration.ofMillis(50)).result())
            .isInstanceOf(CallTimeoutException.class);
      }
    }

    assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void serverThatDoesNotExitIsKilled() {
    try (McpClient client = client(options("stubborn").grace(Duration.ofMillis(100)))) {
      assertThat(client.call("a").as(String.class)).isEqualTo("a");
    }

    assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void childrenOfTheServerAreEndedToo() throws Exception {
    long child;
    try (McpClient client = client(options("parent").grace(Duration.ofMillis(500)))) {
      child = Long.parseLong(client.call("a").as(String.class));
      assertThat(ProcessHandle.of(child)).isPresent();
    }

    // A process that was killed is there until the system has collected it.
    Optional<ProcessHandle> left = ProcessHandle.of(child);
    try {
      if (left.isPresent()) {
        left.get().onExit().get(30, TimeUnit.SECONDS);
      }
    } finally {
      left.ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  @Test
  void serverThatClosesItsOutputIsEnded() {
    try (McpClient client =
        client(options("closes-stdout").grace(Duration.ofMillis(100)).restart(false))) {
      assertThatThrownBy(() -> client.call("a").result())
          .isInstanceOf(TransportException.class)
          .hasMessage("the server closed its standard output");
    }
  }

  @Test
  void replyOverTheLimitFailsItsCallAndTheNextSucceeds() {
    try (McpClient client = client(options("large"))) {
      assertThatThrownBy(() -> client.call("a").result())
          .isInstanceOfSatisfying(
              ReplyTooLargeException.class, e -> assertThat(e.limitBytes()).isEqualTo(16 << 20));
      assertThat(client.call("b").as(String.class)).isEqualTo("b");
    }
  }

  @Test
  void directoryAndEnvironmentAreHandedOn(@TempDir Path directory) {
    StdioOptions.Builder options =
        options("environment")
            .directory(directory)
            .environment("MCP_TEST", "ok")
            .stderr(new StderrPolicy.Discard());
    try (McpClient client = client(options)) {
      assertThat(client.call("a").as(String.class)).isEqualTo("ok " + directory.getFileName());
    }
  }

  @Test
  void programThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> McpClient.stdio("/no/such/program"))
        .isInstanceOf(TransportException.class)
        .hasMessageContaining("cannot launch /no/such/program");
    assertThatThrownBy(() -> McpClient.stdio(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void repliesFindTheirCallsAmongMany() {
    try (McpClient client = client(options("echo"))) {
      List<PendingCall<String>> calls = new ArrayList<>();
      for (int i = 0; i < 2_000; i++) {
        calls.add(client.call("tool-" + i).start(String.class));
      }

      for (int i = 0; i < calls.size(); i++) {
        assertThat(calls.get(i).await()).isEqualTo("tool-" + i);
      }
    }
  }

  @Test
  void subscriptionIsOpenedAgainInANewProcess() throws InterruptedException {
    BlockingQueue<String> events = new LinkedBlockingQueue<>();
    McpClientBuilder builder =
        McpClient.builder()
            .stdio(options("acknowledge-and-exit").build())
            .protocolVersion(ProtocolVersion.V2026_07_28)
            .relisten(new RelistenPolicy(Duration.ofMillis(1), Duration.ofMillis(1), 3));
    try (McpClient client = builder.build()) {
      client.listen(
          SubscriptionFilter.NONE,
          new ChangeListener() {
            @Override
            public void onAcknowledged(SubscriptionFilter filter) {
              events.add("acknowledged");
            }

            @Override
            public void resynchronize() {
              events.add("resynchronize");
            }
          });

      assertThat(List.of(events.take(), events.take(), events.take()))
          .containsExactly("acknowledged", "acknowledged", "resynchronize");
    }
  }

  @Test
  void standardErrorIsLoggedByLine() {
    try (LogCapture log = new LogCapture()) {
      try (McpClient client = client(options("noisy").stderr(new StderrPolicy.Log(Level.WARN)))) {
        client.call("a").result();
      }

      assertThat(log.lines())
          .filteredOn(line -> line.contains("dev.mcp4j.client.stderr"))
          .hasSize(2)
          .allMatch(line -> line.contains("WARN") && line.length() < 9_000)
          .last()
          .asString()
          .endsWith("java: last words");
    }
  }

  @Test
  void serverThatExitsAtTheEndOfItsInputIsNotTerminated() {
    ByteArrayOutputStream stderr = new ByteArrayOutputStream();
    try (McpClient client =
        client(options("slow-to-end").stderr(new StderrPolicy.Consume(stderr::writeBytes)))) {
      client.call("a").result();
    }

    assertThat(stderr.toString(StandardCharsets.UTF_8)).isEqualTo("end of input\n");
  }
}
