/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.script;

import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.wire.Recorder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A scripted server on stdio. The client starts a {@link Relay} as its child, which connects to the
 * suite; each process counts as a connection.
 */
public final class StdioScriptedServer implements ScriptedServer {
  /** A file, since a class path is too long for anybody to read. */
  private static final Path RELAY_OPTIONS = relayOptions();

  private final Script script;
  private final Recorder recorder;
  private final Inbox inbox = new Inbox();
  private final ServerSocket socket;
  private final List<ServedProcess> processes = new ArrayList<>();

  /**
   * Waits for processes.
   *
   * @param script what to answer
   * @param recorder what keeps the bytes
   */
  public StdioScriptedServer(Script script, Recorder recorder) {
    this.script = script;
    this.recorder = recorder;
    try {
      this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::accept);
  }

  @Override
  public ObjectNode target() {
    ObjectNode target = Json.object();
    ArrayNode words = target.putArray("stdio");
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.add("@" + RELAY_OPTIONS);
    words.add(Relay.class.getName()).add(String.valueOf(socket.getLocalPort()));
    return target;
  }

  @Override
  public Inbox inbox() {
    return inbox;
  }

  /**
   * Waits until so many processes were started.
   *
   * @param count how many
   * @param timeout how long
   * @return the processes, perhaps fewer
   */
  public synchronized List<ServedProcess> processes(int count, Duration timeout) {
    long end = System.nanoTime() + timeout.toNanos();
    long left = timeout.toMillis();
    while (processes.size() < count && left > 0) {
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
      left = (end - System.nanoTime()) / 1_000_000;
    }
    return List.copyOf(processes);
  }

  /**
   * Returns the process that was started last.
   *
   * @return the process, empty if there is none
   */
  public Optional<ServedProcess> latest() {
    List<ServedProcess> all = processes(0, Duration.ZERO);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      recorder.note(0, "closing failed: " + e.getMessage());
    }
    processes(0, Duration.ZERO).forEach(ServedProcess::close);
  }

  private static Path relayOptions() {
    try {
      Path file = Files.createTempFile("conformance-relay", ".options");
      file.toFile().deleteOnExit();
      String classPath = System.getProperty("java.class.path").replace("\\", "\\\\");
      Files.writeString(
          file,
          "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -cp \"" + classPath + "\"\n");
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket relay = socket.accept();
        relay.setTcpNoDelay(true);
        add(relay);
      } catch (IOException e) {
        return;
      }
    }
  }

  private synchronized void add(Socket relay) throws IOException {
    ServedProcess process = new ServedProcess(relay, processes.size() + 1, script, inbox, recorder);
    processes.add(process);
    notifyAll();
    daemon(process::serve);
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "scripted-stdio-server");
    thread.setDaemon(true);
    thread.start();
  }
}
