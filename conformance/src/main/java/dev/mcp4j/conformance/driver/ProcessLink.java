/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.driver;

import dev.mcp4j.conformance.peer.PeerGone;
import dev.mcp4j.conformance.wire.Bytes;
import dev.mcp4j.conformance.wire.ProcessConnection;
import dev.mcp4j.conformance.wire.Recorder;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A driver that is a process, spoken to on its standard streams. */
public final class ProcessLink implements Link {
  private final ProcessConnection process;

  /**
   * Starts a driver.
   *
   * @param command a command for the shell
   */
  public ProcessLink(String command) {
    try {
      // The lines to and from a driver are no part of what passes between client and server.
      this.process = ProcessConnection.start(command, new Recorder());
    } catch (IOException e) {
      throw new PeerGone("cannot start " + command + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void start(Consumer<String> onLine, Consumer<String> onEnd) {
    Thread reader = new Thread(() -> read(onLine, onEnd), "driver");
    reader.setDaemon(true);
    reader.start();
  }

  private void read(Consumer<String> onLine, Consumer<String> onEnd) {
    for (int i = 0; ; i++) {
      Optional<Bytes> line = process.line(i, Duration.ofDays(1));
      if (line.isEmpty()) {
        onEnd.accept(process.errors().strip());
        return;
      }
      onLine.accept(line.get().text());
    }
  }

  @Override
  public void send(String line) {
    try {
      process.write(Bytes.utf8(line + "\n"), List.of());
    } catch (IOException e) {
      throw new PeerGone("the driver does not read any more: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    process.closeInput(Duration.ofSeconds(2));
    process.close();
  }
}
