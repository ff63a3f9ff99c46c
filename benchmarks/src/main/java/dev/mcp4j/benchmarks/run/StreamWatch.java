/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.benchmarks.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Reads many streams on one thread, and notes when something arrives. What it shows includes the
 * time it takes to read.
 */
final class StreamWatch implements AutoCloseable {
  /** Less than the time between two beats of a server: such a gap belongs to no wave. */
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(40);

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Selector selector;
  private final Thread reader;
  private final int streams;
  private final ByteBuffer buffer = ByteBuffer.allocate(8 << 10);
  private final Map<Sign, List<Arrival>> arrivals = new EnumMap<>(Sign.class);
  private volatile boolean closed;

  /** What can arrive. */
  enum Sign {
    CHANGE("list_changed"),
    HEARTBEAT(":\n\n");

    private final String text;

    Sign(String text) {
      this.text = text;
    }

    private int in(byte[] read, int length) {
      int count = 0;
      for (int at = 0; at + text.length() <= length; at++) {
        count += isAt(read, at) ? 1 : 0;
      }
      return count;
    }

    private boolean isAt(byte[] read, int at) {
      for (int i = 0; i < text.length(); i++) {
        if (read[at + i] != text.charAt(i)) {
          return false;
        }
      }
      return true;
    }
  }

  /** So many of a kind, read at the same time. */
  private record Arrival(long nanos, int count) {}

  private StreamWatch(Selector selector, int streams) {
    this.selector = selector;
    this.streams = streams;
    this.reader = new Thread(this::read, "stream-watch");
    for (Sign sign : Sign.values()) {
      arrivals.put(sign, new ArrayList<>());
    }
  }

  /** Begins to read. */
  static StreamWatch of(List<SocketChannel> channels) throws IOException {
    Selector selector = Selector.open();
    for (SocketChannel channel : channels) {
      channel.configureBlocking(false);
      var unused = channel.register(selector, SelectionKey.OP_READ);
    }
    StreamWatch watch = new StreamWatch(selector, channels.size());
    watch.reader.start();
    return watch;
  }

  private void read() {
    try {
      while (!closed) {
        var unused = selector.select(this::read);
      }
    } catch (IOException e) {
      System.err.println("streams could not be read: " + e.getMessage());
    }
  }

  private void read(SelectionKey key) {
    buffer.clear();
    try {
      if (((SocketChannel) key.channel()).read(buffer) < 0) {
        key.cancel();
        return;
      }
    } catch (IOException e) {
      key.cancel();
      return;
    }
    long now = System.nanoTime();
    synchronized (arrivals) {
      arrivals.forEach(
          (sign, list) -> {
            int count = sign.in(buffer.array(), buffer.position());
            if (count > 0) {
              list.add(new Arrival(now, count));
            }
          });
    }
  }

  /** Waits until each stream has got something of a kind. */
  void await(Sign sign) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (count(sign) < streams) {
      if (System.nanoTime() > end) {
        throw new IOException(sign + " reached " + count(sign) + " of " + streams + " streams");
      }
      Thread.sleep(10);
    }
  }

  private long count(Sign sign) {
    return seen(sign).stream().mapToLong(Arrival::count).sum();
  }

  private List<Arrival> seen(Sign sign) {
    synchronized (arrivals) {
      return List.copyOf(arrivals.getOrDefault(sign, List.of()));
    }
  }

  /**
   * The milliseconds in which one of a kind reached every stream, on the average of all that
   * arrived. Pauses between waves are left out. Not a number if fewer arrived than there are
   * streams.
   */
  double millisForAll(Sign sign) {
    List<Arrival> all = seen(sign);
    long count = count(sign);
    if (count < streams) {
      return Double.NaN;
    }
    long nanos = 0;
    for (int i = 1; i < all.size(); i++) {
      long gap = all.get(i).nanos() - all.get(i - 1).nanos();
      nanos += gap < PAUSE_NANOS ? gap : 0;
    }
    return nanos / 1e6 * streams / count;
  }

  @Override
  public void close() throws IOException {
    closed = true;
    selector.wakeup();
    try {
      reader.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    selector.close();
  }
}
