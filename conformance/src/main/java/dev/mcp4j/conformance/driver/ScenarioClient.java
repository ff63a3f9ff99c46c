/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.driver;

import dev.mcp4j.conformance.peer.Peer;
import dev.mcp4j.conformance.peer.PeerGone;
import dev.mcp4j.conformance.peer.Transport;
import dev.mcp4j.conformance.wire.Recorder;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * A client without a driver, which is started for each scenario the way the official suite does it:
 * with the URL of a server as its last word, and the scenario in its environment.
 */
public final class ScenarioClient implements Peer {
  private final String command;
  private final List<String> scenarios;
  private final String revision;
  private final Duration patience;
  private final Recorder recorder;

  /**
   * Knows how to start the client; does not start it yet.
   *
   * @param command a command for the shell
   * @param scenarios names of scenarios that it knows
   * @param revision the revision it is to speak
   * @param patience how long a scenario may take
   * @param recorder what keeps the bytes
   */
  public ScenarioClient(
      String command,
      List<String> scenarios,
      String revision,
      Duration patience,
      Recorder recorder) {
    this.command = command;
    this.scenarios = List.copyOf(scenarios);
    this.revision = revision;
    this.patience = patience;
    this.recorder = recorder;
  }

  /**
   * Returns the scenarios to be played.
   *
   * @return their names
   */
  public List<String> scenarios() {
    return scenarios;
  }

  /**
   * Plays a scenario. Blocks until the client has ended, by itself or because it took too long.
   *
   * @param scenario its name
   * @param url the server to play it against
   * @throws PeerGone if the client cannot be started
   */
  public void play(String scenario, String url) {
    boolean windows = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("win");
    String line = command + " " + url;
    ProcessBuilder builder =
        new ProcessBuilder(
                windows ? List.of("cmd", "/c", line) : List.of("/bin/sh", "-c", "exec " + line))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("MCP_CONFORMANCE_SCENARIO", scenario);
    builder.environment().put("MCP_CONFORMANCE_PROTOCOL_VERSION", revision);
    recorder.note(0, "the client plays " + scenario);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (IOException e) {
      throw new PeerGone("cannot start " + command + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public Recorder recorder() {
    return recorder;
  }

  @Override
  public Duration patience() {
    return patience;
  }

  @Override
  public Transport transport() {
    return Transport.HTTP;
  }

  @Override
  public void close() {
    // Each process ends with its scenario.
  }
}
