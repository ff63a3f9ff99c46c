/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.transport;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/** How to launch a server as a child process. Immutable. */
public final class StdioOptions {
  /** The limit on one received message unless another one is set: 16 MiB. */
  public static final int DEFAULT_MAX_MESSAGE_BYTES = 16 << 20;

  private final List<String> command;
  private final @Nullable Path directory;
  private final Map<String, String> environment;
  private final StderrPolicy stderr;
  private final boolean restart;
  private final Duration grace;
  private final int maxMessageBytes;

  private StdioOptions(Builder builder) {
    command = builder.command;
    directory = builder.directory;
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(builder.environment));
    stderr = builder.stderr;
    restart = builder.restart;
    grace = builder.grace;
    maxMessageBytes = builder.maxMessageBytes;
  }

  /**
   * Starts options.
   *
   * @param command the program and its arguments, not interpreted by a shell; copied
   * @return a new builder
   * @throws IllegalArgumentException if the command is empty
   */
  public static Builder builder(List<String> command) {
    return new Builder(command);
  }

  /**
   * Returns what to launch.
   *
   * @return the program and its arguments
   */
  public List<String> command() {
    return command;
  }

  /**
   * Returns where to launch it.
   *
   * @return the working directory, or null for that of this process
   */
  public @Nullable Path directory() {
    return directory;
  }

  /**
   * Returns what is added to the environment.
   *
   * @return variables by name
   */
  public Map<String, String> environment() {
    return environment;
  }

  /**
   * Returns what happens to the standard error.
   *
   * @return the policy
   */
  public StderrPolicy stderr() {
    return stderr;
  }

  /**
   * Tells whether a call launches the process again after it has exited.
   *
   * @return whether it does
   */
  public boolean restart() {
    return restart;
  }

  /**
   * Returns how long each step of the shutdown may take.
   *
   * @return the time
   */
  public Duration grace() {
    return grace;
  }

  /**
   * Returns how large one received message may be.
   *
   * @return the most bytes of a line
   */
  public int maxMessageBytes() {
    return maxMessageBytes;
  }

  /** Builds {@link StdioOptions}. Not safe for use by several threads. */
  public static final class Builder {
    private final List<String> command;
    private @Nullable Path directory;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private StderrPolicy stderr = new StderrPolicy.Log(Level.DEBUG);
    private boolean restart = true;
    private Duration grace = Duration.ofSeconds(2);
    private int maxMessageBytes = DEFAULT_MAX_MESSAGE_BYTES;

    private Builder(List<String> command) {
      this.command = List.copyOf(command);
      if (command.isEmpty()) {
        throw new IllegalArgumentException("expected a command, was an empty list");
      }
    }

    /**
     * Sets where to launch the process.
     *
     * @param directory the working directory
     * @return this builder
     */
    public Builder directory(Path directory) {
      this.directory = Objects.requireNonNull(directory, "directory");
      return this;
    }

    /**
     * Adds a variable to the environment, which is otherwise that of this process.
     *
     * @param name the name
     * @param value the value
     * @return this builder
     */
    public Builder environment(String name, String value) {
      environment.put(name, value);
      return this;
    }

    /**
     * Sets what happens to the standard error of the process.
     *
     * @param policy the policy; logged at debug unless set
     * @return this builder
     */
    public Builder stderr(StderrPolicy policy) {
      stderr = Objects.requireNonNull(policy, "policy");
      return this;
    }

    /**
     * Sets whether the next call launches the process again after it has exited. The calls that
     * were open at the exit fail in any case, for the server may have done their work.
     *
     * @param restart true, which is the default, or false
     * @return this builder
     */
    public Builder restart(boolean restart) {
      this.restart = restart;
      return this;
    }

    /**
     * Sets how long each step of the shutdown may take: after closing the standard input, and after
     * asking the process to end. Then it is killed.
     *
     * @param grace zero or more; 2 seconds unless set
     * @return this builder
     * @throws IllegalArgumentException if the time is negative
     */
    public Builder grace(Duration grace) {
      if (grace.isNegative()) {
        throw new IllegalArgumentException("grace must not be negative: " + grace);
      }
      this.grace = grace;
      return this;
    }

    /**
     * Sets how large one received message may be.
     *
     * @param bytes the most bytes of a line, at least 1; 16 MiB unless set
     * @return this builder
     * @throws IllegalArgumentException if there would be less than one
     */
    public Builder maxMessageBytes(int bytes) {
      if (bytes < 1) {
        throw new IllegalArgumentException("a message has at least one byte, was " + bytes);
      }
      maxMessageBytes = bytes;
      return this;
    }

    /**
     * Makes the options.
     *
     * @return the options
     */
    public StdioOptions build() {
      return new StdioOptions(this);
    }
  }
}
