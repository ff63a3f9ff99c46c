/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.fault;

import dev.mcp4j.testkit.manual.ManualClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Reads from another stream, with faults. For one reader; may be closed by any thread. */
final class FaultyInputStream extends InputStream {
  private final InputStream in;
  private final List<Fault> faults;
  private final int maxPiece;
  private final List<Fault.Garble> garbles;
  private final List<Fault.Repeat> repeats;
  private final Fault.@Nullable Slow slow;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ReentrantLock waking = new ReentrantLock();
  private @Nullable Thread clockWaiter;

  private long position;
  private int line = 1;
  private final ByteArrayOutputStream currentLine = new ByteArrayOutputStream();
  private byte[] repeated = {};
  private int repeatedFrom;
  private int inPeriod;

  FaultyInputStream(InputStream in, List<Fault> faults) {
    this.in = in;
    this.faults = faults;
    this.maxPiece =
        all(faults, Fault.Split.class).stream()
            .mapToInt(Fault.Split::bytes)
            .min()
            .orElse(Integer.MAX_VALUE);
    this.garbles = all(faults, Fault.Garble.class);
    this.repeats = all(faults, Fault.Repeat.class);
    this.slow = all(faults, Fault.Slow.class).stream().findFirst().orElse(null);
  }

  private static <F extends Fault> List<F> all(List<Fault> faults, Class<F> kind) {
    return faults.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    if (length == 0) {
      return 0;
    }
    if (repeatedFrom < repeated.length) {
      return readRepeated(bytes, offset, length);
    }
    undergoBefore();
    int count = in.read(bytes, offset, room(length));
    if (count > 0) {
      undergoAfter();
      deliver(bytes, offset, count);
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    waking.lock();
    try {
      if (clockWaiter != null) {
        clockWaiter.interrupt();
      }
    } finally {
      waking.unlock();
    }
    in.close();
  }

  private int readRepeated(byte[] bytes, int offset, int length) {
    int count = Math.min(Math.min(length, maxPiece), repeated.length - repeatedFrom);
    System.arraycopy(repeated, repeatedFrom, bytes, offset, count);
    repeatedFrom += count;
    return count;
  }

  /** Lets happen what keeps the next byte from arriving. */
  private void undergoBefore() throws IOException {
    for (Fault fault : faults) {
      if (fault instanceof Fault.Cut cut && cut.position() == position) {
        close();
        throw new IOException("the connection was cut on purpose at byte " + position);
      }
      if (fault instanceof Fault.Silence silence && silence.position() == position) {
        beSilent();
      }
    }
    if (slow != null && inPeriod >= slow.bytes()) {
      await(slow.clock(), slow.clock().instant().plus(slow.period()));
      inPeriod = 0;
    }
  }

  /** Lets happen what holds up a byte that has arrived. */
  private void undergoAfter() throws IOException {
    for (Fault fault : faults) {
      if (fault instanceof Fault.Delay delay && delay.position() == position) {
        await(delay.clock(), delay.clock().instant().plus(delay.by()));
      }
    }
  }

  /** Swallows what comes, and how it ends: the sender must not notice, nor the reader. */
  private void beSilent() throws IOException {
    try {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // An end like any other.
    }
    try {
      closed.await();
    } catch (InterruptedException e) {
      throw interrupted();
    }
    throw new IOException("the stream is closed");
  }

  private void await(ManualClock clock, Instant moment) throws IOException {
    beginWait();
    try {
      if (closed.getCount() > 0) {
        clock.await(moment);
      }
    } catch (InterruptedException e) {
      if (closed.getCount() > 0) {
        throw interrupted();
      }
    } finally {
      endWait();
    }
    if (closed.getCount() == 0) {
      throw new IOException("the stream is closed");
    }
  }

  private void beginWait() {
    waking.lock();
    try {
      clockWaiter = Thread.currentThread();
    } finally {
      waking.unlock();
    }
  }

  private void endWait() {
    waking.lock();
    try {
      clockWaiter = null;
      if (closed.getCount() == 0) {
        // The interrupt was to end this wait and nothing else.
        boolean unused = Thread.interrupted();
      }
    } finally {
      waking.unlock();
    }
  }

  private static IOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("interrupted while nothing arrives");
  }

  /** How much may be read before something happens. */
  private int room(int length) {
    long room = Math.min(length, maxPiece);
    for (Fault fault : faults) {
      long next =
          fault instanceof Fault.Cut cut
              ? cut.position()
              : fault instanceof Fault.Silence silence
                  ? silence.position()
                  : fault instanceof Fault.Delay delay ? delay.position() : -1;
      if (next > position) {
        room = Math.min(room, next - position);
      }
    }
    if (slow != null) {
      room = Math.min(room, slow.bytes() - inPeriod);
    }
    return (int) (repeats.isEmpty() ? room : 1);
  }

  private void deliver(byte[] bytes, int offset, int count) {
    if (!repeats.isEmpty()) {
      keepLine(bytes[offset]);
    }
    for (Fault.Garble garble : garbles) {
      long index = garble.position() - position;
      if (index >= 0 && index < count) {
        bytes[offset + (int) index] ^= (byte) (1 << garble.bit());
      }
    }
    position += count;
    inPeriod += count;
  }

  private void keepLine(byte next) {
    currentLine.write(next);
    if (next == '\n') {
      int ended = line++;
      if (repeats.stream().anyMatch(repeat -> repeat.line() == ended)) {
        repeated = currentLine.toByteArray();
        repeatedFrom = 0;
      }
      currentLine.reset();
    }
  }
}
