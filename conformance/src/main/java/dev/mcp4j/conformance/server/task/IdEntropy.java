/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.task;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Estimates from above how much ids can have that nobody knows. */
final class IdEntropy {
  /** Half of what a random UUID has; far less than anybody can try, far more than counters have. */
  static final int LEAST_BITS = 60;

  /** In how many places any two ids of so many bits differ at least, but for once in a lifetime. */
  static final int LEAST_DISTANCE = 4;

  private IdEntropy() {}

  /** The bits of the places in which the ids differ, if each were drawn from all that was seen. */
  static int bits(List<String> ids) {
    int length = ids.stream().mapToInt(String::length).max().orElse(0);
    int places = 0;
    Set<Integer> symbols = new HashSet<>();
    for (int i = 0; i < length; i++) {
      int place = i;
      Set<Integer> there = ids.stream().map(id -> at(id, place)).collect(Collectors.toSet());
      if (there.size() > 1) {
        places++;
        symbols.addAll(there);
      }
    }
    return (int) (places * Math.log(Math.max(symbols.size(), 1)) / Math.log(2));
  }

  /** In how few places two of the ids differ. */
  static int leastDistance(List<String> ids) {
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < ids.size(); i++) {
      for (int j = 0; j < i; j++) {
        least = Math.min(least, distance(ids.get(i), ids.get(j)));
      }
    }
    return least;
  }

  private static int distance(String one, String other) {
    return (int)
        IntStream.range(0, Math.max(one.length(), other.length()))
            .filter(place -> at(one, place) != at(other, place))
            .count();
  }

  private static int at(String id, int place) {
    return place < id.length() ? id.charAt(place) : -1;
  }
}
