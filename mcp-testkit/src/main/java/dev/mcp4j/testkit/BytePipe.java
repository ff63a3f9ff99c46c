/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A stream of bytes from one thread to another, as a pipe of the operating system is from one
 * process to another. What was written and not read yet is bounded: a writer waits until there is
 * room. Safe for use by several threads.
 *
 * <ul>
 *   <li>Closing the sink ends the source once everything written was read.
 *   <li>Closing the source throws away what was not read. Writing fails from then on.
 *   <li>Closing either end wakes up who waits at either. An interrupt does not, as with the streams
 *       of a process.
 * </ul>
 */
public final class BytePipe {
  /** The room of a pipe of which nothing else is said, in bytes: that of a pipe on Linux. */
  public static final int DEFAULT_CAPACITY = 64 << 10;

  private final byte[] buffer;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final InputStream source = new Source();
  private final OutputStream sink = new Sink();
  private int first;
  private int count;
  private boolean sinkClosed;
  private boolean sourceClosed;

  /** Makes an empty pipe of {@link #DEFAULT_CAPACITY}. */
  public BytePipe() {
    this(DEFAULT_CAPACITY);
  }

  /**
   * Makes an empty pipe.
   *
   * @param capacity how many bytes may wait to be read, at least 1
   * @throws IllegalArgumentException if there would be room for less than one
   */
  public BytePipe(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("the capacity must be at least 1, was " + capacity);
    }
    buffer = new byte[capacity];
  }

  /**
   * Returns the end to read from.
   *
   * @return a stream that blocks while the pipe is empty
   */
  public InputStream source() {
    return source;
  }

  /**
   * Returns the end to write to.
   *
   * @return a stream that blocks while the pipe is full, and needs no flush
   */
  public OutputStream sink() {
    return sink;
  }

  /**
   * Returns how many bytes were written and not read yet. Does not block.
   *
   * @return the number of bytes, at most the capacity
   */
  public int waiting() {
    lock.lock();
    try {
      return count;
    } finally {
      lock.unlock();
    }
  }

  /** Closes both ends. Idempotent; does not block. */
  public void close() {
    closeSource();
    closeSink();
  }

  private void closeSource() {
    lock.lock();
    try {
      sourceClosed = true;
      count = 0;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void closeSink() {
    lock.lock();
    try {
      sinkClosed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private int read(byte[] bytes, int offset, int length) throws IOException {
    lock.lock();
    try {
      while (count == 0 && !sinkClosed && !sourceClosed) {
        changed.awaitUninterruptibly();
      }
      if (sourceClosed) {
        throw new IOException("the pipe is closed");
      }
      if (count == 0) {
        return -1;
      }
      int taken = Math.min(Math.min(length, count), buffer.length - first);
      System.arraycopy(buffer, first, bytes, offset, taken);
      first = (first + taken) % buffer.length;
      count -= taken;
      changed.signalAll();
      return taken;
    } finally {
      lock.unlock();
    }
  }

  private void write(byte[] bytes, int offset, int length) throws IOException {
    int from = offset;
    int end = offset + length;
    lock.lock();
    try {
      while (from < end) {
        while (count == buffer.length && !sinkClosed && !sourceClosed) {
          changed.awaitUninterruptibly();
        }
        if (sinkClosed || sourceClosed) {
          throw new IOException(sinkClosed ? "the pipe is closed" : "nobody reads the pipe");
        }
        int at = (first + count) % buffer.length;
        int room = at < first ? first - at : buffer.length - at;
        int put = Math.min(Math.min(room, buffer.length - count), end - from);
        System.arraycopy(bytes, from, buffer, at, put);
        from += put;
        count += put;
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  private final class Source extends InputStream {
    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      Objects.checkFromIndexSize(offset, length, bytes.length);
      return length == 0 ? 0 : BytePipe.this.read(bytes, offset, length);
    }

    @Override
    public int available() {
      return waiting();
    }

    @Override
    public void close() {
      closeSource();
    }
  }

  private final class Sink extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      Objects.checkFromIndexSize(offset, length, bytes.length);
      BytePipe.this.write(bytes, offset, length);
    }

    @Override
    public void close() {
      closeSink();
    }
  }
}
