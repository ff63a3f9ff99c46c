/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.fault;

import dev.mcp4j.testkit.manual.ManualClock;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * What goes wrong in one direction of a connection. It is applied where bytes are received, so it
 * works on any transport: on the pipes of a connection in memory, on the streams of a process or a
 * socket, and through a {@link FaultyProxy} on HTTP.
 *
 * <pre>{@code
 * Faults faults = Faults.none().splitInto(3).cutAt(1_000);
 * McpClient client = McpClient.builder()
 *     .transport(InMemory.builder(server).toClient(faults::apply).transport())
 *     .build();
 * }</pre>
 *
 * <p>Positions count the bytes as they were sent, from 0. What takes time waits for a {@link
 * ManualClock}. Immutable; each stream it is applied to begins anew.
 */
public final class Faults {
  private static final Faults NONE = new Faults(List.of());

  private final List<Fault> faults;

  private Faults(List<Fault> faults) {
    this.faults = faults;
  }

  /**
   * Returns what leaves everything as it is.
   *
   * @return no faults
   */
  public static Faults none() {
    return NONE;
  }

  /**
   * Breaks the connection off: the receiver gets an error, and the sender too if it goes on.
   *
   * @param position how many bytes arrive before
   * @return these faults and that
   * @throws IllegalArgumentException if the position is negative
   */
  public Faults cutAt(long position) {
    return and(new Fault.Cut(position));
  }

  /**
   * Lets bytes arrive in pieces.
   *
   * @param bytes how many at a time at most, at least 1
   * @return these faults and that
   * @throws IllegalArgumentException if there would be less than one
   */
  public Faults splitInto(int bytes) {
    return and(new Fault.Split(bytes));
  }

  /**
   * Lets everything from a position on arrive late.
   *
   * @param position how many bytes arrive in time
   * @param by how much later the next one arrives, measured from when it would have
   * @param clock tells the time
   * @return these faults and that
   * @throws IllegalArgumentException if the position or the time is negative
   */
  public Faults delayAt(long position, Duration by, ManualClock clock) {
    return and(new Fault.Delay(position, by, clock));
  }

  /**
   * Lets a line arrive twice: over stdio, a message.
   *
   * @param line which line, 1 for the first
   * @return these faults and that
   * @throws IllegalArgumentException if there is no such line
   */
  public Faults repeatLine(int line) {
    return and(new Fault.Repeat(line));
  }

  /**
   * Flips a bit of a byte.
   *
   * @param position which byte
   * @param bit which bit, 0 to 7
   * @return these faults and that
   * @throws IllegalArgumentException if there is no such byte or bit
   */
  public Faults garbleAt(long position, int bit) {
    return and(new Fault.Garble(position, bit));
  }

  /**
   * Lets nothing arrive any more, not even the end. The sender notices nothing.
   *
   * @param position how many bytes arrive before
   * @return these faults and that
   * @throws IllegalArgumentException if the position is negative
   */
  public Faults silentFrom(long position) {
    return and(new Fault.Silence(position));
  }

  /**
   * Lets the receiver read slowly, so that a sender has to wait once there is no more room on the
   * way.
   *
   * @param bytes how many bytes are read in a period, at least 1
   * @param period how long a period is
   * @param clock tells the time
   * @return these faults and that
   * @throws IllegalArgumentException if nothing would be read, or the period is not positive
   */
  public Faults slow(int bytes, Duration period, ManualClock clock) {
    return and(new Fault.Slow(bytes, period, clock));
  }

  /**
   * Chooses one fault.
   *
   * @param random where the choice comes from; see {@link Seeds}
   * @param within before which position it happens, more than zero
   * @param kinds what to choose from, but not what needs a clock
   * @return the fault
   * @throws IllegalArgumentException if there is nothing to choose from, or a kind needs a clock
   */
  public static Faults random(RandomGenerator random, int within, FaultKind... kinds) {
    if (kinds.length == 0) {
      throw new IllegalArgumentException("expected kinds of faults to choose from");
    }
    FaultKind kind = kinds[random.nextInt(kinds.length)];
    int position = random.nextInt(within);
    return switch (kind) {
      case CUT -> none().cutAt(position);
      case SPLIT -> none().splitInto(1 + random.nextInt(16));
      case REPEAT -> none().repeatLine(1 + random.nextInt(4));
      case GARBLE -> none().garbleAt(position, random.nextInt(8));
      case SILENCE -> none().silentFrom(position);
      case DELAY, SLOW -> throw new IllegalArgumentException(kind + " needs a clock");
    };
  }

  /**
   * Applies the faults to what is received.
   *
   * @param in where bytes arrive
   * @return where they arrive with the faults; closing it closes the other
   */
  public InputStream apply(InputStream in) {
    Objects.requireNonNull(in, "in");
    return faults.isEmpty() ? in : new FaultyInputStream(in, faults);
  }

  /**
   * Says what goes wrong.
   *
   * @return a text for messages of tests
   */
  @Override
  public String toString() {
    return faults.isEmpty()
        ? "no faults"
        : faults.stream().map(Fault::toString).collect(Collectors.joining(", "));
  }

  private Faults and(Fault fault) {
    List<Fault> all = new ArrayList<>(faults);
    all.add(fault);
    return new Faults(List.copyOf(all));
  }
}
