/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.wire;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A process that is spoken to on its standard streams, line by line. Lines that it writes are kept
 * in order; readers look at them by their index. Safe for use by several threads.
 */
public final class ProcessConnection implements Closeable {
  private static final int KEPT_ERRORS = 4_000;
  private static final Duration LATE_ERRORS = Duration.ofMillis(500);
  private static final long BETWEEN_PIECES = 200_000;

  private final Process process;
  private final Recorder recorder;
  private final int number;
  private final List<Bytes> lines = new ArrayList<>();
  private final StringBuilder errors = new StringBuilder();
  private boolean over;
  private boolean errorsOver;

  private ProcessConnection(Process process, Recorder recorder) {
    this.process = process;
    this.recorder = recorder;
    this.number = recorder.newConnection();
  }

  /**
   * Starts a process.
   *
   * @param command a command for the shell
   * @param recorder what keeps the bytes
   * @return the connection
   * @throws IOException if there is no shell
   */
  public static ProcessConnection start(String command, Recorder recorder) throws IOException {
    boolean windows = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("win");
    List<String> words =
        windows ? List.of("cmd", "/c", command) : List.of("/bin/sh", "-c", command);
    ProcessConnection connection =
        new ProcessConnection(new ProcessBuilder(words).start(), recorder);
    connection.daemon("stdout", connection::readLines);
    connection.daemon("stderr", connection::readErrors);
    return connection;
  }

  /**
   * Writes bytes in pieces. They should end with a newline, but need not.
   *
   * @param bytes the bytes
   * @param cuts where to cut, in rising order
   * @throws IOException if the process does not read any more
   */
  public void write(Bytes bytes, List<Integer> cuts) throws IOException {
    byte[] all = bytes.toArray();
    recorder.sent(number, all, "");
    int from = 0;
    for (int cut : cuts) {
      int to = Math.min(Math.max(cut, from), all.length);
      process.getOutputStream().write(all, from, to - from);
      process.getOutputStream().flush();
      LockSupport.parkNanos(BETWEEN_PIECES);
      from = to;
    }
    process.getOutputStream().write(all, from, all.length - from);
    process.getOutputStream().flush();
  }

  /**
   * Returns how many lines there are.
   *
   * @return the index that the next line will have
   */
  public synchronized int size() {
    return lines.size();
  }

  /**
   * Waits for a line.
   *
   * @param index its index
   * @param timeout how long
   * @return the line without its newline, empty if it does not come in time or the output is over
   */
  public synchronized Optional<Bytes> line(int index, Duration timeout) {
    long end = System.nanoTime() + timeout.toNanos();
    while (index >= lines.size() && !over) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return Optional.empty();
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
    }
    return index < lines.size() ? Optional.of(lines.get(index)) : Optional.empty();
  }

  /**
   * Tells whether the process writes no more.
   *
   * @return true once its output has ended
   */
  public synchronized boolean isOver() {
    return over;
  }

  /**
   * Closes the input of the process and waits for its end.
   *
   * @param timeout how long
   * @return whether it ended in time
   */
  public boolean closeInput(Duration timeout) {
    try {
      recorder.note(number, "input closed");
      process.getOutputStream().close();
    } catch (IOException e) {
      recorder.note(number, "closing the input failed: " + e.getMessage());
    }
    try {
      return process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Returns the end of what the process wrote to its standard error. Waits a moment for the rest if
   * the process has ended its output.
   *
   * @return the text
   */
  public synchronized String errors() {
    long end = System.nanoTime() + LATE_ERRORS.toNanos();
    long left = LATE_ERRORS.toMillis();
    while (over && !errorsOver && left > 0) {
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
      left = (end - System.nanoTime()) / 1_000_000;
    }
    return errors.toString();
  }

  /** Ends the process by force. */
  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, "peer-" + number + "-" + name);
    thread.setDaemon(true);
    thread.start();
  }

  private void readLines() {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try (InputStream in = process.getInputStream()) {
      byte[] buffer = new byte[8192];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        byte[] read = java.util.Arrays.copyOf(buffer, count);
        recorder.received(number, read);
        for (byte b : read) {
          if (b == '\n') {
            add(line);
          } else {
            line.write(b);
          }
        }
      }
    } catch (IOException e) {
      recorder.note(number, "reading failed: " + e.getMessage());
    }
    if (line.size() > 0) {
      add(line);
    }
    synchronized (this) {
      over = true;
      notifyAll();
    }
  }

  private synchronized void add(ByteArrayOutputStream line) {
    lines.add(Bytes.of(line.toByteArray()));
    line.reset();
    notifyAll();
  }

  private void readErrors() {
    try (InputStream in = process.getErrorStream()) {
      byte[] buffer = new byte[4096];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        String text = Bytes.of(java.util.Arrays.copyOf(buffer, count)).text();
        synchronized (this) {
          errors.append(text);
          if (errors.length() > KEPT_ERRORS) {
            errors.delete(0, errors.length() - KEPT_ERRORS);
          }
        }
      }
    } catch (IOException e) {
      recorder.note(number, "reading stderr failed: " + e.getMessage());
    }
    synchronized (this) {
      errorsOver = true;
      notifyAll();
    }
  }
}
