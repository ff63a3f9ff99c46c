/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.transport.stdio;

import dev.mcp4j.client.CallCancelledException;
import dev.mcp4j.client.McpClientException;
import dev.mcp4j.client.ServerProcessExitedException;
import dev.mcp4j.client.TransportException;
import dev.mcp4j.client.transport.MessageChannel;
import dev.mcp4j.client.transport.StderrPolicy;
import dev.mcp4j.client.transport.StdioOptions;
import dev.mcp4j.jsonrpc.framing.ByteSlice;
import dev.mcp4j.jsonrpc.framing.NdjsonDecoder;
import dev.mcp4j.jsonrpc.framing.NdjsonSink;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A child process as a channel. Four threads of its own serve it, one for each stream and one that
 * waits for the exit: each of them can block for good in the operating system, and no caller must.
 */
final class ProcessChannel implements MessageChannel {
  private static final int TAIL_BYTES = 16 * 1024;
  private static final int READ_BYTES = 64 * 1024;

  /** How long a process that has exited may be outlived by what is still in its pipes. */
  private static final Duration DRAIN = Duration.ofMillis(500);

  private static final Logger log = LoggerFactory.getLogger(ProcessChannel.class);

  private final StdioOptions options;
  private final Process process;
  private final ProcessTree tree;
  private final ProcessWriter writer;
  private final ByteRing tail = new ByteRing(TAIL_BYTES);
  private final AtomicBoolean closing = new AtomicBoolean();
  private final AtomicReference<@Nullable String> endedFor = new AtomicReference<>();
  private volatile boolean open = true;

  private ProcessChannel(StdioOptions options, Process process) {
    this.options = options;
    this.process = process;
    this.tree = new ProcessTree(process.toHandle());
    this.writer =
        new ProcessWriter(
            process.getOutputStream(), () -> endIfAlive("the server closed its standard input"));
  }

  static ProcessChannel launch(StdioOptions options) {
    ProcessBuilder builder = new ProcessBuilder(options.command());
    if (options.directory() != null) {
      builder.directory(options.directory().toFile());
    }
    builder.environment().putAll(options.environment());
    if (options.stderr() instanceof StderrPolicy.Inherit) {
      builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    }
    try {
      return new ProcessChannel(options, builder.start());
    } catch (IOException e) {
      throw new TransportException(
          "cannot launch %s: %s".formatted(options.command().get(0), e.getMessage()), e);
    }
  }

  @Override
  public void start(Receiver receiver) {
    Thread reader = thread("out", () -> read(receiver));
    Thread drain =
        thread("err", new StderrDrain(process.getErrorStream(), tail, options.stderr(), program()));
    thread("in", writer);
    thread("exit", () -> awaitExit(receiver, reader, drain));
  }

  @Override
  public void send(byte[] message) {
    if (!open) {
      throw new TransportException("the process of the server has ended", null);
    }
    writer.send(message);
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public String target() {
    return "stdio:" + program();
  }

  @Override
  public void close() {
    if (closing.compareAndSet(false, true)) {
      open = false;
      tree.end(writer::finish, options.grace());
    }
  }

  private String program() {
    return new File(options.command().get(0)).getName();
  }

  private Thread thread(String role, Runnable work) {
    Thread thread = new Thread(work, "mcp-stdio-%s-%d".formatted(role, process.pid()));
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void read(Receiver receiver) {
    NdjsonDecoder decoder =
        new NdjsonDecoder(
            options.maxMessageBytes(), new Lines(receiver, options.maxMessageBytes()));
    byte[] bytes = new byte[READ_BYTES];
    InputStream stdout = process.getInputStream();
    try {
      int length;
      while ((length = stdout.read(bytes)) >= 0) {
        decoder.feed(bytes, 0, length);
      }
      decoder.finish();
    } catch (IOException e) {
      log.debug("the standard output of the server was closed: {}", e.getMessage());
    } finally {
      endIfAlive("the server closed its standard output");
    }
  }

  /**
   * Without one of its streams the process is of no use; it is given the time to exit by itself.
   */
  private void endIfAlive(String reason) {
    open = false;
    if (!tree.awaitRoot(options.grace()) && !closing.get()) {
      endedFor.compareAndSet(null, reason);
      tree.terminate(options.grace());
    }
  }

  private void awaitExit(Receiver receiver, Thread reader, Thread drain) {
    try {
      int exitCode = process.waitFor();
      open = false;
      writer.finish();
      TimeUnit.MILLISECONDS.timedJoin(reader, DRAIN.toMillis());
      TimeUnit.MILLISECONDS.timedJoin(drain, DRAIN.toMillis());
      receiver.onClosed(() -> reason(exitCode));
    } catch (InterruptedException e) {
      // Nobody has a reference to this thread to interrupt it with.
      Thread.currentThread().interrupt();
    }
  }

  private McpClientException reason(int exitCode) {
    String reason = endedFor.get();
    if (closing.get()) {
      return new CallCancelledException("the client was closed", null);
    }
    return reason == null
        ? new ServerProcessExitedException(exitCode, tail.text())
        : new TransportException(reason, null);
  }

  private record Lines(Receiver receiver, long limit) implements NdjsonSink {
    @Override
    public void onLine(ByteSlice line) {
      receiver.onMessage(line);
    }

    @Override
    public void onTooLong(ByteSlice head) {
      receiver.onTooLong(head, limit);
    }
  }
}
