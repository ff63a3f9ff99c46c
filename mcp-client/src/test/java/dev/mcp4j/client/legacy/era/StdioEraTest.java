/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.era;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.McpClientBuilder;
import dev.mcp4j.client.ServerProcessExitedException;
import dev.mcp4j.client.TransportException;
import dev.mcp4j.client.legacy.EraCache;
import dev.mcp4j.client.legacy.LegacyOptions;
import dev.mcp4j.client.transport.StdioOptions;
import dev.mcp4j.client.transport.stdio.OldStdioPeer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a client finds out what kind of server it has launched. */
@Timeout(180)
class StdioEraTest {
  @TempDir private Path folder;
  private Path starts;
  private final EraCache cache = EraCache.inMemory();

  @BeforeEach
  void noStarts() throws IOException {
    starts = Files.createFile(folder.resolve("starts"));
  }

  @AfterEach
  void noProcessIsLeft() {
    assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)).isEmpty();
  }

  private McpClientBuilder builder(String behaviour, Duration patience, boolean restart) {
    return McpClient.builder()
        .stdio(
            StdioOptions.builder(OldStdioPeer.command(behaviour, starts))
                .grace(Duration.ofSeconds(5))
                .restart(restart)
                .build())
        .legacy(LegacyOptions.builder().eras(cache).patience(patience).build());
  }

  private McpClientBuilder builder(String behaviour) {
    return builder(behaviour, Duration.ofSeconds(60), true);
  }

  private int starts() throws IOException {
    return Files.readAllLines(starts).size();
  }

  @Test
  void modernServerIsServedByTheProcessThatWasAsked() throws IOException {
    try (McpClient client = builder("modern").build()) {
      assertThat(client.call("t").as(String.class)).isEqualTo("modern");
      assertThat(client.protocolVersion()).isEqualTo("2026-07-28");
    }
    assertThat(starts()).isEqualTo(1);
  }

  @Test
  void oldServerIsServedByTheProcessThatWasAsked() throws IOException {
    try (McpClient client = builder("refuses").build()) {
      assertThat(client.call("t").as(String.class)).isEqualTo("old");
      assertThat(client.protocolVersion()).isEqualTo("2025-06-18");
    }
    assertThat(starts()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void serverThatDoesNotSurviveTheQuestionIsLaunchedAgainAndNotAsked(boolean restart)
      throws IOException {
    try (McpClient client = builder("exits", Duration.ofSeconds(60), restart).build()) {
      assertThat(client.call("t").as(String.class)).isEqualTo("old");
    }
    assertThat(starts()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"silent", "garbage"})
  void silenceSpeaksForAnOldServer(String behaviour) throws IOException {
    try (McpClient client = builder(behaviour, Duration.ofMillis(100), true).build()) {
      assertThat(client.call("t").as(String.class)).isEqualTo("old");
    }
    assertThat(starts()).isEqualTo(1);
  }

  @Test
  void lateAnswerOfAModernServerStillCounts() throws IOException {
    try (McpClient client = builder("slow-modern", Duration.ofMillis(100), true).build()) {
      assertThat(client.call("t").as(String.class)).isEqualTo("modern");
      assertThat(client.protocolVersion()).isEqualTo("2026-07-28");
    }
    assertThat(starts()).isEqualTo(1);
  }

  @Test
  void serverThatIsOfNoUseAfterTheQuestionIsLaunchedAgainAndNotAsked() throws IOException {
    try (McpClient client =
        builder("stuck", Duration.ofMillis(100), true).timeout(Duration.ofSeconds(2)).build()) {
      assertThat(client.call("t").timeout(Duration.ofSeconds(60)).as(String.class))
          .isEqualTo("old");
    }
    assertThat(starts()).isEqualTo(2);
  }

  @Test
  void whatIsRememberedIsNotAskedAgain() throws IOException {
    for (int i = 0; i < 2; i++) {
      try (McpClient client = builder("exits").build()) {
        assertThat(client.call("t").as(String.class)).isEqualTo("old");
      }
    }
    assertThat(starts()).as("twice for the first client, once for the second").isEqualTo(3);
  }

  @Test
  void otherCommandsOfTheSameProgramAreOtherServers() {
    try (McpClient client = builder("refuses").build()) {
      client.call("t").result();
    }
    try (McpClient client = builder("modern").build()) {
      assertThat(client.call("t").as(String.class)).isEqualTo("modern");
    }
  }

  @Test
  void oldServerThatExitsIsLaunchedAgainWithAHandshake() throws IOException {
    try (McpClient client = builder("refuses").build()) {
      assertThatThrownBy(() -> client.call("die").result())
          .isInstanceOfSatisfying(
              ServerProcessExitedException.class, e -> assertThat(e.exitCode()).isEqualTo(7));
      assertThat(client.call("t").as(String.class)).isEqualTo("old");
    }
    assertThat(starts()).isEqualTo(2);
  }

  @Test
  void oldServerThatExitsStaysAwayIfItShould() throws IOException {
    try (McpClient client = builder("refuses", Duration.ofSeconds(60), false).build()) {
      assertThatThrownBy(() -> client.call("die").result())
          .isInstanceOf(ServerProcessExitedException.class);
      assertThatThrownBy(() -> client.call("t").result()).isInstanceOf(TransportException.class);
    }
    assertThat(starts()).isEqualTo(1);
  }

  @Test
  void serverThatNeverStartsFailsTheCall() {
    StdioOptions broken =
        StdioOptions.builder(List.of(OldStdioPeer.command("x", starts).get(0), "-version")).build();
    try (McpClient client = McpClient.builder().stdio(broken).build()) {
      assertThatThrownBy(() -> client.call("t").result())
          .isInstanceOf(TransportException.class)
          .hasMessageContaining("the server");
    }
  }

  @Test
  void pinnedClientBeginsWithTheHandshake() throws IOException {
    try (McpClient client =
        McpClient.builder()
            .stdio(OldStdioPeer.command("exits", starts).toArray(String[]::new))
            .protocolVersion("2025-06-18")
            .build()) {
      assertThat(client.call("t").as(String.class)).isEqualTo("old");
    }
    assertThat(starts()).isEqualTo(1);
  }
}
