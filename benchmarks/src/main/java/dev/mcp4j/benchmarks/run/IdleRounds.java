/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.benchmarks.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Measures what streams cost on which nothing happens. */
final class IdleRounds {
  private static final int STREAMS = 5_000;

  /** So many are opened before, so that what the first ones load does not count. */
  private static final int FEW = 100;

  private static final String PATH = "/changing";

  private static final Pattern LIVE = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");

  private final Settings settings;
  private final Table table =
      new Table(
          STREAMS + " idle listen streams",
          "server",
          "heap KiB each",
          "RSS KiB each",
          "threads",
          "CPU ms per second",
          "a change to all ms",
          "a heartbeat to all ms");

  IdleRounds(Settings settings) {
    this.settings = settings;
  }

  void run(Candidate candidate, int port, Path log) throws IOException, InterruptedException {
    settings.say("idle streams: " + candidate.name());
    try (RunningServer server = RunningServer.start(candidate, port, log)) {
      IdleStreams.open(server.uri(PATH), FEW).close();
      long heap = liveHeap(server);
      long resident = server.figures().residentKib();
      try (IdleStreams many = IdleStreams.open(server.uri(PATH), STREAMS);
          StreamWatch watch = StreamWatch.of(many.channels())) {
        long heapAfter = liveHeap(server);
        long residentAfter = server.figures().residentKib();
        // From here on all heartbeats are due at the same time.
        server.verify(Workload.ECHO, PATH);
        watch.await(StreamWatch.Sign.CHANGE);
        long cpu = server.figures().cpuMillis();
        int seconds = settings.quick() ? 16 : 61;
        Thread.sleep(seconds * 1000L);
        table.row(
            candidate.name(),
            "%.1f".formatted((heapAfter - heap) / 1024.0 / STREAMS),
            "%.1f".formatted((residentAfter - resident) / (double) STREAMS),
            Long.toString(server.figures().threads()),
            "%.1f".formatted((server.figures().cpuMillis() - cpu) / (double) seconds),
            "%.0f".formatted(watch.millisForAll(StreamWatch.Sign.CHANGE)),
            "%.0f".formatted(watch.millisForAll(StreamWatch.Sign.HEARTBEAT)));
      }
    }
  }

  /** Bytes of objects that are reachable. */
  private long liveHeap(RunningServer server) throws IOException, InterruptedException {
    Process jcmd =
        new ProcessBuilder(
                settings.java().resolve("bin/jcmd").toString(),
                Long.toString(server.pid()),
                "GC.class_histogram")
            .redirectErrorStream(true)
            .start();
    String output = new String(jcmd.getInputStream().readAllBytes(), UTF_8);
    jcmd.waitFor();
    Matcher total = LIVE.matcher(output);
    if (!total.find()) {
      throw new IOException("jcmd says: " + output);
    }
    return Long.parseLong(total.group(1));
  }

  String report() {
    return table.toString();
  }
}
